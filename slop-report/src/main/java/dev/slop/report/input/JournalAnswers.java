package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Elicitation;
import dev.slop.core.Experiment;
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
import java.util.Optional;

/**
 * Takes the answers out of a run's journal. It names prompts by their id alone and does not say how its variants asked;
 * the experiment beside it in a run folder does.
 */
final class JournalAnswers {
    private JournalAnswers() {}

    /**
     * Reads a journal.
     *
     * @param file as it can be read
     * @param name of the file, for messages
     * @param beside what lies beside the journal; absent where nothing can
     * @param collector takes the answers
     */
    static void read(Path file, String name, Optional<RunFolder> beside, AnswerCollector collector) {
        JournalContents journal = JournalReader.read(file);
        if (journal.samples().isEmpty()) {
            throw new ConfigurationException(name + ": the journal holds no answer");
        }
        Optional<Experiment> experiment =
                beside.map(RunFolder::experiment).filter(Files::exists).map(ExperimentFile::read);
        experiment.ifPresent(collector::asked);
        Map<String, Elicitation> asked =
                experiment.map(ExperimentTables::elicitations).orElse(Map.of());
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
        collector.took(name + ": journal, " + journal.samples().size() + " answers"
                + (experiment.isPresent() ? ", measured as the experiment beside it says" : ""));
    }
}
