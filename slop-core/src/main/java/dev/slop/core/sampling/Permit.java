package dev.slop.core.sampling;

/**
 * Leave to send one request.
 *
 * @param number how many were given before it
 * @param at when it was given
 * @param tokens how many were set aside for it, of those that the provider permits a minute
 */
record Permit(long number, long at, long tokens) {}
