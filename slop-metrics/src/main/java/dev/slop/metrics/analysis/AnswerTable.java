package dev.slop.metrics.analysis;

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
 */
public record AnswerTable(List<PromptSpec> prompts, List<Answer> answers) {
    public AnswerTable {
        prompts = List.copyOf(prompts);
        answers = List.copyOf(answers);
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
}
