package dev.slop.metrics.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answered. What an analysis calls a model, a row, is a model as it was asked: where an experiment asks in several ways,
 * {@code model (variant)}. Here models are counted as models again.
 *
 * @param byRow who stands behind each row
 */
public record Respondents(SortedMap<String, Respondent> byRow) {
    public Respondents {
        byRow = Collections.unmodifiableSortedMap(new TreeMap<>(byRow));
    }

    /**
     * A model as it was asked.
     *
     * @param model its id
     * @param variant way of asking
     */
    public record Respondent(String model, String variant) {}

    /**
     * {@return those who answered prompts}
     *
     * @param prompts any number
     */
    public static Respondents of(Collection<PromptAnalysis> prompts) {
        SortedMap<String, Respondent> rows = new TreeMap<>();
        for (PromptAnalysis prompt : prompts) {
            for (MeasuredAnswer measured : prompt.answers()) {
                Answer answer = measured.answer();
                rows.computeIfAbsent(row(answer), row -> new Respondent(answer.model(), answer.variant()));
            }
        }
        return new Respondents(rows);
    }

    /**
     * {@return the name of the row that an answer counts in}
     *
     * @param answer any
     */
    public static String row(Answer answer) {
        return answer.variant().equals(Answer.DEFAULT_VARIANT)
                ? answer.model()
                : answer.model() + " (" + answer.variant() + ")";
    }

    /** {@return ids of the models} */
    public List<String> models() {
        return byRow.values().stream().map(Respondent::model).distinct().toList();
    }

    /** {@return ids of the ways of asking} */
    public List<String> variants() {
        return byRow.values().stream().map(Respondent::variant).distinct().toList();
    }

    /** {@return whether was asked in several ways} */
    public boolean severalWays() {
        return variants().size() > 1;
    }

    /**
     * {@return how many models stand behind rows; a row that is not known is a model of its own}
     *
     * @param rows names
     */
    public long modelsAmong(Collection<String> rows) {
        return rows.stream().map(this::model).distinct().count();
    }

    /**
     * {@return the model of a row, or the row itself where it is not known}
     *
     * @param row its name
     */
    public String model(String row) {
        Respondent known = byRow.get(row);
        return known == null ? row : known.model();
    }

    /**
     * {@return a row as the subject of a sentence: the model, and how it was asked where there are several ways}
     *
     * @param row its name
     */
    public String subject(String row) {
        Respondent known = byRow.get(row);
        return known == null || !severalWays() ? row : known.model() + ", asked as “" + known.variant() + "”,";
    }
}
