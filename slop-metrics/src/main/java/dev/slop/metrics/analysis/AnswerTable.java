package dev.slop.metrics.analysis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All answers of a study: prompt × model → answers, as a flat list.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if two prompts share an id or an answer names a prompt
 * that is not among them.
 *
 * @param prompts the prompts in the order of the report
 * @param answers in any order; no number depends on it
 * @param variants the ways of asking, the one that the others are held against first
 * @param stopped the samples that a rule ended
 */
public record AnswerTable(
        List<PromptSpec> prompts, List<Answer> answers, List<String> variants, List<StoppedSample> stopped) {
    public AnswerTable {
        prompts = List.copyOf(prompts);
        answers = List.copyOf(answers);
        variants = List.copyOf(variants);
        stopped = List.copyOf(stopped);
        List<String> ids = prompts.stream().map(PromptSpec::id).toList();
        Set<String> known = new HashSet<>(ids);
        if (known.size() != ids.size()) {
            throw new IllegalArgumentException("prompt ids are not distinct: " + ids);
        }
        for (Answer answer : answers) {
            if (!known.contains(answer.prompt())) {
                throw new IllegalArgumentException("answer to an unknown prompt: " + answer.prompt());
            }
        }
    }

    /**
     * A table of samples of fixed size. Its variants are those of the answers, by name, but the default first.
     *
     * @param prompts the prompts in the order of the report
     * @param answers in any order; no number depends on it
     */
    public AnswerTable(List<PromptSpec> prompts, List<Answer> answers) {
        this(prompts, answers, variantsOf(answers), List.of());
    }

    private static List<String> variantsOf(List<Answer> answers) {
        return answers.stream()
                .map(Answer::variant)
                .distinct()
                .sorted(Comparator.comparing((String variant) -> !variant.equals(Answer.DEFAULT_VARIANT))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
