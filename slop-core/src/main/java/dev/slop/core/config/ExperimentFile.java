package dev.slop.core.config;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes {@code experiment.yaml}. Reading is strict: an unknown or repeated key, a value of the wrong type or
 * out of its range, a second prompt of one id, and whatever else would be guesswork is an error of one line, as in
 *
 * <pre>experiment.yaml:7:5: unknown key 'sampels' in prompts[1]; did you mean 'samples'?</pre>
 *
 * <p>Left out, {@code samples} is 10, {@code name} the file's name without its ending, {@code same} exact,
 * {@code answer} text, the id of a prompt {@code p1}, {@code p2} … by its place, and the type of a provider its id.
 * Relative paths in a provider's options start at the file's folder, or at the provider's {@code directory}.
 */
public final class ExperimentFile {
    private ExperimentFile() {}

    /**
     * Reads an experiment.
     *
     * @param file YAML in UTF-8
     * @return the experiment
     * @throws ConfigurationException if the file cannot be read or is not right; the message begins with
     *     {@code file:line:column}
     */
    public static Experiment read(Path file) {
        return ExperimentReader.read(new Source(file).root());
    }

    /**
     * Gives an experiment as YAML; {@link #read} gives the same experiment back. Where a provider has options, its
     * {@code directory} is stated if it is not the file's folder.
     *
     * @param experiment what is written
     * @param folder where the file will lie
     * @return the file's content
     */
    public static String format(Experiment experiment, Path folder) {
        return ExperimentFormat.format(experiment, folder.toAbsolutePath().normalize());
    }

    /**
     * Writes an experiment, over a file that may exist.
     *
     * @param experiment what is written
     * @param file where
     * @throws ConfigurationException if the file cannot be written
     */
    public static void write(Experiment experiment, Path file) {
        try {
            Files.writeString(file, format(experiment, Source.folderOf(file)));
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
