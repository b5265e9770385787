package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.config.ExperimentFile;
import dev.slop.core.sampling.SamplingPlan;
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

    @Option(names = "--dry-run", description = "Tell what would be asked, and ask nothing.")
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
        if (dryRun) {
            return tellPlan(experiment);
        }
        Path directory = out == null ? Path.of("slop-runs", experiment.name()) : out;
        return new ExperimentRun(console, common).run(experiment, directory);
    }

    private static List<ModelId> parsed(List<String> names) {
        try {
            return names.stream().map(String::strip).map(ModelId::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--models: " + e.getMessage());
        }
    }

    private int tellPlan(Experiment experiment) {
        boolean mayStop = experiment.prompts().stream()
                .anyMatch(prompt -> experiment.untilOf(prompt).isPresent());
        int variants = experiment.variants().size();
        console.out()
                .println((mayStop ? "at most " : "")
                        + SamplingPlan.of(experiment).size() + " requests: "
                        + experiment.prompts().size() + " prompts, "
                        + experiment.models().size() + " models"
                        + (variants > 1 ? ", " + variants + " variants" : ""));
        return ExitCode.DONE;
    }
}
