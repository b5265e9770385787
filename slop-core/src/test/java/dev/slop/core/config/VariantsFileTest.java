package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Elicitation;
import dev.slop.core.Experiment;
import dev.slop.core.Prompt;
import dev.slop.core.SamplingParameters;
import dev.slop.core.StoppingCriterion;
import dev.slop.core.StoppingCriterion.Measure;
import dev.slop.core.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsFileTest {
    private static final String GOOD = "models: [a/b]\nprompts: [x]\n";

    @TempDir
    private Path folder;

    private Experiment read(String text) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("e.yaml"), text));
    }

    private Experiment writtenAndRead(Experiment experiment) {
        ExperimentFile.write(experiment, folder.resolve("again.yaml"));
        return ExperimentFile.read(folder.resolve("again.yaml"));
    }

    @Test
    void read_variants_takesAllTheirKeysAndDefaults() throws IOException {
        Experiment experiment = read(GOOD + """
                variants:
                  - {id: plain}
                  - {id: warm, temperature: 1.5, stop: ["\\n"]}
                  - {id: poet, system: "You are a poet"}
                  - {id: verbalized, ask: verbalized}
                  - {id: list, ask: list-then-pick, count: 7, top-p: 0.9}
                """);

        assertThat(experiment.variants()).hasSize(5);
        assertThat(experiment.variants().get(0)).isEqualTo(Variant.of("plain", new Elicitation.Direct()));
        assertThat(experiment.variants().get(1).parameters().temperature()).hasValue(1.5);
        assertThat(experiment.variants().get(2).system()).contains("You are a poet");
        assertThat(experiment.variants().get(3).elicitation()).isEqualTo(new Elicitation.Verbalized(5));
        assertThat(experiment.variants().get(4).elicitation()).isEqualTo(new Elicitation.ListThenPick(7));
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    @Test
    void read_withoutVariantsAndUntil_asksInOneWayAndDoesNotWriteThem() throws IOException {
        Experiment experiment = read(GOOD);

        assertThat(experiment.variants()).containsExactly(Variant.byDefault());
        assertThat(experiment.until()).isEmpty();
        assertThat(ExperimentFile.format(experiment, folder)).doesNotContain("variants", "until");
    }

    @Test
    void read_until_setsTheMostDrawsAndTheBatches() throws IOException {
        Experiment experiment = read("""
                models: [a/b]
                until: {coverage: 0.95, max-samples: 200}
                prompts:
                  - x
                  - {id: width, text: y, until: {distinct-width: 4, max-samples: 90, batch: 30}}
                  - {id: fixed, text: z, samples: 3}
                """);

        Prompt usual = experiment.prompts().get(0);
        Prompt width = experiment.prompts().get(1);
        Prompt fixed = experiment.prompts().get(2);
        assertThat(experiment.samplesOf(usual)).isEqualTo(200);
        assertThat(experiment.untilOf(usual)).contains(new StoppingCriterion(Measure.COVERAGE, 0.95, 10, 20));
        assertThat(experiment.samplesOf(width)).isEqualTo(90);
        assertThat(experiment.untilOf(width)).contains(new StoppingCriterion(Measure.DISTINCT_WIDTH, 4, 30, 30));
        assertThat(experiment.samplesOf(fixed)).isEqualTo(3);
        assertThat(experiment.untilOf(fixed)).isEmpty();
        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variants: [{id: a}, {id: a}]|3:21: variants[1] has the id 'a' of an earlier variant",
                "variants: [{temperature: 1}]|3:12: 'id' is missing in variants[0]",
                "variants: [{id: a, temprature: 1}]"
                        + "|3:20: unknown key 'temprature' in variants[0]; did you mean 'temperature'?",
                "variants: [{id: a, ask: verbalised}]|3:25: variants[0].ask must be direct or verbalized or"
                        + " list-then-pick, but is 'verbalised'; did you mean 'verbalized'?",
                "variants: [{id: a, count: 5}]"
                        + "|3:27: variants[0].count needs ask: verbalized or ask: list-then-pick",
                "variants: [{id: a, ask: verbalized, count: 1}]"
                        + "|3:44: variants[0].count must be a whole number from 2 to 100, but is '1'",
                "variants: []|3:11: variants must not be an empty list",
                "until: {max-samples: 9}|3:8: until must state one of coverage and distinct-width",
                "until: {coverage: 1}|3:19: until.coverage must be a number above 0 and below 1, but is '1'",
                "until: {coverage: 0.9, distinct-width: 2}|3:8: until must state one of coverage and distinct-width",
                "until: {coverage: 0.9, max-samples: 9}\\nsamples: 3"
                        + "|3:8: until states max-samples, so samples beside it says nothing; leave one out"
            })
    void read_mistakes_areNamedWithTheirPlace(String lines, String message) {
        assertThatThrownBy(() -> read(GOOD + lines.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(folder.resolve("e.yaml") + ":" + message);
    }

    @Test
    void withSamples_asTheCommandLineSays_drawsThatManyWithoutStopping() throws IOException {
        Experiment fixed = read("models: [a/b]\nuntil: {coverage: 0.95}\nprompts: [{text: y, samples: 7}, z]\n")
                .withSamples(4);

        assertThat(fixed.prompts()).allSatisfy(prompt -> {
            assertThat(fixed.samplesOf(prompt)).isEqualTo(4);
            assertThat(fixed.untilOf(prompt)).isEqualTo(Optional.empty());
        });
        assertThat(fixed.parameters()).isEqualTo(SamplingParameters.unset());
    }
}
