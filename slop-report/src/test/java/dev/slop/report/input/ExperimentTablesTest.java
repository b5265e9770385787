package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Budget;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExperimentTablesTest {
    private static final ModelId MODEL = ModelId.parse("a/b/c");

    @Test
    void of_samples_keepsFailuresAndLeavesOutOtherPrompts() {
        AnswerTable table = ExperimentTables.of(
                new Experiment(
                        "e",
                        List.of(MODEL),
                        3,
                        List.of(Prompt.of("p", "Hello?"), Prompt.of("q", "Never asked")),
                        SamplingParameters.unset(),
                        Map.of(),
                        Budget.unlimited(),
                        Map.of()),
                List.of(
                        sample("p", 0, Outcome.ANSWERED, "Hi"),
                        sample("p", 1, Outcome.FAILED, ""),
                        sample("renamed", 0, Outcome.ANSWERED, "Gone")));

        assertThat(table.prompts()).extracting(PromptSpec::id).containsExactly("p", "q");
        assertThat(table.answers())
                .extracting(Answer::prompt, Answer::model, Answer::index, Answer::outcome, Answer::text)
                .containsExactly(
                        tuple("p", "a/b/c", 0, dev.slop.metrics.answer.Outcome.ANSWERED, "Hi"),
                        tuple("p", "a/b/c", 1, dev.slop.metrics.answer.Outcome.FAILED, ""));
    }

    private static Sample sample(String prompt, int index, Outcome outcome, String text) {
        return new Sample(
                new SampleKey(prompt, MODEL, SampleKey.DEFAULT_VARIANT, index),
                "hash",
                outcome,
                text,
                Optional.empty(),
                TokenUsage.unknown(),
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
