package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long the answers in the page's list may be, so that the page stays small enough to send by mail. The bounds
 * apply to the page alone; {@code answers.csv} has everything.
 *
 * @param limit code points of one answer
 * @param perModel answers listed per prompt and model
 */
record TextBudget(int limit, int perModel) {
    private static final int LONGEST = 20_000;
    static final int SHORTEST = 24;
    private static final int ANSWERS = 60_000;

    /** {@return a budget with which the texts of all answers take at most so many bytes, if that can be} */
    static TextBudget of(Analysis analysis, long bytes) {
        List<Long> lengths = lengths(analysis);
        int low = SHORTEST;
        int high = LONGEST;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (total(lengths, middle) <= bytes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new TextBudget(low, perModel(analysis));
    }

    /** {@return whether any answer is longer than the limit} */
    boolean shortens(Analysis analysis) {
        return analysis.prompts().stream()
                .flatMap(prompt -> prompt.answers().stream())
                .anyMatch(answer -> answer.answer().text().length() > limit);
    }

    /** Texts that several models gave to one prompt are stored once, so they count once. */
    private static List<Long> lengths(Analysis analysis) {
        List<Long> lengths = new ArrayList<>();
        for (PromptAnalysis prompt : analysis.prompts()) {
            Set<String> texts = new HashSet<>();
            for (MeasuredAnswer answer : prompt.answers()) {
                texts.add(answer.answer().text());
                texts.add(answer.cleaned());
            }
            texts.forEach(text -> lengths.add(bytes(text)));
        }
        return lengths;
    }

    /** The length as JSON: a line break or a quote takes two bytes. */
    private static long bytes(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        long escapes =
                start.chars().filter(c -> c == '\n' || c == '"' || c == '\\').count();
        return start.getBytes(StandardCharsets.UTF_8).length + escapes;
    }

    private static long total(List<Long> lengths, int limit) {
        return lengths.stream().mapToLong(length -> Math.min(length, limit)).sum();
    }

    private static int perModel(Analysis analysis) {
        long cells = 0;
        for (PromptAnalysis prompt : analysis.prompts()) {
            cells += Math.max(1, prompt.models().size());
        }
        return (int) Math.max(1, ANSWERS / Math.max(1, cells));
    }
}
