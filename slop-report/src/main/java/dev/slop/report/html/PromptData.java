package dev.slop.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.metrics.analysis.SemanticAnalysis.MeaningMap;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prompt for the page's scripts.
 *
 * <pre>
 * id, kind
 * range: [low, high]               of numbers
 * labels: [label of each group]    colours: [CSS name or 0]
 * shown: [model]                   counts: per group [model, count, model, count …]
 * sharing: [models that gave each group]; only where models were asked in several ways
 * curves: per model [answers, different ones, answers, different ones …]; absent where no model has one
 * texts: [text]                    every text once
 * map: share [of variance along x, along y], x, y, t text, m [model, count …]; absent where answers were not embedded
 * answers: m model, g group or −1 − outcome, t text, c cleaned text or −1 for the group's label, r rules, i index
 * </pre>
 *
 * The columns of {@code answers} and of {@code map} are parallel.
 */
final class PromptData {
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,15})\\s*(?:\\.\\.|–|to)\\s*(-?\\d{1,15})");
    private static final int LABEL = 60;

    private final PromptAnalysis prompt;
    private final ModelNames names;
    private final Pool<List<String>> rules;
    private final TextBudget budget;
    private final Pool<String> texts = new Pool<>();
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private PromptData(PromptAnalysis prompt, ModelNames names, Pool<List<String>> rules, TextBudget budget) {
        this.prompt = prompt;
        this.names = names;
        this.rules = rules;
        this.budget = budget;
    }

    static ObjectNode of(
            PromptAnalysis prompt,
            Optional<PromptMeaning> meaning,
            PromptRef ref,
            ModelNames names,
            Pool<List<String>> rules,
            TextBudget budget,
            Detail detail) {
        PromptData data = new PromptData(prompt, names, rules, budget);
        AnswerKind kind = AnswerKind.of(prompt);
        data.json.put("id", ref.id());
        data.json.put("kind", kind.id());
        data.addRange(kind);
        data.addGroups(kind);
        data.addCurves(detail.full());
        data.addAnswers();
        meaning.ifPresent(of -> data.addMap(of.map(), detail.places()));
        data.json.set("texts", PageData.strings(data.texts.values()));
        return data.json;
    }

    private void addRange(AnswerKind kind) {
        if (kind == AnswerKind.NUMBER) {
            long[] range = statedRange();
            if (range.length == 0) {
                range = observedRange();
            }
            json.putArray("range").add(range[0]).add(range[1]);
        }
    }

    private long[] statedRange() {
        for (ModelAnalysis model : prompt.models()) {
            Matcher stated =
                    RANGE.matcher(model.goodness().map(fit -> fit.target()).orElse(""));
            if (stated.find()) {
                return new long[] {Long.parseLong(stated.group(1)), Long.parseLong(stated.group(2))};
            }
        }
        return new long[0];
    }

    private long[] observedRange() {
        long[] numbers = prompt.pooled().groups().stream()
                .map(AnswerGroup::label)
                .filter(AnswerKind::isNumber)
                .mapToLong(Long::parseLong)
                .sorted()
                .toArray();
        return new long[] {numbers[0], numbers[numbers.length - 1]};
    }

    private void addGroups(AnswerKind kind) {
        ArrayNode shown = json.putArray("shown");
        prompt.models().forEach(model -> shown.add(names.position(model.model())));
        ArrayNode labels = json.putArray("labels");
        ArrayNode colours = kind == AnswerKind.COLOUR ? json.putArray("colours") : labels.arrayNode();
        ArrayNode counts = json.putArray("counts");
        ArrayNode sharing = names.asked().severalWays() ? json.putArray("sharing") : labels.arrayNode();
        for (AnswerGroup group : prompt.pooled().groups()) {
            labels.add(VisibleText.line(group.label(), LABEL));
            CssColours.named(group.label()).ifPresentOrElse(colours::add, () -> colours.add(0));
            sharing.add(names.asked().modelsAmong(group.models().keySet()));
            ArrayNode byModel = counts.addArray();
            for (Map.Entry<String, Long> entry : group.models().entrySet()) {
                byModel.add(names.position(entry.getKey())).add(entry.getValue());
            }
        }
    }

    private void addCurves(boolean full) {
        if (prompt.models().stream()
                .anyMatch(model -> !model.detail().rarefaction().isEmpty())) {
            ArrayNode curves = json.putArray("curves");
            prompt.models().forEach(model -> curves.add(Accumulation.curve(model, full)));
        }
    }

    private void addAnswers() {
        ObjectNode answers = json.putObject("answers");
        ArrayNode model = answers.putArray("m");
        ArrayNode group = answers.putArray("g");
        ArrayNode text = answers.putArray("t");
        ArrayNode cleaned = answers.putArray("c");
        ArrayNode trace = answers.putArray("r");
        ArrayNode index = answers.putArray("i");
        for (MeasuredAnswer answer : prompt.answers()) {
            if (answer.answer().index() >= budget.perModel()) {
                continue;
            }
            model.add(names.position(Respondents.row(answer.answer())));
            group.add(answer.group().orElse(-1 - PageData.OUTCOMES.indexOf(answer.outcome())));
            text.add(texts.add(VisibleText.shortened(answer.answer().text(), budget.limit())));
            cleaned.add(saidByLabel(answer) ? -1 : texts.add(VisibleText.shortened(answer.cleaned(), budget.limit())));
            trace.add(rules.add(answer.rules()));
            index.add(answer.answer().index());
        }
    }

    private void addMap(MeaningMap of, int places) {
        ObjectNode map = json.putObject("map");
        map.putArray("share").add(rounded(of.firstShare())).add(rounded(of.secondShare()));
        ArrayNode x = map.putArray("x");
        ArrayNode y = map.putArray("y");
        ArrayNode text = map.putArray("t");
        ArrayNode models = map.putArray("m");
        of.places().stream().limit(places).forEach(place -> {
            x.add(rounded(place.x()));
            y.add(rounded(place.y()));
            text.add(texts.add(VisibleText.shortened(place.text(), budget.limit())));
            ArrayNode given = models.addArray();
            place.models()
                    .forEach((model, count) -> given.add(names.position(model)).add(count));
        });
    }

    /** A thousandth is less than a pixel. */
    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }

    private boolean saidByLabel(MeasuredAnswer answer) {
        int group = answer.group().orElse(-1);
        List<AnswerGroup> groups = prompt.pooled().groups();
        String label = group >= 0 && group < groups.size()
                ? VisibleText.line(groups.get(group).label(), LABEL)
                : "";
        return answer.cleaned().equals(label);
    }
}
