package dev.slop.metrics.analysis;

import dev.slop.metrics.answer.CleanedAnswer;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.Grouping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answers to one prompt, cleaned, grouped over all models and counted. */
final class PooledAnswers {
    /** Whatever order answers come in, they are worked on in this one. */
    private static final Comparator<Answer> ORDER = Comparator.comparing(Answer::model)
            .thenComparing(Answer::variant)
            .thenComparingInt(Answer::index)
            .thenComparing(Answer::text)
            .thenComparing(Answer::outcome);

    private final PromptSpec spec;
    private final List<MeasuredAnswer> answers;
    private final List<String> labels;
    private final List<String> warnings;
    private final SortedMap<String, List<MeasuredAnswer>> byModel;

    private PooledAnswers(PromptSpec spec, List<MeasuredAnswer> answers, Grouping grouping) {
        this.spec = spec;
        this.answers = answers;
        this.labels = grouping.labels();
        this.warnings = grouping.warnings();
        this.byModel = answers.stream()
                .collect(Collectors.groupingBy(
                        measured -> Respondents.row(measured.answer()), TreeMap::new, Collectors.toList()));
    }

    static PooledAnswers of(PromptSpec spec, List<Answer> unsorted) {
        List<Answer> sorted = unsorted.stream().sorted(ORDER).toList();
        List<CleanedAnswer> cleaned =
                sorted.stream().map(answer -> clean(spec, answer)).toList();
        List<String> texts = cleaned.stream()
                .filter(answer -> answer.outcome() == Outcome.ANSWERED)
                .map(CleanedAnswer::text)
                .toList();
        Grouping grouping = spec.grouping().group(texts);
        List<MeasuredAnswer> measured = new ArrayList<>(sorted.size());
        int next = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean answered = cleaned.get(i).outcome() == Outcome.ANSWERED;
            OptionalInt group = answered ? OptionalInt.of(grouping.groupOf().get(next++)) : OptionalInt.empty();
            measured.add(measured(sorted.get(i), cleaned.get(i), group));
        }
        return new PooledAnswers(spec, measured, grouping);
    }

    private static CleanedAnswer clean(PromptSpec spec, Answer answer) {
        return answer.outcome() == Outcome.ANSWERED
                ? spec.rules().apply(answer.text())
                : new CleanedAnswer(answer.outcome(), "", List.of());
    }

    private static MeasuredAnswer measured(Answer answer, CleanedAnswer cleaned, OptionalInt group) {
        List<String> rules =
                cleaned.trace().stream().map(CleanedAnswer.Step::rule).toList();
        return new MeasuredAnswer(answer, cleaned.outcome(), cleaned.text(), rules, group);
    }

    PromptSpec spec() {
        return spec;
    }

    List<MeasuredAnswer> answers() {
        return answers;
    }

    List<String> models() {
        return List.copyOf(byModel.keySet());
    }

    /** {@return what the grouping could not do as asked} */
    List<String> warnings() {
        return warnings;
    }

    /** {@return how often each group was given by a model, indexed by group} */
    long[] counts(String model) {
        return count(of(model));
    }

    /** {@return how often each group was given, indexed by group} */
    long[] pooledCounts() {
        return count(answers);
    }

    Map<Outcome, Long> outcomes(String model) {
        return outcomes(of(model));
    }

    Map<Outcome, Long> pooledOutcomes() {
        return outcomes(answers);
    }

    /** {@return the groups that a model gave, the most frequent first} */
    List<AnswerGroup> groupsOf(String model) {
        return describe(of(model));
    }

    /** {@return all groups, in the order of the grouping} */
    List<AnswerGroup> pooledGroups() {
        return describe(answers);
    }

    /** {@return the groups a model gave, draw by draw: by index, absent where it gave no measured answer} */
    SortedMap<Integer, Integer> groupByIndex(String model) {
        SortedMap<Integer, Integer> result = new TreeMap<>();
        for (MeasuredAnswer answer : of(model)) {
            answer.group().ifPresent(group -> result.put(answer.answer().index(), group));
        }
        return result;
    }

    private List<MeasuredAnswer> of(String model) {
        return byModel.getOrDefault(model, List.of());
    }

    private long[] count(List<MeasuredAnswer> some) {
        long[] counts = new long[labels.size()];
        some.forEach(answer -> answer.group().ifPresent(group -> counts[group]++));
        return counts;
    }

    private static Map<Outcome, Long> outcomes(List<MeasuredAnswer> some) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        some.forEach(answer -> outcomes.merge(answer.outcome(), 1L, Long::sum));
        return outcomes;
    }

    private List<AnswerGroup> describe(List<MeasuredAnswer> some) {
        long[] counts = count(some);
        Map<Integer, SortedMap<String, Long>> givers = new HashMap<>();
        Map<Integer, String> examples = new HashMap<>();
        for (MeasuredAnswer answer : some) {
            answer.group().ifPresent(group -> {
                givers.computeIfAbsent(group, g -> new TreeMap<>())
                        .merge(Respondents.row(answer.answer()), 1L, Long::sum);
                examples.merge(group, answer.answer().text(), (first, later) -> first);
            });
        }
        Comparator<AnswerGroup> mostFrequentFirst = Comparator.comparingLong(AnswerGroup::count)
                .reversed()
                .thenComparing(AnswerGroup::label)
                .thenComparingInt(AnswerGroup::group);
        return givers.entrySet().stream()
                .map(e -> new AnswerGroup(
                        e.getKey(),
                        labels.get(e.getKey()),
                        counts[e.getKey()],
                        examples.getOrDefault(e.getKey(), ""),
                        e.getValue()))
                .sorted(mostFrequentFirst)
                .toList();
    }
}
