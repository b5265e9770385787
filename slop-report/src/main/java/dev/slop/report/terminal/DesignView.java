package dev.slop.report.terminal;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.StoppedSample;
import dev.slop.metrics.analysis.VariantAnalysis;
import dev.slop.metrics.analysis.VariantMeasure;
import java.util.List;
import java.util.OptionalDouble;

/** Which way of asking lowers sameness, and which samples a rule ended; nothing where neither is the case. */
final class DesignView {
    private static final int NAME = 40;
    private static final int MOST_STOPPED = 20;

    private DesignView() {}

    static void print(Page page, Analysis analysis) {
        List<VariantAnalysis> together = analysis.variants().stream()
                .filter(variant -> variant.model().isEmpty())
                .toList();
        if (!together.isEmpty()) {
            page.rule("Which way of asking lowers sameness");
            table(page, together, "All models");
            analysis.variants().stream()
                    .flatMap(variant -> variant.model().stream())
                    .distinct()
                    .forEach(model -> table(
                            page,
                            analysis.variants().stream()
                                    .filter(variant -> variant.model().stream().anyMatch(model::equals))
                                    .toList(),
                            model));
        }
        stopped(page, analysis.stopped());
    }

    private static void table(Page page, List<VariantAnalysis> variants, String title) {
        Table table = new Table(
                page, page.safe(title, NAME), "top answer", "entropy, bit", "different / n", "agreement, change", "p");
        for (VariantAnalysis variant : variants) {
            VariantAnalysis.Measured agreement = number(variant, VariantMeasure.AGREEMENT);
            table.row(
                    columns -> page.safe(variant.variant(), columns),
                    page.numbers()
                            .share(number(variant, VariantMeasure.TOP_SHARE).value()),
                    page.numbers()
                            .decimal(
                                    number(variant, VariantMeasure.ENTROPY_BITS).value()),
                    page.numbers()
                            .decimal(number(variant, VariantMeasure.DISTINCT_RATIO)
                                    .value()),
                    page.numbers().decimal(agreement.difference()),
                    pValue(page, agreement.pValue().adjusted()));
        }
        table.print();
        page.blank();
    }

    private static VariantAnalysis.Measured number(VariantAnalysis variant, VariantMeasure measure) {
        return variant.numbers().stream()
                .filter(number -> number.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static String pValue(Page page, OptionalDouble p) {
        return p.isPresent() ? Numbers.plainP(p.getAsDouble()) : page.symbols().range();
    }

    private static void stopped(Page page, List<StoppedSample> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        page.rule("Stopped early");
        stopped.stream()
                .limit(MOST_STOPPED)
                .forEach(sample -> page.paragraph(
                        Page.INDENT,
                        page.safe(sample.prompt(), NAME) + ", " + page.safe(name(sample), NAME) + ": "
                                + page.safe(sample.words(), 2 * NAME)));
        if (stopped.size() > MOST_STOPPED) {
            page.line(Page.INDENT + page.symbols().ellipsis() + " "
                    + Words.count(stopped.size() - MOST_STOPPED, "more sample"));
        }
        page.paragraph(
                Page.INDENT,
                page.ink()
                        .faint("A rule that looks at the answers biases what is estimated from them;"
                                + " docs/statistics.md says by how much."));
        page.blank();
    }

    private static String name(StoppedSample sample) {
        return sample.variant().equals(dev.slop.metrics.analysis.Answer.DEFAULT_VARIANT)
                ? sample.model()
                : sample.model() + " (" + sample.variant() + ")";
    }
}
