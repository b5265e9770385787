package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.config.ExperimentFile;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.report.ModelCost;
import dev.slop.report.RunFolder;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.stopping.StoppedSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as its folder holds it.
 *
 * @param folder its files
 * @param experiment as it was run
 * @param stored every outcome of its draws, and what they took
 * @param embedder the experiment's
 */
record StoredRun(RunFolder folder, Experiment experiment, Sampling.Sampled stored, ExperimentEmbedder embedder) {
    /** Reads a run; says on the console which lines of its journal are damaged. */
    static StoredRun read(Path directory, Console console, boolean quiet) {
        RunFolder folder = new RunFolder(directory);
        if (!Files.exists(folder.experiment())) {
            throw new CommandException(
                    ExitCode.USAGE,
                    directory + ": is no run folder: it has no "
                            + folder.experiment().getFileName());
        }
        Experiment experiment = ExperimentFile.read(folder.experiment());
        Sampling sampling = new Sampling(console, quiet, experiment, folder);
        Sampling.Sampled stored = sampling.stored();
        if (stored.samples().isEmpty()) {
            throw new CommandException(ExitCode.NOTHING_DONE, folder.journal() + ": holds no answer");
        }
        return new StoredRun(folder, experiment, stored, sampling.embedder());
    }

    AnswerTable table() {
        return StoppedSamples.table(experiment, stored.samples(), embedder);
    }

    List<ModelCost> costs() {
        return ModelCost.of(stored.spent(), Prices.of(experiment));
    }
}
