package dev.slop.core.journal;

import java.time.Instant;

/**
 * What a journal says of one run, first of all. A journal that was resumed holds one for each start.
 *
 * @param experiment name of the experiment
 * @param slopVersion version of slop that ran it
 * @param at when it started
 */
public record RunHeader(String experiment, String slopVersion, Instant at) {}
