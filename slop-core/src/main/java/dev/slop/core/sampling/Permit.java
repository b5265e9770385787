package dev.slop.core.sampling;

import dev.slop.core.limits.TokenCount;

/**
 * Leave to send one request.
 *
 * @param number how many were given before it
 * @param at when it was given
 * @param tokens what was set aside for it, of the tokens that the provider permits a minute
 */
record Permit(long number, long at, TokenCount tokens) {}
