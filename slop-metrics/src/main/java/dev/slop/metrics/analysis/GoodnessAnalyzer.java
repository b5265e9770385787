package dev.slop.metrics.analysis;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.goodness.CellCounts;
import dev.slop.metrics.goodness.PowerDivergenceTest;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.inference.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far one model's answers are from a stated distribution. */
final class GoodnessAnalyzer {
    private final Intervals intervals;
    private final AnalysisOptions options;

    GoodnessAnalyzer(Intervals intervals, AnalysisOptions options) {
        this.intervals = intervals;
        this.options = options;
    }

    /** {@return the fit; absent if no answer is one that the target permits} */
    Optional<GoodnessOfFit> of(Target target, List<AnswerGroup> groups) {
        Map<String, Long> counts =
                groups.stream().collect(Collectors.toMap(AnswerGroup::label, AnswerGroup::count, Long::sum));
        CellCounts observed = target.observe(FrequencyTable.ofCounts(counts));
        return observed.inside() == 0 ? Optional.empty() : Optional.of(fit(target, groups, observed));
    }

    private GoodnessOfFit fit(Target target, List<AnswerGroup> groups, CellCounts observed) {
        List<AnswerGroup> inside = groups.stream()
                .filter(group -> target.probability(group.label()) > 0)
                .toList();
        long[] counts = inside.stream().mapToLong(AnswerGroup::count).toArray();
        Shares shares = Shares.of(target, inside);
        return new GoodnessOfFit(
                target.description(),
                target.cells(),
                test(PowerDivergenceTest.chiSquare(), observed),
                test(PowerDivergenceTest.g(), observed),
                intervals.estimate(counts, Bounds.NOT_NEGATIVE, shares::cohensW),
                intervals.estimate(counts, Bounds.UNIT, shares::totalVariation),
                target.expectedDistinct(observed.inside()));
    }

    /** The seed is the user's own, as the method of the result shows it. */
    private TestResult test(PowerDivergenceTest test, CellCounts observed) {
        return test.withMonteCarlo(options.resamples(), options.seed()).test(observed);
    }

    /**
     * The target's shares of the answers that were given, so that a resample costs no look at the cells that were not:
     * over those, the differences add up to what the given ones leave.
     * One further answer, which resampling may put in, has the share that the others have on average.
     */
    private static final class Shares {
        private final double[] given;
        private final double unseen;

        private Shares(double[] given, double unseen) {
            this.given = given;
            this.unseen = unseen;
        }

        static Shares of(Target target, List<AnswerGroup> groups) {
            double[] given = groups.stream()
                    .mapToDouble(group -> target.probability(group.label()))
                    .toArray();
            int left = target.cells() - given.length;
            return new Shares(given, left == 0 ? 0 : (1 - Arrays.stream(given).sum()) / left);
        }

        /** sqrt(Σ p²/q − 1), which is sqrt(Σ (p − q)²/q) over all cells. */
        double cohensW(long[] counts) {
            double n = Intervals.sum(counts);
            double sum = 0;
            for (int i = 0; i < counts.length; i++) {
                double share = counts[i] / n;
                sum += counts[i] == 0 ? 0 : share * share / share(i);
            }
            return Double.isFinite(sum) ? Math.sqrt(Math.max(0, sum - 1)) : Double.NaN;
        }

        double totalVariation(long[] counts) {
            double n = Intervals.sum(counts);
            double differences = 0;
            double covered = 0;
            for (int i = 0; i < counts.length; i++) {
                differences += Math.abs(counts[i] / n - share(i));
                covered += share(i);
            }
            return (differences + Math.max(0, 1 - covered)) / 2;
        }

        private double share(int cell) {
            return cell < given.length ? given[cell] : unseen;
        }
    }
}
