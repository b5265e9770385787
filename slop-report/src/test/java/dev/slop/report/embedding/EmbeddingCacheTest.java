package dev.slop.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddingCacheTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("embeddings.jsonl");
    }

    @Test
    void find_afterReopening_isWhatWasKept() {
        cache("m").keep(List.of("Mango", "Äpfel\n🥭"), List.of(new float[] {1, -0f}, new float[] {Float.MIN_VALUE, 3}));

        EmbeddingCache again = cache("m");
        assertThat(again.find("Mango")).containsExactly(1, -0f);
        assertThat(again.find("Äpfel\n🥭")).containsExactly(Float.MIN_VALUE, 3);
        assertThat(again.find("mango")).isNull();
        assertThat(again.damaged()).isZero();
    }

    @Test
    void find_otherModel_isNotThere() {
        cache("m").keep(List.of("Mango"), List.of(new float[] {1}));

        assertThat(cache("m in 256 dimensions").find("Mango")).isNull();
    }

    @Test
    void open_untouched_makesNoFile() {
        assertThat(cache("m").find("Mango")).isNull();
        assertThat(file).doesNotExist();
    }

    @Test
    void file_holdsNoText() throws IOException {
        cache("m").keep(List.of("a secret joke"), List.of(new float[] {1}));

        assertThat(Files.readString(file)).doesNotContain("secret").contains("\"model\":\"m\"");
    }

    @Test
    void open_cutOffAnywhere_keepsEveryWholeLineAndLaterOnes() throws IOException {
        cache("m").keep(List.of("a"), List.of(new float[] {1, 2}));
        int first = (int) Files.size(file);
        cache("m").keep(List.of("b"), List.of(new float[] {3, 4}));
        byte[] whole = Files.readAllBytes(file);
        for (int length = first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            cache("m").keep(List.of("c"), List.of(new float[] {5, 6}));

            EmbeddingCache again = cache("m");
            assertThat(again.find("a")).as("cut at %s", length).containsExactly(1, 2);
            assertThat(again.find("c")).as("cut at %s", length).containsExactly(5, 6);
        }
    }

    @Test
    void open_damagedLines_areCountedAndPassedOver() throws IOException {
        cache("m").keep(List.of("a"), List.of(new float[] {1, 2}));
        Files.writeString(file, Files.readString(file) + "{\"v\":1,\n\u0000\u0000\n{\"v\":9}\n");

        assertThat(cache("m").damaged()).isEqualTo(2);
        assertThat(cache("m").find("a")).containsExactly(1, 2);
    }

    @Test
    void keep_folderThatIsNotThere_isTold() {
        EmbeddingCache cache = EmbeddingCache.open(Optional.of(folder.resolve("no/e.jsonl")), "m");

        assertThatThrownBy(() -> cache.keep(List.of("a"), List.of(new float[] {1})))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("embeddings cannot be written");
    }

    @Test
    void keep_withoutFile_isKeptInMemory() {
        EmbeddingCache cache = EmbeddingCache.open(Optional.empty(), "m");
        cache.keep(List.of("a"), List.of(new float[] {1}));

        assertThat(cache.find("a")).containsExactly(1);
    }

    private EmbeddingCache cache(String model) {
        return EmbeddingCache.open(Optional.of(file), model);
    }
}
