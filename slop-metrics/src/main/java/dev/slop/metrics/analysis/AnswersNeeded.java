package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.PowerSimulation;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many answers it would take to tell two sides apart that so few answers do not: by simulation, which takes long, so
 * only of the pairs that came nearest.
 */
final class AnswersNeeded {
    /** Of fewer answers, chance is so large a part of every difference that nothing is left to go by. */
    private static final long FEWEST = 10;

    private static final double SIGNIFICANCE = 0.05;
    private static final double POWER = 0.8;
    private static final int MOST = 500;
    private static final int PAIRS = 3;
    private static final PowerSimulation SIMULATION =
            PowerSimulation.withDefaults().withAlpha(SIGNIFICANCE).withSimulations(200);

    private AnswersNeeded() {}

    /** Two samples that were tested. */
    static final class Tested {
        private final String prompt;
        private final String names;
        private final long[] a;
        private final long[] b;
        private final double p;

        /**
         * Two samples.
         *
         * @param prompt id
         * @param names what they are called, as in "a and b"
         * @param a counts of one
         * @param b counts of the other, same cells
         * @param p not adjusted
         */
        Tested(String prompt, String names, long[] a, long[] b, double p) {
            this.prompt = prompt;
            this.names = names;
            this.a = a;
            this.b = b;
            this.p = p;
        }

        private double p() {
            return p;
        }

        private boolean untold() {
            return p > SIGNIFICANCE && Math.min(Intervals.sum(a), Intervals.sum(b)) >= FEWEST;
        }
    }

    /**
     * {@return a sentence on each of the few pairs that came nearest to being told apart and were not, one a prompt}
     *
     * @param tested by prompt, the pairs
     * @param seed of the simulation
     */
    static List<Finding> findings(List<List<Tested>> tested, long seed) {
        return tested.stream()
                .map(pairs -> pairs.stream().filter(Tested::untold).min(Comparator.comparingDouble(Tested::p)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Tested::p))
                .limit(PAIRS)
                .map(pair -> finding(pair, seed))
                .toList();
    }

    private static Finding finding(Tested pair, long seed) {
        Optional<PowerSimulation.SampleSize> needed = SIMULATION
                .withSeed(Analyzer.seed(pair.prompt + "\0" + pair.names, seed))
                .answersNeeded(pair.a, pair.b, POWER, MOST, OverlapMeasure.jensenShannonByCell());
        String samples = pair.prompt + ": " + Intervals.sum(pair.a) + " and " + Intervals.sum(pair.b)
                + " answers do not tell " + pair.names + " apart (p = " + ComparisonWords.pText(pair.p) + "); ";
        return needed.map(size -> new Finding(
                        pair.prompt,
                        samples + "about " + size.answers() + " of each would, with a chance of "
                                + ComparisonWords.unsigned(size.power())
                                + ", if they differ as much as these show beyond chance.",
                        named(size.power(), size.answers())))
                .orElseGet(() -> new Finding(
                        pair.prompt,
                        samples + "it would take more than " + MOST + " of each, if they differ at all.",
                        Quantity.unavailable("less power than " + POWER + " with " + MOST + " answers of each")));
    }

    private static Estimate named(Estimate power, int answers) {
        return new Estimate(
                power.value(),
                power.lower(),
                power.upper(),
                power.level(),
                "power with " + answers + " answers of each, simulated, " + power.method());
    }
}
