package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.StoppedSample;
import dev.slop.metrics.analysis.VariantAnalysis;
import dev.slop.metrics.analysis.VariantMeasure;
import java.util.List;

/**
 * How was asked: the ways of asking side by side, and the samples that a rule ended.
 *
 * @param variants over all models, then model by model; none where there is but one way
 * @param stopped none where all samples have the planned size
 */
record DesignView(List<Line> variants, List<Stopped> stopped) {
    private static final int NAME = 80;

    /**
     * One way of asking.
     *
     * @param model who was asked
     * @param variant the way
     * @param prompts with an answer
     * @param n answers measured
     * @param cells measure by measure
     */
    record Line(String model, String variant, int prompts, String n, List<Cell> cells) {}

    /**
     * One measure.
     *
     * @param value mean over prompts
     * @param difference to the first way
     * @param p adjusted; a dash where nothing was tested
     */
    record Cell(Figure value, Figure difference, String p) {}

    /**
     * A sample that a rule ended.
     *
     * @param prompt id
     * @param model who answered
     * @param variant the way of asking
     * @param words at which n, and why
     */
    record Stopped(String prompt, String model, String variant, String words) {}

    static DesignView of(Analysis analysis) {
        return new DesignView(
                analysis.variants().stream().map(DesignView::line).toList(),
                analysis.stopped().stream().map(DesignView::stopped).toList());
    }

    /** {@return headers of the cells of a line over all models; those of one model have the first four} */
    static List<String> headers() {
        return List.of("top share", "entropy, bit", "different / n", "agreement", "Jaccard", "same answer, two models");
    }

    private static Line line(VariantAnalysis variant) {
        return new Line(
                variant.model().map(model -> VisibleText.line(model, NAME)).orElse("all models"),
                VisibleText.line(variant.variant(), NAME),
                variant.prompts(),
                Figure.count(variant.n()),
                variant.numbers().stream().map(DesignView::cell).toList());
    }

    private static Cell cell(VariantAnalysis.Measured number) {
        boolean bits = number.measure() == VariantMeasure.ENTROPY_BITS;
        return new Cell(
                bits ? Figure.number(number.value()) : Figure.share(number.value()),
                Figure.number(number.difference()),
                number.pValue().adjusted().isPresent()
                        ? p(number.pValue().adjusted().getAsDouble())
                        : "");
    }

    private static String p(double value) {
        return PValue.of(value, Math.log10(value));
    }

    private static Stopped stopped(StoppedSample sample) {
        return new Stopped(
                VisibleText.line(sample.prompt(), NAME),
                VisibleText.line(sample.model(), NAME),
                VisibleText.line(sample.variant(), NAME),
                VisibleText.line(sample.words(), NAME));
    }
}
