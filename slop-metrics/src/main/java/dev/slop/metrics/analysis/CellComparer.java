package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.diversity.Rarefaction;
import dev.slop.metrics.inference.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds the answers of one prompt and model against each other. */
final class CellComparer {
    private final AnalysisOptions options;
    private final RepeatedSamples repeated;

    CellComparer(AnalysisOptions options, RepeatedSamples repeated) {
        this.options = options;
        this.repeated = repeated;
    }

    Comparison.Cell cell(String prompt, String model, long[] a, long[] b) {
        long seed = Analyzer.seed("compare\0" + prompt + "\0" + model, options.seed());
        long nA = Intervals.sum(a);
        long nB = Intervals.sum(b);
        Numbers ofA = numbers(a, Math.min(nA, nB), seed);
        Numbers ofB = numbers(b, Math.min(nA, nB), seed);
        List<Comparison.Effect> effects = List.of(
                effect(VariantMeasure.TOP_SHARE, ofA.topShare, ofB.topShare),
                effect(VariantMeasure.ENTROPY_BITS, ofA.entropyBits, ofB.entropyBits),
                effect(VariantMeasure.DISTINCT_RATIO, ofA.distinctRatio, ofB.distinctRatio),
                effect(VariantMeasure.AGREEMENT, ofA.agreement, ofB.agreement));
        return new Comparison.Cell(
                prompt, Optional.of(model).filter(name -> !name.isEmpty()), nA, nB, effects, test(a, b, seed));
    }

    private static Comparison.Effect effect(VariantMeasure measure, Quantity a, Quantity b) {
        return new Comparison.Effect(measure, a, b, DifferenceInterval.of(a, b));
    }

    /** Equal samples get equal intervals whichever side they stand on: the stream is the same for both. */
    private Numbers numbers(long[] counts, long m, long seed) {
        Intervals intervals = new Intervals(options, seed, repeated);
        ModelNumbers numbers = intervals.model(counts);
        Quantity ratio = intervals.atThisSize(
                Arrays.stream(counts).filter(count -> count > 0).sorted().toArray(),
                Bounds.UNIT,
                c -> Rarefaction.hill(0, m).of(c) / m);
        return new Numbers(
                numbers.topShare(),
                numbers.entropyBits().millerMadow(),
                ratio,
                numbers.detail().simpson().unbiased());
    }

    /** The test's stream is dealt to the samples in order, so they are put into one that exchanging sides leaves alone. */
    private PairAnalysis.PairTest test(long[] a, long[] b, long seed) {
        Intervals intervals = new Intervals(options, seed, repeated);
        return Arrays.compare(a, b) <= 0 ? intervals.equality(a, b) : intervals.equality(b, a);
    }

    private record Numbers(Quantity topShare, Quantity entropyBits, Quantity distinctRatio, Quantity agreement) {}
}
