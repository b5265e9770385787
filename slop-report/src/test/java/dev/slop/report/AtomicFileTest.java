package dev.slop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void write_newFolder_isMade() throws IOException {
        Path file = folder.resolve("a/b/c.txt");

        AtomicFile.write(file, out -> out.write("é"));

        assertThat(file).hasContent("é");
    }

    @Test
    void write_failingHalfWay_keepsTheOldFileAndLeavesNoOther() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFile.write(file, out -> out.write("old"));

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("new");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
