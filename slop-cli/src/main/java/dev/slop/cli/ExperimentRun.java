package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.config.ExperimentFile;
import dev.slop.report.RunFolder;
import dev.slop.report.stopping.StoppedSamples;
import java.nio.file.Path;

/** The whole way of one experiment: sample, journal, analyse, report. */
final class ExperimentRun {
    private final Console console;
    private final CommonOptions options;

    ExperimentRun(Console console, CommonOptions options) {
        this.console = console;
        this.options = options;
    }

    int run(Experiment experiment, Path directory) {
        RunFolder folder = Reporting.folder(directory);
        Sampling.Sampled sampled =
                new Sampling(console, options.quiet || options.json, experiment, folder).sample(options.seed);
        ExperimentFile.write(experiment, folder.experiment());
        if (sampled.answers() == 0) {
            console.message("no answer was had; " + folder.journal() + " tells of every attempt");
            return ExitCode.NOTHING_DONE;
        }
        new Reporting(console, options)
                .report(StoppedSamples.table(experiment, sampled.samples()), folder, experiment.name());
        return exitCode(sampled);
    }

    private int exitCode(Sampling.Sampled sampled) {
        if (sampled.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (sampled.state().due().isEmpty()) {
            return ExitCode.DONE;
        }
        console.message(sampled.answers() + " of " + sampled.state().planned()
                + " samples were answered; the same command asks for the rest");
        return ExitCode.PARTLY_DONE;
    }
}
