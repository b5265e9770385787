package dev.slop.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumpyVectorsTest {
    private static final String FLOATS = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
    private static final double[] NUMBERS = {3, 4, 0, -2};

    @TempDir
    private Path folder;

    /*
     * Written by NumPy 2.4.6 itself: numpy.save("v.npy", numpy.array([[3, 4], [0, -2]], dtype="<f8")); its header is
     * padded to 128 bytes.
     */
    private static final String OF_NUMPY =
            "934e554d5059010076007b276465736372273a20273c6638272c2027666f727472616e5f6f72"
                    + "646572273a2046616c73652c20277368617065273a2028322c2032292c207d" + "20".repeat(58) + "0a"
                    + "00000000000008400000000000001040" + "000000000000000000000000000000c0";

    @Test
    void read_fileOfNumpy_givesItsRows() throws IOException {
        write(HexFormat.of().parseHex(OF_NUMPY));
        write(".txt", "Mango\nApple\n");

        StoredEmbedder embedder = read();

        assertThat(embedder.embed(List.of("Mango")).row(0)).containsExactly(0.6f, 0.8f);
        assertThat(embedder.embed(List.of("Apple")).row(0)).containsExactly(0, -1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void read_everyVersion_givesTheSame(int version) throws IOException {
        write(npy(version, FLOATS, Float.BYTES, NUMBERS));
        write(".txt", "Mango\r\nApple");

        assertThat(read().embed(List.of("Mango")).row(0)).containsExactly(0.6f, 0.8f);
    }

    @Test
    void read_textsAsJson_keepsTheirLineBreaks() throws IOException {
        write(npy(1, FLOATS, Float.BYTES, NUMBERS));
        write(".txt", "not\nthese\n");
        write(".jsonl", "{\"text\": \"Man\\ngo\"}\n{\"text\": \"Apple\"}\n");

        assertThat(read().embed(List.of("Man\ngo")).row(0)).containsExactly(0.6f, 0.8f);
    }

    @Test
    void read_statedTexts_areRead() throws IOException {
        write(npy(1, FLOATS, Float.BYTES, NUMBERS));
        Path texts = Files.writeString(folder.resolve("others.txt"), "Mango\nApple\n");

        StoredEmbedder embedder =
                new StoredEmbedder(new EmbeddingSpec.Stored(folder.resolve("v.npy"), Optional.of(texts)));

        assertThat(embedder.embed(List.of("Apple")).row(0)).containsExactly(0, -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'descr': '>f4', 'fortran_order': False, 'shape': (2, 2)}|descr: must be '<f4' or '<f8', but is '>f4'; save array.astype('<f4')",
                "{'descr': '<i8', 'fortran_order': False, 'shape': (2, 2)}|descr: must be",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 2)}|descr: must be",
                "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2)}|fortran_order: must be False; save numpy.ascontiguousarray(array)",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4,)}|shape: must be (texts, numbers a text), but is (4,)",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 2)}|shape: must be",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 2)}|shape: must be",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 2)}|shape: must be",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000, 2000000000)}|shape: (2000000000, 2000000000) takes rows of 8000000000 bytes",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2)}|shape: (3, 2) takes rows of 8 bytes, but 16 bytes follow the header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}|shape: (1, 2) takes rows of 8 bytes, but 16 bytes follow the header",
                "{'descr': '<f4', 'shape': (2, 2)}|header: has no fortran_order that can be read",
                "{}|header: has no descr that can be read"
            })
    void read_wrongHeader_namesTheField(String header, String message) throws IOException {
        write(npy(1, header, Float.BYTES, NUMBERS));

        assertRefused(message);
    }

    @Test
    void read_rowCountOtherThanTexts_namesBoth() throws IOException {
        write(npy(1, FLOATS, Float.BYTES, NUMBERS));
        write(".txt", "Mango\n");

        assertRefused("shape: has 2 rows, but " + folder.resolve("v.txt") + " has 1 texts");
    }

    @Test
    void read_withoutTexts_tellsWhichAreLookedFor() throws IOException {
        write(npy(1, FLOATS, Float.BYTES, NUMBERS));

        assertRefused("neither v.jsonl nor v.txt is beside it; name them as embeddings.texts");
    }

    @Test
    void read_numberThatIsNotFinite_namesRowAndColumn() throws IOException {
        write(npy(1, FLOATS, Float.BYTES, 1, 2, 3, Double.NaN));
        write(".txt", "a\nb\n");

        assertRefused("[1]: row[1]: must be a finite number, but is NaN");
    }

    @Test
    void read_doubleBeyondFloats_namesRowAndColumn() throws IOException {
        write(npy(1, FLOATS.replace("f4", "f8"), Double.BYTES, 1e300, 2, 3, 4));
        write(".txt", "a\nb\n");

        assertRefused("[0]: row[0]: must be a finite number, but is Infinity");
    }

    @Test
    void read_cutOffAnywhere_isToldInOneLine() throws IOException {
        byte[] whole = npy(1, FLOATS, Float.BYTES, NUMBERS);
        write(".txt", "Mango\nApple\n");
        for (int length = 0; length < whole.length; length++) {
            write(Arrays.copyOf(whole, length));
            assertRefused("v.npy: ");
        }
    }

    @Test
    void read_versionThatNobodyKnows_isRefused() throws IOException {
        byte[] file = npy(1, FLOATS, Float.BYTES, NUMBERS);
        file[6] = 9;
        write(file);

        assertRefused("version: must be from 1 to 3, but is 9");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(folder.resolve("v.npy").toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private StoredEmbedder read() {
        StoredEmbedder embedder =
                new StoredEmbedder(new EmbeddingSpec.Stored(folder.resolve("v.npy"), Optional.empty()));
        embedder.read();
        return embedder;
    }

    private void write(byte[] file) throws IOException {
        Files.write(folder.resolve("v.npy"), file);
    }

    private void write(String ending, String text) throws IOException {
        Files.writeString(folder.resolve("v" + ending), text);
    }

    private static byte[] npy(int version, String header, int bytes, double... numbers) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(12 + text.length + numbers.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(HexFormat.of().parseHex("934e554d5059")).put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text);
        for (double number : numbers) {
            if (bytes == Float.BYTES) {
                file.putFloat((float) number);
            } else {
                file.putDouble(number);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file.array(), 0, file.position());
        return out.toByteArray();
    }
}
