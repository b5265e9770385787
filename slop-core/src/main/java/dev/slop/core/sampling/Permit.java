package dev.slop.core.sampling;

/**
 * Leave to send one request.
 *
 * @param number how many were given before it
 * @param at when it was given
 */
record Permit(long number, long at) {}
