package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
    @TempDir
    Path folder;

    @Test
    void in_anEmptyFolder_goesThroughTheDemoAndARunOverHttp() throws IOException {
        assertThat(Rehearsal.in(folder)).isZero();

        assertThat(folder.resolve("demo/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("run/report.html")).isNotEmptyFile();
        assertThat(JournalReader.read(folder.resolve("run/journal.jsonl")).samples())
                .hasSize(40)
                .allSatisfy(sample -> assertThat(sample.text()).startsWith("The number is "));
    }
}
