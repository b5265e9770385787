package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a table of an experiment and what it brought. */
public final class ExperimentTables {
    private ExperimentTables() {}

    /**
     * Makes the table.
     *
     * @param experiment says how answers are read and measured
     * @param samples final outcomes; those to prompts that the experiment no longer has are left out
     * @return one answer for each sample left, failed ones included
     * @throws ConfigurationException if a prompt asks for a measure that cannot be had
     */
    public static AnswerTable of(Experiment experiment, List<Sample> samples) {
        Set<String> ids = experiment.prompts().stream().map(Prompt::id).collect(Collectors.toSet());
        return new AnswerTable(
                experiment.prompts().stream().map(PromptSpecs::of).toList(),
                samples.stream()
                        .filter(sample -> ids.contains(sample.key().prompt()))
                        .map(ExperimentTables::answer)
                        .toList());
    }

    static Answer answer(Sample sample) {
        return new Answer(
                sample.key().prompt(),
                sample.key().model().toString(),
                sample.key().variant(),
                sample.key().index(),
                outcome(sample.outcome()),
                sample.text());
    }

    private static Outcome outcome(dev.slop.core.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> Outcome.ANSWERED;
            case REFUSED -> Outcome.REFUSED;
            case BLOCKED -> Outcome.BLOCKED;
            case TRUNCATED -> Outcome.TRUNCATED;
            case FAILED -> Outcome.FAILED;
        };
    }
}
