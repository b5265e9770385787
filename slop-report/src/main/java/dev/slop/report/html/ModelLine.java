package dev.slop.report.html;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelAnalysis.EntropyBits;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers of one model on one prompt.
 *
 * @param name short name
 * @param n answers measured
 * @param distinct different ones
 * @param top share of the most frequent
 * @param entropy in bits
 * @param coverage share of the model's own distribution that was seen
 * @param chao1 estimated number of different answers
 * @param others outcomes that are not measured, in words
 */
record ModelLine(
        String name, long n, int distinct, Figure top, Figure entropy, Figure coverage, Figure chao1, String others) {
    private static final double CONFIDENCE_LEFT = 0.05;

    static List<ModelLine> of(PromptAnalysis prompt, ModelNames names) {
        List<ModelLine> lines = new ArrayList<>();
        prompt.models().forEach(model -> lines.add(of(names.shortName(model.model()), model)));
        if (prompt.models().size() > 1) {
            lines.add(of("all models", prompt.pooled()));
        }
        return lines;
    }

    private static ModelLine of(String name, ModelAnalysis model) {
        return new ModelLine(
                name,
                model.n(),
                model.distinct(),
                Figure.share(model.topShare()),
                Figure.number(entropy(model.entropyBits())),
                Figure.share(model.coverage()),
                Figure.number(model.chao1()),
                others(model.outcomes()));
    }

    /** Chao–Jost, for the plug-in estimate is too low for few answers. */
    static Quantity entropy(EntropyBits bits) {
        return bits.chaoJost();
    }

    /**
     * {@return what n equal answers tell of a second one; empty unless all are equal. The bound 1 − 0.05^(1/n) is the
     * largest share that a second answer may have without n draws showing it in more than 5 % of all studies.}
     */
    String allEqual() {
        if (distinct != 1) {
            return "";
        }
        double bound = 1 - Math.pow(CONFIDENCE_LEFT, 1.0 / n);
        return "all " + n + " the same; any other answer at most " + Figure.percent(bound) + Figure.PERCENT;
    }

    /** {@return per column how its intervals were made, for the foot of the table} */
    static List<String> methods(List<ModelLine> lines, boolean full) {
        List<String> methods = new ArrayList<>();
        addMethods(methods, "top share", lines, ModelLine::top);
        addMethods(methods, "entropy", lines, ModelLine::entropy);
        if (full) {
            addMethods(methods, "coverage", lines, ModelLine::coverage);
            addMethods(methods, "Chao1", lines, ModelLine::chao1);
        }
        return methods;
    }

    private static void addMethods(
            List<String> methods, String column, List<ModelLine> lines, Function<ModelLine, Figure> figure) {
        Set<String> of = new LinkedHashSet<>();
        lines.stream().map(figure).filter(Figure::present).map(Figure::how).forEach(of::add);
        if (!of.isEmpty()) {
            methods.add(column + ": " + of.stream().limit(4).collect(Collectors.joining(", ")));
        }
    }

    private static String others(Map<Outcome, Long> outcomes) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey() != Outcome.ANSWERED && entry.getValue() > 0)
                .map(entry -> Figure.count(entry.getValue()) + " " + Fact.words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
