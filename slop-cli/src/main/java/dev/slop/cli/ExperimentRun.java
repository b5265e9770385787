package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.config.ExperimentFile;
import dev.slop.report.RunFolder;
import dev.slop.report.input.ExperimentTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        RunFolder folder = folder(directory);
        Sampling.Sampled sampled =
                new Sampling(console, options.quiet || options.json, experiment, folder).sample(options.seed);
        ExperimentFile.write(experiment, folder.experiment());
        if (sampled.answers() == 0) {
            console.message("no answer was had; " + folder.journal() + " tells of every attempt");
            return ExitCode.NOTHING_DONE;
        }
        new Reporting(console, options)
                .report(ExperimentTables.of(experiment, sampled.samples()), folder, experiment.name());
        return exitCode(experiment, sampled);
    }

    private static RunFolder folder(Path directory) {
        try {
            Files.createDirectories(directory);
            return new RunFolder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be made: " + e.getMessage(), e);
        }
    }

    private int exitCode(Experiment experiment, Sampling.Sampled sampled) {
        if (sampled.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        long planned = dev.slop.core.sampling.SamplingPlan.of(experiment).size();
        if (sampled.answers() == planned) {
            return ExitCode.DONE;
        }
        console.message(
                sampled.answers() + " of " + planned + " samples were answered; the same command asks for the rest");
        return ExitCode.PARTLY_DONE;
    }
}
