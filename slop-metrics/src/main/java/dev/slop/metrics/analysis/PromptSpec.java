package dev.slop.metrics.analysis;

import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.Optional;

/**
 * How the answers to one prompt are read and measured.
 *
 * @param id of the prompt
 * @param text of the prompt
 * @param rules how answers are cleaned
 * @param grouping when two cleaned answers are the same
 * @param target the distribution they are held against, where one is stated
 */
public record PromptSpec(String id, String text, AnswerRules rules, AnswerGrouping grouping, Optional<Target> target) {}
