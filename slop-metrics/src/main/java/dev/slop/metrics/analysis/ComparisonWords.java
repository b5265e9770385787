package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** Says a comparison in plain words, and what it cannot tell. */
final class ComparisonWords {
    private static final double SIGNIFICANCE = 0.05;

    private ComparisonWords() {}

    /** {@return a sentence over all prompts, where there are several, and one a cell, the surest first} */
    static List<Finding> findings(List<Comparison.Cell> cells, List<VariantAnalysis> overall) {
        List<Finding> findings = new ArrayList<>();
        overall(overall).ifPresent(findings::add);
        cells.stream()
                .sorted(Comparator.comparingDouble(
                                (Comparison.Cell cell) -> p(cell.pValue()).orElse(2))
                        .thenComparingDouble(cell -> -size(agreement(cell))))
                .map(ComparisonWords::cell)
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> overall(List<VariantAnalysis> overall) {
        VariantAnalysis inB = inB(overall);
        VariantAnalysis.Measured agreement = inB.numbers().stream()
                .filter(number -> number.measure() == VariantMeasure.AGREEMENT)
                .findFirst()
                .orElseThrow();
        if (!(agreement.difference() instanceof Estimate difference)) {
            return Optional.empty();
        }
        OptionalDouble p = p(agreement.pValue());
        boolean told = p.orElse(1) <= SIGNIFICANCE && (difference.lower() > 0 || difference.upper() < 0);
        String text = "Over " + inB.prompts() + " prompts, "
                + change(difference, told, "two fresh answers of one model", inB.prompts() + " prompts")
                + ", p = "
                + p.stream().mapToObj(ComparisonWords::pText).findFirst().orElse("unknown") + " (Holm).";
        return Optional.of(new Finding("*", text, difference));
    }

    private static VariantAnalysis inB(List<VariantAnalysis> overall) {
        return overall.stream()
                .filter(variant -> variant.variant().equals(Comparison.B)
                        && variant.model().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Finding cell(Comparison.Cell cell) {
        Quantity agreement = agreement(cell);
        String name = cell.prompt() + cell.model().map(model -> " · " + model).orElse("");
        String samples = cell.nA() + " and " + cell.nB() + " answers";
        String first = agreement instanceof Estimate difference
                ? change(difference, difference.lower() > 0 || difference.upper() < 0, "two fresh answers", samples)
                : "whether two fresh answers agree more or less often cannot be told from " + samples;
        String second = p(cell.pValue()).stream()
                .mapToObj(p -> (p <= SIGNIFICANCE ? "what is answered changed" : "no change of what is answered shows")
                        + ", p = " + pText(p) + " (Holm)")
                .findFirst()
                .orElse("not tested");
        return new Finding(cell.prompt(), name + ": " + first + "; " + second + ".", agreement);
    }

    private static Quantity agreement(Comparison.Cell cell) {
        return cell.effect(VariantMeasure.AGREEMENT).difference();
    }

    private static double size(Quantity quantity) {
        return quantity instanceof Estimate estimate ? Math.abs(estimate.value()) : 0;
    }

    private static OptionalDouble p(PairAnalysis.PairTest test) {
        return test.adjusted();
    }

    private static String change(Estimate difference, boolean told, String who, String samples) {
        String words = told
                ? who + " agree " + (difference.value() > 0 ? "more" : "less") + " often in B"
                : "no change in how often " + who + " agree can be told from " + samples;
        return words + ": " + interval(difference);
    }

    private static String interval(Estimate estimate) {
        return signed(estimate.value()) + " [" + signed(estimate.lower()) + ", " + signed(estimate.upper()) + "]";
    }

    static String unsigned(Estimate estimate) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", estimate.value(), estimate.lower(), estimate.upper());
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
        return text.substring(1).equals("0.00") ? "0.00" : text;
    }

    static String pText(double p) {
        return p < 1e-4 ? "<0.0001" : p > 0.995 ? "1" : String.format(Locale.ROOT, "%.2g", p);
    }

    /** {@return sentences on what so few answers, or prompts, cannot tell} */
    static List<String> limits(List<Comparison.Cell> cells, List<VariantAnalysis> overall, AnalysisOptions options) {
        List<String> limits = new ArrayList<>();
        smallestEffect(cells).ifPresent(limits::add);
        untestable(cells, options).ifPresent(limits::add);
        fewPrompts(overall).ifPresent(limits::add);
        if (cells.stream().anyMatch(cell -> cell.nA() != cell.nB())) {
            limits.add("The sides have different numbers of answers: top share and entropy depend on that number,"
                    + " agreement and different / n (rarefied) do not.");
        }
        return limits;
    }

    private static Optional<String> smallestEffect(List<Comparison.Cell> cells) {
        double[] halves = cells.stream()
                .map(ComparisonWords::agreement)
                .filter(Estimate.class::isInstance)
                .map(Estimate.class::cast)
                .mapToDouble(estimate -> (estimate.upper() - estimate.lower()) / 2)
                .sorted()
                .toArray();
        if (halves.length == 0) {
            return Optional.of("No prompt and model has two answers on both sides: agreement cannot be compared.");
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "With so many answers, a change of agreement below about %.2f in one prompt and model cannot be told"
                        + " from chance%s.",
                halves[halves.length / 2],
                halves.length > 1 ? " (median of " + halves.length + ")" : ""));
    }

    private static Optional<String> untestable(List<Comparison.Cell> cells, AnalysisOptions options) {
        double smallest = cells.stream()
                .mapToDouble(cell -> smallestP(cell, options.resamples()))
                .min()
                .orElse(1);
        return smallest * cells.size() <= SIGNIFICANCE
                ? Optional.empty()
                : Optional.of(
                        "No test of a single prompt and model could have come out significant: the smallest p that"
                                + " so many answers permit is " + pText(smallest) + ", and Holm multiplies it by "
                                + cells.size() + ".");
    }

    /** Of all ways to deal the answers out again only the observed one, and its mirror image, are as extreme. */
    private static double smallestP(Comparison.Cell cell, int resamples) {
        double deals =
                Math.exp(CombinatoricsUtils.binomialCoefficientLog((int) (cell.nA() + cell.nB()), (int) cell.nA()));
        double exact = Math.min(1, (cell.nA() == cell.nB() ? 2 : 1) / deals);
        return deals > resamples ? Math.max(exact, 1.0 / (resamples + 1)) : exact;
    }

    private static Optional<String> fewPrompts(List<VariantAnalysis> overall) {
        int prompts = inB(overall).prompts();
        if (prompts == 1) {
            return Optional.of("One prompt tells nothing about other prompts.");
        }
        long tests = overall.stream()
                .flatMap(variant -> variant.numbers().stream())
                .filter(number -> number.pValue().value().isPresent())
                .count();
        double smallest = Math.pow(2, 1 - prompts);
        return smallest * tests <= SIGNIFICANCE
                ? Optional.empty()
                : Optional.of("Over " + prompts + " prompts no mean could have come out significant: the smallest p is "
                        + pText(smallest) + ", and Holm multiplies it by " + tests + ".");
    }
}
