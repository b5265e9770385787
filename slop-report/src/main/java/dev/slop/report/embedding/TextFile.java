package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks over the lines of a file in UTF-8, with or without a byte-order mark. */
final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * Gives each line with its place.
     *
     * @param action takes {@code file:line} and the line
     * @throws ConfigurationException if the file cannot be read
     */
    static void forEachLine(Path file, BiConsumer<String, String> action) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                boolean marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
                action.accept(file + ":" + number, marked ? line.substring(1) : line);
            }
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": is not in UTF-8 after line " + number, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static ConfigurationException unreadable(Path file, IOException fault) {
        return new ConfigurationException(
                fault instanceof NoSuchFileException
                        ? file + ": there is no such file"
                        : file + ": cannot be read: " + fault.getMessage(),
                fault);
    }
}
