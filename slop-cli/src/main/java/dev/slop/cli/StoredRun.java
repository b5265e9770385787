package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.Sample;
import dev.slop.core.config.ExperimentFile;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.report.RunFolder;
import dev.slop.report.input.ExperimentTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as its folder holds it.
 *
 * @param folder its files
 * @param experiment as it was run
 * @param samples every outcome of its draws
 */
record StoredRun(RunFolder folder, Experiment experiment, List<Sample> samples) {
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
        sampling.tellDamage();
        List<Sample> samples = sampling.samples();
        if (samples.isEmpty()) {
            throw new CommandException(ExitCode.NOTHING_DONE, folder.journal() + ": holds no answer");
        }
        return new StoredRun(folder, experiment, samples);
    }

    AnswerTable table() {
        return ExperimentTables.of(experiment, samples);
    }
}
