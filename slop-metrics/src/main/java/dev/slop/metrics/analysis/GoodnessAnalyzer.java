package dev.slop.metrics.analysis;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.goodness.CellCounts;
import dev.slop.metrics.goodness.EffectSize;
import dev.slop.metrics.goodness.PowerDivergenceTest;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.inference.Bounds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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
        return observed.inside() == 0 ? Optional.empty() : Optional.of(fit(target, observed));
    }

    private GoodnessOfFit fit(Target target, CellCounts observed) {
        return new GoodnessOfFit(
                target.description(),
                target.cells(),
                test(PowerDivergenceTest.chiSquare(), observed),
                test(PowerDivergenceTest.g(), observed),
                effect(observed, Bounds.NOT_NEGATIVE, EffectSize::cohensW),
                effect(observed, Bounds.UNIT, EffectSize::totalVariation),
                target.expectedDistinct(observed.inside()),
                new GoodnessOfFit.Detail(
                        observed.inside(),
                        observed.outside(),
                        test(PowerDivergenceTest.cressieRead(), observed),
                        effect(observed, Bounds.NOT_NEGATIVE, EffectSize::kullbackLeiblerBits),
                        PowerDivergenceTest.chiSquare().asymptotic(observed),
                        PowerDivergenceTest.g().asymptotic(observed)));
    }

    /** Further cells, which resampling may bring for an answer that was not seen, are unlisted ones of the target. */
    private Quantity effect(CellCounts observed, Bounds bounds, ToDoubleFunction<CellCounts> size) {
        return intervals.estimate(observed.counts(), bounds, counts -> size.applyAsDouble(observed.withCounts(counts)));
    }

    /** The seed is the user's own, as the method of the result shows it. */
    private TestResult test(PowerDivergenceTest test, CellCounts observed) {
        return test.withMonteCarlo(options.resamples(), options.seed()).test(observed);
    }
}
