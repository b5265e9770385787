package dev.slop.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelDetail.RarefactionPoint;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How many different answers fewer or more answers of a model would show.
 *
 * @param model short name
 * @param n answers measured
 * @param half expected different ones among half as many
 * @param seen different ones among all
 * @param twice expected among twice as many
 */
record Accumulation(String model, String n, String half, String seen, String twice) {
    /** A chart does not show more, and a page of 2,400 curves has to be sent by mail. */
    private static final MathContext DIGITS = new MathContext(3);

    static List<Accumulation> of(PromptAnalysis prompt, ModelNames names) {
        return prompt.models().stream()
                .filter(model -> !model.detail().rarefaction().isEmpty())
                .map(model -> new Accumulation(
                        names.shortName(model.model()),
                        Figure.count(model.n()),
                        distinctAt(model, model.n() / 2),
                        Figure.count(model.distinct()),
                        distinctAt(model, 2 * model.n())))
                .toList();
    }

    private static String distinctAt(ModelAnalysis model, long answers) {
        Optional<RarefactionPoint> at = model.detail().rarefaction().stream()
                .filter(point -> point.answers() == Math.max(1, answers))
                .findFirst();
        return at.map(point -> Figure.decimal(point.distinct())).orElse("–");
    }

    /**
     * {@return the curve for the page's scripts: answers, different ones, answers, different ones …}
     *
     * @param model whose curve
     * @param full whether every point is drawn, or the ends, n and a few between them alone
     */
    static ArrayNode curve(ModelAnalysis model, boolean full) {
        ArrayNode curve = JsonNodeFactory.instance.arrayNode();
        for (RarefactionPoint point : model.detail().rarefaction()) {
            if (full || inBrief(point.answers(), model.n())) {
                curve.add(point.answers()).add(new BigDecimal(point.distinct()).round(DIGITS));
            }
        }
        return curve;
    }

    private static boolean inBrief(long answers, long n) {
        return LongStream.of(1, n / 5, n / 2, n, n + 2 * n / 5, 2 * n).anyMatch(shown -> shown == answers);
    }
}
