package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.inference.MultipleTesting;
import dev.slop.metrics.inference.SignFlipTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the ways of asking side by side: over all models and for each, with the difference to the first. */
final class VariantAnalyzer {
    private static final Bounds DIFFERENCE_OF_SHARES = new Bounds(-1, 1);
    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final List<String> variants;
    private final List<VariantCounts> prompts;
    private final AnalysisOptions options;
    private final Intervals intervals;

    private VariantAnalyzer(List<String> variants, List<VariantCounts> prompts, AnalysisOptions options) {
        this.variants = variants;
        this.prompts = prompts;
        this.options = options;
        this.intervals =
                new Intervals(options, Analyzer.seed("variants", options.seed()), new RepeatedSamples(options));
    }

    /** {@return one analysis a variant, over all models and then model by model; none with fewer than two variants} */
    static List<VariantAnalysis> compare(List<String> variants, List<PromptAnalysis> prompts, AnalysisOptions options) {
        if (variants.size() < 2) {
            return List.of();
        }
        List<VariantCounts> counts = prompts.stream()
                .map(prompt -> VariantCounts.of(prompt.answers()))
                .toList();
        return new VariantAnalyzer(variants, counts, options).analyses(VariantCounts.models(counts));
    }

    /** {@return the same of counts; a single model is not told apart from all models} */
    static List<VariantAnalysis> ofCounts(List<String> variants, List<VariantCounts> prompts, AnalysisOptions options) {
        Set<String> models = VariantCounts.models(prompts);
        return new VariantAnalyzer(variants, prompts, options).analyses(models.size() > 1 ? models : Set.of());
    }

    private List<VariantAnalysis> analyses(Set<String> models) {
        List<VariantAnalysis> analyses = new ArrayList<>();
        variants.forEach(variant -> analyses.add(analysis(variant, Optional.empty())));
        for (String model : models) {
            variants.forEach(variant -> analyses.add(analysis(variant, Optional.of(model))));
        }
        return adjusted(analyses);
    }

    private VariantAnalysis analysis(String variant, Optional<String> model) {
        List<VariantAnalysis.Measured> numbers = Arrays.stream(VariantMeasure.values())
                .filter(measure -> model.isEmpty() || measure.isOfOneModel())
                .map(measure -> number(measure, variant, model))
                .toList();
        long[] sizes = prompts.stream()
                .mapToLong(prompt -> prompt.n(variant, model))
                .filter(n -> n > 0)
                .toArray();
        return new VariantAnalysis(variant, model, sizes.length, Intervals.sum(sizes), numbers);
    }

    private VariantAnalysis.Measured number(VariantMeasure measure, String variant, Optional<String> model) {
        String first = variants.get(0);
        double[] values = prompts.stream()
                .flatMapToDouble(prompt -> prompt.value(measure, variant, model).stream())
                .toArray();
        double[] differences = prompts.stream()
                .flatMapToDouble(prompt -> prompt.difference(measure, variant, first, model).stream())
                .toArray();
        boolean bits = measure == VariantMeasure.ENTROPY_BITS;
        Quantity value = intervals.meanOverPrompts(values, bits ? Bounds.NOT_NEGATIVE : Bounds.UNIT);
        if (variant.equals(first)) {
            Quantity none = Quantity.unavailable("the variant that the others are held against");
            return new VariantAnalysis.Measured(measure, value, none, untested("not tested against itself"));
        }
        Quantity difference = intervals.meanOverPrompts(differences, bits ? ANY : DIFFERENCE_OF_SHARES);
        return new VariantAnalysis.Measured(measure, value, difference, test(differences, measure, variant, model));
    }

    private PairAnalysis.PairTest test(
            double[] differences, VariantMeasure measure, String variant, Optional<String> model) {
        if (differences.length == 0) {
            return untested("no prompt was answered in both ways");
        }
        long seed = Analyzer.seed(measure + "\0" + variant + "\0" + model.orElse(""), options.seed());
        Optional<TestResult> result = SignFlipTest.test(differences, options.resamples(), seed);
        return result.map(test -> PairAnalysis.PairTest.of(test.pValue(), test.method()))
                .orElseGet(() -> PairAnalysis.PairTest.of(1, "no prompt differs"));
    }

    private static PairAnalysis.PairTest untested(String reason) {
        return PairAnalysis.PairTest.unavailable(reason);
    }

    /** Holm over all differences: the family is what a reader sees in one report. */
    private static List<VariantAnalysis> adjusted(List<VariantAnalysis> analyses) {
        double[] raw = analyses.stream()
                .flatMap(analysis -> analysis.numbers().stream())
                .flatMapToDouble(number -> number.pValue().value().stream())
                .toArray();
        double[] holm = MultipleTesting.holm(raw);
        double[] hochberg = MultipleTesting.benjaminiHochberg(raw);
        int next = 0;
        List<VariantAnalysis> result = new ArrayList<>();
        for (VariantAnalysis analysis : analyses) {
            List<VariantAnalysis.Measured> numbers = new ArrayList<>();
            for (VariantAnalysis.Measured number : analysis.numbers()) {
                boolean tested = number.pValue().value().isPresent();
                numbers.add(tested ? withAdjusted(number, holm[next], hochberg[next]) : number);
                next += tested ? 1 : 0;
            }
            result.add(new VariantAnalysis(
                    analysis.variant(), analysis.model(), analysis.prompts(), analysis.n(), numbers));
        }
        return result;
    }

    private static VariantAnalysis.Measured withAdjusted(
            VariantAnalysis.Measured number, double holm, double hochberg) {
        return new VariantAnalysis.Measured(
                number.measure(),
                number.value(),
                number.difference(),
                number.pValue().adjusted(holm, hochberg));
    }
}
