package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bounds;
import org.apache.commons.math3.distribution.TDistribution;

/** The interval that a jackknife standard error gives: value ± t · error, cut to the range that the measure has. */
final class JackknifeInterval {
    private static final double NOTHING = 1e-12;

    private JackknifeInterval() {}

    /**
     * {@return the estimate}
     *
     * @param value of all answers
     * @param error its jackknife standard error
     * @param degreesOfFreedom of t
     * @param bounds of the measure
     * @param level of the interval
     * @param left what was left out, for the name of the method
     * @param answers how many there were
     */
    static Quantity of(
            double value,
            double error,
            double degreesOfFreedom,
            Bounds bounds,
            double level,
            String left,
            long answers) {
        if (error > NOTHING) {
            double half =
                    error * new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
            return new Estimate(
                    value,
                    Math.max(bounds.lower(), value - half),
                    Math.min(bounds.upper(), value + half),
                    level,
                    "jackknife, " + left);
        }
        return unvaried(value, bounds, level, answers);
    }

    /**
     * {@return an estimate whose interval also has room for an answer that the sample may have missed} A jackknife knows
     * only the answers that were seen: where they are few, and one kind of them is rare, it covers far less often than it
     * says.
     *
     * @param jackknife the estimate
     * @param unseen the measure's values where nothing but such answers are
     * @param answers how many there were
     */
    static Quantity widened(Quantity jackknife, Bounds unseen, long answers) {
        if (!(jackknife instanceof Estimate estimate)) {
            return jackknife;
        }
        double value = estimate.value();
        double missed = missed(estimate.level(), answers);
        double lower = value - missed * Math.max(0, value - unseen.lower());
        double upper = value + missed * Math.max(0, unseen.upper() - value);
        return estimate.lower() <= lower && upper <= estimate.upper()
                ? estimate
                : new Estimate(
                        value,
                        Math.min(estimate.lower(), lower),
                        Math.max(estimate.upper(), upper),
                        estimate.level(),
                        estimate.method() + ", with room for an answer not seen");
    }

    /** The largest share that an answer may have and still be missed by so many draws. */
    private static double missed(double level, long answers) {
        return 1 - Math.pow(1 - level, 1.0 / answers);
    }

    /** As for means over prompts: another text may have been missed. */
    private static Quantity unvaried(double value, Bounds bounds, double level, long answers) {
        if (Double.isInfinite(bounds.upper())) {
            return Quantity.unavailable("no interval: leaving answers out changes nothing");
        }
        double missed = missed(level, answers);
        return new Estimate(
                value,
                value - missed * (value - bounds.lower()),
                value + missed * (bounds.upper() - value),
                level,
                "leaving answers out changes nothing, bound on another answer");
    }
}
