package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.config.ExperimentFile;
import dev.slop.core.provider.ProviderConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slop demo}. */
@Command(
        name = "demo",
        description = "Replays the recorded answers of experiments/same-slop.yaml through the whole pipeline, offline.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String EXPERIMENT = "same-slop.yaml";
    private static final String ANSWERS = "classpath:dev/slop/cli/same-slop-answers.jsonl";

    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "slop-runs/same-slop-demo",
            description = "Run folder (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("slop-runs", "same-slop-demo");

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return new ExperimentRun(console, common).run(replayed(experiment()), out);
    }

    private static Experiment experiment() {
        try {
            Path file = Files.createTempFile("same-slop", ".yaml");
            try (InputStream resource =
                    Objects.requireNonNull(DemoCommand.class.getResourceAsStream(EXPERIMENT), EXPERIMENT)) {
                Files.write(file, resource.readAllBytes());
                return ExperimentFile.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's experiment cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** The same experiment with every provider replaced by the recording. */
    private static Experiment replayed(Experiment experiment) {
        Map<String, ProviderConfig> providers = new TreeMap<>();
        for (ModelId model : experiment.models()) {
            providers.put(
                    model.provider(),
                    new ProviderConfig(
                            model.provider(),
                            "replay",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("file", ANSWERS),
                            Path.of("")));
        }
        return experiment.withProviders(providers);
    }
}
