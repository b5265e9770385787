package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Sample;
import dev.slop.core.journal.DamagedLine;
import dev.slop.core.journal.JournalContents;
import dev.slop.core.journal.JournalReader;
import dev.slop.metrics.analysis.Answer;
import java.nio.file.Path;

/** Takes the answers out of a run's journal, which names prompts by their id alone. */
final class JournalAnswers {
    private JournalAnswers() {}

    static void read(Path file, String name, AnswerCollector collector) {
        JournalContents journal = JournalReader.read(file);
        if (journal.samples().isEmpty()) {
            throw new ConfigurationException(name + ": the journal holds no answer");
        }
        for (Sample sample : journal.samples()) {
            Answer answer = ExperimentTables.answer(sample);
            collector.add(
                    answer.prompt(),
                    answer.prompt(),
                    answer.model(),
                    answer.variant(),
                    answer.outcome(),
                    answer.text());
        }
        for (DamagedLine line : journal.damaged()) {
            collector.skip(new SkippedRow(name, line.line(), UnreadableRowException.WHOLE_ROW, line.reason()));
        }
        collector.took(name + ": journal, " + journal.samples().size() + " answers");
    }
}
