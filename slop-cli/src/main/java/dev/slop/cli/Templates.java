package dev.slop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that travel with the command. */
final class Templates {
    private Templates() {}

    /** {@return a text by its name; empty if there is none} */
    static Optional<String> find(String name) {
        try (InputStream text = Templates.class.getResourceAsStream(name)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }
}
