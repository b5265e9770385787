package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Elicitation;
import dev.slop.core.Experiment;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.core.Variant;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.embedding.ExperimentEmbedder;
import java.util.List;
import java.util.Map;
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
     * @return one answer for each sample left, failed ones included; of a reply that lists several answers one is drawn
     * @throws ConfigurationException if a prompt asks for a measure that cannot be had
     */
    public static AnswerTable of(Experiment experiment, List<Sample> samples) {
        return of(experiment, samples, ExperimentEmbedder.of(experiment));
    }

    /**
     * Makes the table with an embedder that is there.
     *
     * @param experiment says how answers are read and measured
     * @param samples final outcomes; those to prompts that the experiment no longer has are left out
     * @param embedder the experiment's
     * @return as of {@link #of(Experiment, List)}
     * @throws ConfigurationException if a prompt asks for a measure that cannot be had
     */
    public static AnswerTable of(Experiment experiment, List<Sample> samples, ExperimentEmbedder embedder) {
        return new AnswerTable(
                experiment.prompts().stream()
                        .map(prompt -> PromptSpecs.of(prompt, embedder))
                        .toList(),
                answers(experiment, samples),
                experiment.variants().stream().map(Variant::id).toList(),
                List.of());
    }

    /**
     * Checks what only measuring can tell of an experiment, so that it is told before anything is asked.
     *
     * @param experiment says how answers are cleaned
     * @throws ConfigurationException if a prompt names a cleaning rule that there is not
     */
    public static void check(Experiment experiment) {
        experiment.prompts().forEach(PromptSpecs::rules);
    }

    /**
     * Takes the answers out of samples.
     *
     * @param experiment says how was asked
     * @param samples final outcomes; those to prompts that the experiment no longer has are left out
     * @return one answer for each sample left, failed ones included; of a reply that lists several answers one is drawn
     */
    public static List<Answer> answers(Experiment experiment, List<Sample> samples) {
        Set<String> ids = experiment.prompts().stream().map(Prompt::id).collect(Collectors.toSet());
        Map<String, Elicitation> asked = elicitations(experiment);
        return samples.stream()
                .filter(sample -> ids.contains(sample.key().prompt()))
                .map(sample -> answer(sample, asked))
                .toList();
    }

    /** {@return how each variant of an experiment elicits an answer, by the variant's id} */
    static Map<String, Elicitation> elicitations(Experiment experiment) {
        return experiment.variants().stream().collect(Collectors.toMap(Variant::id, Variant::elicitation));
    }

    /** {@return what a sample says; one of its answers where its variant asks for several} */
    static Answer answer(Sample sample, Map<String, Elicitation> asked) {
        Elicitation elicitation = asked.getOrDefault(sample.key().variant(), new Elicitation.Direct());
        boolean hasReply = sample.outcome() == dev.slop.core.Outcome.ANSWERED
                || sample.outcome() == dev.slop.core.Outcome.TRUNCATED;
        if (elicitation instanceof Elicitation.Direct
                || !hasReply
                || sample.text().isBlank()) {
            return answer(sample, outcome(sample.outcome()), sample.text());
        }
        AnswerLists.Drawn drawn = AnswerLists.draw(sample, elicitation);
        return answer(
                sample,
                switch (drawn.verdict()) {
                    case ONE_DRAWN -> Outcome.ANSWERED;
                    case CUT_OFF -> Outcome.TRUNCATED;
                    case UNPARSED -> Outcome.UNPARSED;
                },
                drawn.text());
    }

    private static Answer answer(Sample sample, Outcome outcome, String text) {
        return new Answer(
                sample.key().prompt(),
                sample.key().model().toString(),
                sample.key().variant(),
                sample.key().index(),
                outcome,
                text);
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
