package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer types: init, providers, help, completion. */
final class FirstStepsTest {
    private static final String KEY = "sk-planted-0123456789";

    @TempDir
    Path folder;

    @Test
    void init_withoutKeys_writesAnExperimentThatRunsAsItIs() {
        String file = folder.resolve("e.yaml").toString();

        assertThat(CommandLineRun.of("init", file).exitCode()).isZero();
        CommandLineRun run = CommandLineRun.of(
                "run", file, "--quiet", "--out", folder.resolve("run").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("joke", "fruit", "dice", "coin");
    }

    @Test
    void init_withAKey_asksThatProvidersModelAndNamesTheOthersInComments() throws IOException {
        Path file = folder.resolve("e.yaml");

        CommandLineRun init = CommandLineRun.of(Map.of("OPENAI_API_KEY", KEY), false, "init", file.toString());

        assertThat(init.exitCode()).isZero();
        assertThat(Files.readString(file))
                .contains("\n  - openai/gpt-5-mini\n", "\n  # - anthropic/")
                .doesNotContain(KEY, "simulated");
        assertThat(CommandLineRun.of("run", file.toString(), "--dry-run").exitCode())
                .isZero();
    }

    @Test
    void init_fileThatExists_isNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), "mine");

        CommandLineRun init = CommandLineRun.of("init", file.toString());

        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("exists", "--force").hasLineCount(1);
        assertThat(file).hasContent("mine");
        assertThat(CommandLineRun.of("init", file.toString(), "--force").exitCode())
                .isZero();
        assertThat(file).content().startsWith("# An experiment");
    }

    @Test
    void providers_setVariables_areNamedAndNeverShown() {
        CommandLineRun run = CommandLineRun.of(Map.of("ANTHROPIC_API_KEY", KEY), false, "providers");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("ANTHROPIC_API_KEY is set", "OPENAI_API_KEY is not set", "https://api.openai.com/v1")
                .contains("replay", "simulated", "asks no server")
                .doesNotContain(KEY);
    }

    @Test
    void providers_json_holdsTheSame() {
        CommandLineRun run = CommandLineRun.of(Map.of("OPENAI_API_KEY", KEY), false, "providers", "--json");

        assertThat(run.json()).anySatisfy(node -> {
            assertThat(node.path("id").asText()).isEqualTo("openai");
            assertThat(node.at("/environment/OPENAI_API_KEY").asText()).isEqualTo("set");
        });
        assertThat(run.out()).doesNotContain(KEY);
    }

    @Test
    void providers_pingWithoutKeys_isNothingDone() {
        CommandLineRun run = CommandLineRun.of("providers", "--ping");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("no key is set").hasLineCount(1);
    }

    @Test
    void providers_pingOfAnExperiment_asksEachOfItsModels() throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                models: [simulated/a, broken/b]
                samples: 1
                prompts: [{id: p, text: q}]
                providers: {broken: {type: openai, base-url: "http://127.0.0.1:1/v1"}}
                """);

        CommandLineRun run = CommandLineRun.of("providers", file.toString(), "--ping");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("simulated/a: ok, answered").contains("broken/b: failed, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment", "formats", "metrics", "environment", "exit-codes"})
    void help_topics_areExplained(String topic) {
        CommandLineRun run = CommandLineRun.of("help", topic);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasLineCount((int)
                run.out().lines().filter(line -> line.length() <= 120).count());
        assertThat(HelpCommand.TOPICS).contains(topic);
    }

    @Test
    void help_ofACommand_isItsUsage() {
        assertThat(CommandLineRun.of("help", "run").out())
                .isEqualTo(CommandLineRun.of("run", "--help").out());
    }

    @Test
    void help_alone_listsCommandsAndTopics() {
        assertThat(CommandLineRun.of("help").out()).contains("measure", "Topics", "exit-codes");
    }

    @Test
    void help_ofNothingKnown_namesWhatIs() {
        CommandLineRun run = CommandLineRun.of("help", "jokes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'jokes'", "measure", "formats").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completion_scripts_knowCommandsAndOptions(String shell) {
        CommandLineRun run = CommandLineRun.of("completion", shell);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("measure", "prompt-field", "dry-run");
    }

    @Test
    void completion_bash_isAScriptThatBashReads() throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("slop.bash"),
                CommandLineRun.of("completion", "bash").out());

        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(bash.waitFor()).isZero();
        assertThat(bash.getInputStream()).isEmpty();
    }
}
