package dev.slop.cli;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import dev.slop.core.config.ExperimentFile;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.report.ModelCost;
import dev.slop.report.RunFolder;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.stopping.StoppedSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Sampling sampling = new Sampling(console, options.quiet || options.json, experiment, folder);
        Sampling.Sampled sampled = sampling.sample(options.seed);
        try {
            return report(experiment, folder, sampled, sampling.embedder());
        } catch (UncheckedIOException | ConfigurationException | EmbeddingException e) {
            throw new CommandException(
                    sampled.answers() > 0 ? ExitCode.PARTLY_DONE : ExitCode.NOTHING_DONE,
                    e.getMessage() + "; the answers are in " + folder.journal());
        }
    }

    private int report(Experiment experiment, RunFolder folder, Sampling.Sampled sampled, ExperimentEmbedder embedder) {
        keep(experiment, folder);
        if (sampled.answers() == 0 && sampled.interrupted()) {
            return exitCode(sampled);
        }
        if (sampled.answers() == 0) {
            console.message("no answer was had; " + folder.journal() + " tells of every attempt");
            return ExitCode.NOTHING_DONE;
        }
        new Reporting(console, options)
                .report(
                        StoppedSamples.table(experiment, sampled.samples(), embedder),
                        folder,
                        experiment.name(),
                        ModelCost.of(sampled.spent(), Prices.of(experiment)));
        return exitCode(sampled);
    }

    /** Writes the experiment down as it was run, with the prices it was run at. */
    private static void keep(Experiment experiment, RunFolder folder) {
        Experiment kept = experiment.prices().isPresent() ? experiment.withPrices(folder.prices()) : experiment;
        try {
            if (experiment.prices().isPresent()
                    && !experiment
                            .prices()
                            .get()
                            .equals(folder.prices().toAbsolutePath().normalize())) {
                Files.copy(experiment.prices().get(), folder.prices(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.prices() + ": cannot be written: " + e.getMessage(), e);
        }
        ExperimentFile.write(kept, folder.experiment());
    }

    private int exitCode(Sampling.Sampled sampled) {
        if (sampled.interrupted()) {
            console.message("interrupted with " + sampled.answers() + " of "
                    + sampled.state().planned() + " samples answered; the same command resumes");
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
