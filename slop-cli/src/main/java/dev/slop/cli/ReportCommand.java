package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.Sample;
import dev.slop.core.config.ExperimentFile;
import dev.slop.report.RunFolder;
import dev.slop.report.stopping.StoppedSamples;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slop report}. */
@Command(
        name = "report",
        description = "Analyses and renders a run folder again; asks nothing.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A run folder, for example slop-runs/same-slop.")
    private Path directory = Path.of("");

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunFolder folder = new RunFolder(directory);
        Experiment experiment = ExperimentFile.read(folder.experiment());
        Sampling sampling = new Sampling(console, common.quiet, experiment, folder);
        sampling.tellDamage();
        List<Sample> samples = sampling.samples();
        if (samples.isEmpty()) {
            throw new CommandException(ExitCode.NOTHING_DONE, folder.journal() + ": holds no answer");
        }
        new Reporting(console, common).report(StoppedSamples.table(experiment, samples), folder, experiment.name());
        return ExitCode.DONE;
    }
}
