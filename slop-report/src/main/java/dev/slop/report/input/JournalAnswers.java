package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Elicitation;
import dev.slop.core.Sample;
import dev.slop.core.config.ExperimentFile;
import dev.slop.core.journal.DamagedLine;
import dev.slop.core.journal.JournalContents;
import dev.slop.core.journal.JournalReader;
import dev.slop.metrics.analysis.Answer;
import dev.slop.report.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes the answers out of a run's journal, which names prompts by their id alone. */
final class JournalAnswers {
    private JournalAnswers() {}

    static void read(Path file, String name, AnswerCollector collector) {
        JournalContents journal = JournalReader.read(file);
        if (journal.samples().isEmpty()) {
            throw new ConfigurationException(name + ": the journal holds no answer");
        }
        Map<String, Elicitation> asked = elicitations(file);
        for (Sample sample : journal.samples()) {
            Answer answer = ExperimentTables.answer(sample, asked);
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

    /** A journal does not say how its variants asked; the experiment beside it in a run folder does. */
    private static Map<String, Elicitation> elicitations(Path file) {
        Path experiment = file.resolveSibling(new RunFolder(Path.of("")).experiment());
        return Files.exists(experiment) ? ExperimentTables.elicitations(ExperimentFile.read(experiment)) : Map.of();
    }
}
