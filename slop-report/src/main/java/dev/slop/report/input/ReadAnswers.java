package dev.slop.report.input;

import dev.slop.metrics.analysis.AnswerTable;
import java.util.List;

/**
 * What files of answers held.
 *
 * @param table the answers
 * @param taken what was taken from each file, a line each
 * @param skipped rows that could not be read
 */
public record ReadAnswers(AnswerTable table, List<String> taken, List<SkippedRow> skipped) {
    public ReadAnswers {
        taken = List.copyOf(taken);
        skipped = List.copyOf(skipped);
    }
}
