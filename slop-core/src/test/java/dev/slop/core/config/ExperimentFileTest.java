package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.AnswerForm;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Expectation;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.core.SamplingParameters;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentFileTest {
    @TempDir
    private Path folder;

    private Experiment read(String yaml) throws IOException {
        Path file = folder.resolve("fruits.yaml");
        Files.writeString(file, yaml);
        return ExperimentFile.read(file);
    }

    @Test
    void read_exampleOfTheDesign_givesEveryField() throws IOException {
        Experiment experiment = read("""
                name: same-slop
                models: [anthropic/claude-haiku-4-5, openai/gpt-5-mini, gemini/gemini-2.5-flash]
                samples: 5
                prompts:
                  - {id: joke,   text: "Tell me a joke", samples: 3, same: near-duplicate}
                  - {id: fruit,  text: "Pick a random fruit, only return the fruit"}
                  - {id: colour, text: "Pick a random colour, only return the colour"}
                  - {id: number, text: "Pick a random number between 1 and 100, only return the number",
                     samples: 50, answer: {integer: [1, 100]}, expect: uniform}
                limits:
                  openai: {requests-per-minute: 500, tokens-per-minute: 200000, in-flight: 32}
                budget: {usd: 2.00}
                providers:                                   # only where the defaults do not serve
                  local: {type: openai, base-url: "http://127.0.0.1:8000/v1", key-env: LOCAL_KEY}
                """);

        assertThat(experiment.name()).isEqualTo("same-slop");
        assertThat(experiment.models())
                .extracting(ModelId::toString)
                .containsExactly("anthropic/claude-haiku-4-5", "openai/gpt-5-mini", "gemini/gemini-2.5-flash");
        assertThat(experiment.samples()).isEqualTo(5);
        assertThat(experiment.prompts()).hasSize(4);
        assertThat(experiment.prompts().get(0))
                .isEqualTo(new Prompt(
                        "joke",
                        "Tell me a joke",
                        Optional.empty(),
                        OptionalInt.of(3),
                        new AnswerForm.FreeText(),
                        SameAnswer.NEAR_DUPLICATE,
                        Optional.empty()));
        assertThat(experiment.prompts().get(3).answer()).isEqualTo(new AnswerForm.WholeNumber(1, 100));
        assertThat(experiment.prompts().get(3).expect()).contains(new Expectation.Uniform());
        assertThat(experiment.limits())
                .isEqualTo(Map.of(
                        "openai",
                        new RateLimits(OptionalDouble.of(500), OptionalDouble.of(200_000), OptionalInt.of(32))));
        assertThat(experiment.budget().usd()).contains(new BigDecimal("2.00"));
        assertThat(experiment.providers())
                .isEqualTo(Map.of(
                        "local",
                        new ProviderConfig(
                                "local",
                                "openai",
                                Optional.of(URI.create("http://127.0.0.1:8000/v1")),
                                Optional.of("LOCAL_KEY"),
                                Map.of(),
                                folder)));
    }

    @Test
    void read_leastFile_fillsTheDefaults() throws IOException {
        Experiment experiment = read("""
                models: [simulated/a]
                prompts:
                  - Tell me a joke
                  - {text: Pick a fruit}
                """);

        assertThat(experiment)
                .isEqualTo(new Experiment(
                        "fruits",
                        List.of(ModelId.parse("simulated/a")),
                        10,
                        List.of(Prompt.of("p1", "Tell me a joke"), Prompt.of("p2", "Pick a fruit")),
                        SamplingParameters.unset(),
                        Map.of(),
                        Budget.unlimited(),
                        Map.of()));
    }

    @Test
    void read_wordsThatYamlTakesForOtherTypes_staysText() throws IOException {
        Prompt prompt = read("""
                        models: [a/b]
                        prompts:
                          - {id: 1, text: 2026-01-01, answer: {choice: [yes, no, on, 010, 1.0]},
                             expect: {weights: {yes: 2, no: .5, 010: 1e-3}}}
                        """).prompts().get(0);

        assertThat(prompt.id()).isEqualTo("1");
        assertThat(prompt.text()).isEqualTo("2026-01-01");
        assertThat(prompt.answer()).isEqualTo(new AnswerForm.Choice(List.of("yes", "no", "on", "010", "1.0")));
        assertThat(prompt.expect()).contains(new Expectation.Weights(Map.of("yes", 2.0, "no", 0.5, "010", 0.001)));
    }

    @Test
    void read_optionsOfAProvider_areTextsAndPathsStartAtTheFile() throws IOException {
        Map<String, ProviderConfig> providers = read("""
                        models: [replay/a, far/b]
                        prompts: [Hi]
                        providers:
                          replay: {file: answers.jsonl, seed: 7, loop: yes}
                          far: {type: replay, directory: ../elsewhere, file: b.jsonl}
                        """).providers();

        assertThat(providers.get("replay").type()).isEqualTo("replay");
        assertThat(providers.get("replay").options())
                .isEqualTo(Map.of("file", "answers.jsonl", "seed", "7", "loop", "yes"));
        assertThat(providers.get("replay").directory()).isEqualTo(folder);
        assertThat(providers.get("far").directory()).isEqualTo(folder.resolveSibling("elsewhere"));
    }

    @Test
    void read_anchorsAndByteOrderMark_serve() throws IOException {
        Experiment experiment = read("\uFEFF" + """
                models: [a/b]
                prompts:
                  - {id: x, text: One, answer: &fruit {choice: [Mango, Apple]}}
                  - {id: y, text: Two, answer: *fruit, system: "", samples: 200_000}
                """);

        assertThat(experiment.prompts().get(1).answer())
                .isEqualTo(experiment.prompts().get(0).answer());
        assertThat(experiment.prompts().get(1).system()).contains("");
        assertThat(experiment.prompts().get(1).samples()).hasValue(200_000);
    }

    @Test
    void read_longPrompt_isKeptWhole() throws IOException {
        String text = "x".repeat(3_200_000);

        assertThat(read("models: [a/b]\nprompts:\n  - " + text + "\n")
                        .prompts()
                        .get(0)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void read_limitsOfALaneThatIsNotUsed_areAllowed() throws IOException {
        assertThat(
                        read("models: [openai/x]\nprompts: [Hi]\nlimits: {anthropic: {in-flight: 1}, openai/x: {in-flight: 2}}\n")
                                .limits())
                .containsOnlyKeys("anthropic", "openai/x");
    }

    @Test
    void write_everyField_isReadBack() {
        Experiment experiment = everyField(folder);
        Path file = folder.resolve("experiment.yaml");

        ExperimentFile.write(experiment, file);

        assertThat(ExperimentFile.read(file)).isEqualTo(experiment);
    }

    @Test
    void write_intoAnotherFolder_keepsWhatOptionsAreRelativeTo() {
        Experiment experiment = everyField(folder.resolveSibling("source"));
        Path file = folder.resolve("experiment.yaml");

        ExperimentFile.write(experiment, file);

        assertThat(ExperimentFile.read(file).providers().get("replay"))
                .isEqualTo(experiment.providers().get("replay"));
    }

    @Test
    void format_experiment_isReadableAndInOrder() {
        assertThat(ExperimentFile.format(everyField(folder), folder)).isEqualTo("""
                        name: every-field
                        models:
                        - openai/gpt-5-mini
                        - replay/a/b
                        samples: 5
                        prompts:
                        - id: number
                          text: Pick a number
                          system: |-
                            Be brief.
                            Be random.
                          samples: 50
                          same: semantic
                          answer:
                            integer:
                            - -5
                            - 100
                          expect: uniform
                        - id: coin
                          text: Heads or tails?
                          answer:
                            choice:
                            - 'yes'
                            - 'no'
                          expect:
                            weights:
                              'yes': 2
                              'no': 0.5
                        parameters:
                          temperature: 0.7
                          top-p: 1
                          top-k: 40
                          max-output-tokens: 256
                          seed: -1
                          reasoning-effort: low
                          stop:
                          - |2+

                          - END
                        limits:
                          openai:
                            requests-per-minute: 0.5
                            tokens-per-minute: 200000
                            input-tokens-per-minute: 150000
                            output-tokens-per-minute: 50000
                            in-flight: 32
                          replay/a/b:
                            in-flight: 1
                        budget:
                          usd: 2.50
                          tokens: 1000000
                          requests: 0
                        providers:
                          openai:
                            type: openai
                            base-url: http://127.0.0.1:8000/v1
                            key-env: LOCAL_KEY
                          replay:
                            type: replay
                            file: answers.jsonl
                        """);
    }

    @Test
    void write_folderInsteadOfFile_isAConfigurationFault() {
        assertThatThrownBy(() -> ExperimentFile.write(everyField(folder), folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageNotContaining("\n");
    }

    private static Experiment everyField(Path directory) {
        return new Experiment(
                "every-field",
                List.of(ModelId.parse("openai/gpt-5-mini"), ModelId.parse("replay/a/b")),
                5,
                List.of(
                        new Prompt(
                                "number",
                                "Pick a number",
                                Optional.of("Be brief.\nBe random."),
                                OptionalInt.of(50),
                                new AnswerForm.WholeNumber(-5, 100),
                                SameAnswer.SEMANTIC,
                                Optional.of(new Expectation.Uniform())),
                        new Prompt(
                                "coin",
                                "Heads or tails?",
                                Optional.empty(),
                                OptionalInt.empty(),
                                new AnswerForm.Choice(List.of("yes", "no")),
                                SameAnswer.EXACT,
                                Optional.of(new Expectation.Weights(weights())))),
                new SamplingParameters(
                        OptionalDouble.of(0.7),
                        OptionalDouble.of(1),
                        OptionalInt.of(40),
                        OptionalInt.of(256),
                        OptionalLong.of(-1),
                        Optional.of("low"),
                        List.of("\n", "END")),
                Map.of(
                        "openai",
                        new RateLimits(
                                OptionalDouble.of(0.5),
                                OptionalDouble.of(200_000),
                                OptionalDouble.of(150_000),
                                OptionalDouble.of(50_000),
                                OptionalInt.of(32)),
                        "replay/a/b",
                        new RateLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(1))),
                new Budget(OptionalLong.of(0), OptionalLong.of(1_000_000), Optional.of(new BigDecimal("2.50"))),
                Map.of(
                        "replay",
                        new ProviderConfig(
                                "replay",
                                "replay",
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("file", "answers.jsonl"),
                                directory),
                        "openai",
                        new ProviderConfig(
                                "openai",
                                "openai",
                                Optional.of(URI.create("http://127.0.0.1:8000/v1")),
                                Optional.of("LOCAL_KEY"),
                                Map.of(),
                                directory)));
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new java.util.LinkedHashMap<>();
        weights.put("yes", 2.0);
        weights.put("no", 0.5);
        return weights;
    }
}
