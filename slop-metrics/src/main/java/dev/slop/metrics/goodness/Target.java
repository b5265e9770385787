package dev.slop.metrics.goodness;

/** A distribution that answers are held against. */
public final class Target {
    private Target() {}
}
