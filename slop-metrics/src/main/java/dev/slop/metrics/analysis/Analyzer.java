package dev.slop.metrics.analysis;

/** Computes the whole suite. */
public final class Analyzer {
    private Analyzer() {}
}
