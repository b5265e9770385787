package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;

/** The difference of two independent estimates, its interval made of theirs; see {@link Comparison.Effect}. */
final class DifferenceInterval {
    private DifferenceInterval() {}

    static Quantity of(Quantity a, Quantity b) {
        if (!(a instanceof Estimate from)) {
            return a;
        }
        if (!(b instanceof Estimate to)) {
            return b;
        }
        double difference = to.value() - from.value();
        return new Estimate(
                difference,
                difference - Math.hypot(below(to), above(from)),
                difference + Math.hypot(above(to), below(from)),
                from.level(),
                "MOVER of " + from.method() + (from.method().equals(to.method()) ? "" : " and " + to.method()));
    }

    /** An interval that corrects a bias may leave the value outside: then nothing lies between them on that side. */
    private static double below(Estimate estimate) {
        return Math.max(0, estimate.value() - estimate.lower());
    }

    private static double above(Estimate estimate) {
        return Math.max(0, estimate.upper() - estimate.value());
    }
}
