package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own: on a full disk, and with a provider that its class path brings. */
final class ChildProcessTest {
    private static final Path BASH = Path.of("/bin/bash");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @BeforeEach
    void needsBash() {
        assumeTrue(Files.isExecutable(BASH), "no bash here");
    }

    private record Ended(int exitCode, String said) {}

    private Ended start(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void run_diskFull_keepsWhatWasAnswered() throws Exception {
        Files.writeString(folder.resolve("e.yaml"), """
                models: [simulated/a]
                samples: 200
                prompts: [{id: fruit, text: A fruit}]
                providers: {simulated: {answers.fruit: "Mango=9,Apple=1"}}
                """);
        // A limit of 16 KiB a file stands in for a full disk: the system refuses to write on, much as it would there.
        String limited = "ulimit -f 16; exec \"$@\"";
        Ended full = start(
                Map.of(),
                BASH.toString(),
                "-c",
                limited,
                "-",
                JAVA,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slop.cli.Slop",
                "run",
                "e.yaml",
                "--out",
                "run");
        String journal = Files.readString(folder.resolve("run/journal.jsonl"));
        Ended resumed = start(
                Map.of(),
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slop.cli.Slop",
                "run",
                "e.yaml",
                "--out",
                "run");

        assertThat(full.said()).contains("the journal cannot be written: ", "of 200 samples");
        assertThat(full.exitCode()).isEqualTo(3);
        assertThat(resumed.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("run/journal.jsonl"))).startsWith(journal.substring(0, 8_000));
    }

    @Test
    void measure_moreThanTheMemoryHolds_saysSoInOneLine() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("big.csv"))) {
            out.write("prompt,model,answer\n");
            for (int i = 0; i < 400_000; i++) {
                out.write("p,m,answer number " + i + "\n");
            }
        }

        Ended ended = start(
                Map.of(),
                JAVA,
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slop.cli.Slop",
                "measure",
                "big.csv");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said())
                .startsWith("slop: out of memory: ")
                .contains("set SLOP_OPTS=-Xmx1g")
                .hasLineCount(1);
    }

    @Test
    void run_diskFullFromTheStart_isNothingDone() throws Exception {
        Files.writeString(folder.resolve("e.yaml"), "models: [simulated/a]\nprompts: [{id: p, text: hi}]\n");

        Ended full = start(
                Map.of(),
                BASH.toString(),
                "-c",
                "ulimit -f 0; exec \"$@\"",
                "-",
                JAVA,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slop.cli.Slop",
                "run",
                "e.yaml",
                "--out",
                "run");

        assertThat(full.said()).contains("journal").doesNotContain("Exception");
        assertThat(full.exitCode()).isIn(2, 4);
    }

    @Test
    void run_providerOnTheClassPath_isFoundByJavaAndByTheLauncher() throws Exception {
        String plugin = compilePlugin().toString();
        Files.writeString(folder.resolve("e.yaml"), "models: [plugin/m]\nsamples: 2\nprompts: [{id: p, text: hi}]\n");
        String classPath = System.getProperty("java.class.path");

        Ended byJava = start(
                Map.of(), JAVA, "-cp", classPath + ":" + plugin, "dev.slop.cli.Slop", "run", "e.yaml", "--out", "java");
        Ended byLauncher =
                start(Map.of("SLOP_CLASSPATH", plugin), launcher().toString(), "run", "e.yaml", "--out", "launcher");

        for (Ended ended : List.of(byJava, byLauncher)) {
            assertThat(ended.said()).contains("from the class path");
            assertThat(ended.exitCode()).isZero();
        }
    }

    /** A provider that no class of the tests' own class path is. */
    private Path compilePlugin() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("plugin"));
        Path source = Files.writeString(folder.resolve("PluginFactory.java"), """
                import dev.slop.core.provider.*;
                public final class PluginFactory implements CompletionProviderFactory {
                    public String id() { return "plugin"; }
                    public CompletionProvider create(ProviderConfig config, Environment environment) {
                        return request -> java.util.concurrent.CompletableFuture.completedFuture(
                                Completion.of("From the class path"));
                    }
                }
                """);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(result).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.slop.core.provider.CompletionProviderFactory"), "PluginFactory");
        return classes;
    }

    /** The launcher in a folder like slop's own, whose jar is a list of the class path. */
    private static Path launcher() throws IOException {
        Path home = Path.of("target", "launcher").toAbsolutePath();
        Path target = Files.createDirectories(home.resolve("slop-cli/target"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        List<String> entries = new ArrayList<>();
        Stream.of(System.getProperty("java.class.path").split(":"))
                .forEach(entry -> entries.add(Path.of(entry).toUri().toString()));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", entries));
        new JarOutputStream(Files.newOutputStream(target.resolve("slop.jar")), manifest).close();
        return Files.copy(
                Path.of("..", "slop"),
                home.resolve("slop"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }
}
