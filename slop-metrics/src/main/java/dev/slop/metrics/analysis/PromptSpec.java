package dev.slop.metrics.analysis;

import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import java.util.Optional;

/**
 * How the answers to one prompt are read and measured.
 *
 * @param id of the prompt
 * @param text of the prompt
 * @param rules how answers are cleaned
 * @param grouping when two cleaned answers are the same
 * @param target the distribution they are held against, where one is stated
 * @param embedder of the cleaned answers, where their meaning is measured too
 */
public record PromptSpec(
        String id,
        String text,
        AnswerRules rules,
        AnswerGrouping grouping,
        Optional<Target> target,
        Optional<TextEmbedder> embedder) {

    /**
     * A prompt whose answers are embedded if they are grouped by meaning, by the embedder of the grouping.
     *
     * @param id of the prompt
     * @param text of the prompt
     * @param rules how answers are cleaned
     * @param grouping when two cleaned answers are the same
     * @param target the distribution they are held against, where one is stated
     */
    public PromptSpec(String id, String text, AnswerRules rules, AnswerGrouping grouping, Optional<Target> target) {
        this(
                id,
                text,
                rules,
                grouping,
                target,
                grouping instanceof SemanticGrouping semantic ? Optional.of(semantic.embedder()) : Optional.empty());
    }
}
