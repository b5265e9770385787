package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.config.ExperimentFile;
import dev.slop.report.RunFolder;
import dev.slop.report.input.ExperimentTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop run}. */
@Command(
        name = "run",
        description = "Samples an experiment, keeps every answer, and reports. The same command again resumes.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The experiment, for example experiments/same-slop.yaml.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Run folder (default: slop-runs/NAME).")
    private @Nullable Path out;

    @Option(names = "--samples", paramLabel = "N", description = "Draws per prompt and model, in place of the file's.")
    private @Nullable Integer samples;

    @Option(names = "--models", paramLabel = "A,B", split = ",", description = "Ask these models only.")
    private @Nullable List<String> models;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "What models cost, before what slop knows (see docs/costs.md).")
    private @Nullable Path prices;

    @Option(names = "--dry-run", description = "Tell requests, tokens, time and money, and ask nothing.")
    private boolean dryRun;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment experiment = Overrides.apply(
                ExperimentFile.read(file),
                samples == null ? OptionalInt.empty() : OptionalInt.of(samples),
                Optional.ofNullable(models).map(RunCommand::parsed));
        if (prices != null) {
            experiment = experiment.withPrices(prices.toAbsolutePath().normalize());
        }
        ExperimentTables.check(experiment);
        Path directory = out == null ? Path.of("slop-runs", experiment.name()) : out;
        if (dryRun) {
            return new DryRun(console, common.json).tell(experiment, new RunFolder(directory));
        }
        return new ExperimentRun(console, common).run(experiment, directory);
    }

    private static List<ModelId> parsed(List<String> names) {
        try {
            return names.stream().map(String::strip).map(ModelId::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--models: " + e.getMessage());
        }
    }
}
