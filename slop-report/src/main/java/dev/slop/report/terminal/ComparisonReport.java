package dev.slop.report.terminal;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Comparison;
import dev.slop.metrics.analysis.Finding;
import dev.slop.metrics.analysis.VariantAnalysis;
import dev.slop.metrics.analysis.VariantMeasure;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A comparison as text for a terminal: what changed, prompt by prompt, the means over prompts, what was left out, and
 * what cannot be told.
 *
 * <p>As in {@link TerminalReport}, nothing in a name reaches the terminal as a command.
 */
public final class ComparisonReport {
    private static final int MOST_FINDINGS = 25;
    private static final int MOST_LEFT_OUT = 10;
    private static final int LONGEST = 500;

    private final Page page;
    private final Comparison comparison;

    private ComparisonReport(Comparison comparison, TerminalStyle style) {
        this.page = new Page(style);
        this.comparison = comparison;
    }

    /**
     * Renders a comparison.
     *
     * @param comparison what is shown
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(Comparison comparison, TerminalStyle style) {
        ComparisonReport report = new ComparisonReport(comparison, style);
        report.title();
        report.findings();
        report.means();
        report.leftOut();
        report.limits();
        return report.page.toString();
    }

    private void title() {
        page.line(page.ink().bold("slop compare")
                + page.symbols().separator()
                + Words.count(comparison.cells().size(), "comparison"));
        page.paragraph("  A  ", page.safe(comparison.a(), LONGEST));
        page.paragraph("  B  ", page.safe(comparison.b(), LONGEST));
        page.blank();
    }

    private void findings() {
        page.rule("What changed from A to B");
        List<Finding> findings = comparison.findings();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> page.paragraph(Page.INDENT, page.safe(plain(finding.text()), LONGEST)));
        if (findings.size() > MOST_FINDINGS) {
            page.line(Page.INDENT + page.symbols().ellipsis() + " " + Words.number(findings.size() - MOST_FINDINGS)
                    + " more, none surer; --json has all");
        }
        page.blank();
    }

    /** The signs that the sentences are made with, where only ASCII can be shown. */
    private String plain(String text) {
        return page.symbols().unicode() ? text : text.replace("−", "-").replace(" · ", ", ");
    }

    private void means() {
        comparison.overall().stream()
                .filter(variant -> variant.variant().equals(Comparison.B) && variant.prompts() > 1)
                .forEach(this::means);
    }

    private void means(VariantAnalysis inB) {
        List<VariantAnalysis.Measured> inA = comparison.inA(inB).numbers();
        page.rule("Mean over " + Words.count(inB.prompts(), "prompt")
                + inB.model().map(model -> ", " + model).orElse(""));
        Table table = new Table(page, "", "A", "B", "B - A", "p (Holm)");
        for (int i = 0; i < inB.numbers().size(); i++) {
            VariantAnalysis.Measured number = inB.numbers().get(i);
            if (number.difference() instanceof Estimate difference) {
                table.row(
                        columns -> words(number.measure()),
                        value(inA.get(i).value()),
                        value(number.value()),
                        interval(difference),
                        pValue(number.pValue().adjusted()));
            }
        }
        table.print();
        page.blank();
    }

    private static String words(VariantMeasure measure) {
        return switch (measure) {
            case TOP_SHARE -> "top answer's share";
            case ENTROPY_BITS -> "entropy, bit";
            case DISTINCT_RATIO -> "different / n";
            case AGREEMENT -> "agreement";
            case JACCARD -> "Jaccard of models";
            case COLLISION_PROBABILITY -> "same across models";
        };
    }

    private String value(Quantity quantity) {
        return quantity instanceof Estimate estimate
                ? Numbers.decimal(estimate.value())
                : page.symbols().range();
    }

    private static String interval(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%s [%s, %s]",
                Numbers.decimal(estimate.value()),
                Numbers.decimal(estimate.lower()),
                Numbers.decimal(estimate.upper()));
    }

    private String pValue(OptionalDouble p) {
        return p.isPresent() ? Numbers.plainP(p.getAsDouble()) : page.symbols().range();
    }

    private void leftOut() {
        List<Comparison.LeftOut> leftOut = comparison.leftOut();
        if (leftOut.isEmpty()) {
            return;
        }
        page.rule("Left out");
        leftOut.stream()
                .limit(MOST_LEFT_OUT)
                .forEach(one -> page.paragraph(Page.INDENT, page.safe(words(one), LONGEST)));
        if (leftOut.size() > MOST_LEFT_OUT) {
            page.line(Page.INDENT + page.symbols().ellipsis() + " " + Words.number(leftOut.size() - MOST_LEFT_OUT)
                    + " more; --json has all");
        }
        page.blank();
    }

    private static String words(Comparison.LeftOut one) {
        String prompt = one.prompt().map(id -> "prompt " + id).orElse("");
        String model = one.model()
                .filter(name -> !name.isEmpty())
                .map(name -> "model " + name)
                .orElse("");
        return "only in " + one.side() + ": " + prompt + (prompt.isEmpty() || model.isEmpty() ? "" : ", ") + model;
    }

    private void limits() {
        comparison.limits().forEach(limit -> page.paragraph(Page.INDENT, plain(limit)));
        page.paragraph(
                Page.INDENT,
                "Agreement: the chance that two fresh answers of one model are the same. In brackets: "
                        + Numbers.percent(comparison.options().level())
                        + " intervals, which are not adjusted for the number of comparisons. p: the chance of so great"
                        + " a change if both sides answered alike, adjusted for all comparisons (Holm).");
    }
}
