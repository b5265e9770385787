package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file, or standard input, as text: unpacked if it is gzip or Zstandard, without a byte-order mark, read once from
 * start to end, with a look ahead at its head.
 */
final class InputFile implements AutoCloseable {
    /** The path that means standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    /** As much is looked at before anything is read: more than any header of the formats known. */
    private static final int HEAD = 256 * 1024;

    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] ZSTANDARD = {0x28, 0xb5, 0x2f, 0xfd};

    private final Path path;
    private final BufferedReader reader;

    private final boolean isPlain;

    private InputFile(Path path, BufferedReader reader, boolean isPlain) {
        this.path = path;
        this.reader = reader;
        this.isPlain = isPlain;
    }

    static InputFile open(Path path, InputStream standardInput) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException(path + ": is a folder; name its journal.jsonl");
        }
        InputStream raw = path.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(path);
        try {
            BufferedInputStream stored = new BufferedInputStream(raw);
            InputStream bytes = unpacked(stored);
            return new InputFile(path, text(bytes), bytes == stored && !path.equals(STANDARD_INPUT));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        if (startsWith(raw, GZIP)) {
            return new GZIPInputStream(raw);
        }
        return startsWith(raw, ZSTANDARD) ? new ZstdInputStream(raw) : raw;
    }

    private static boolean startsWith(InputStream in, int[] magic) throws IOException {
        in.mark(magic.length);
        boolean same = true;
        for (int expected : magic) {
            same &= in.read() == expected;
        }
        in.reset();
        return same;
    }

    private static BufferedReader text(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), HEAD);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** {@return the beginning of what is still to be read, which is still to be read afterwards} */
    String head() throws IOException {
        char[] head = new char[HEAD];
        reader.mark(HEAD);
        int length = 0;
        int read = reader.read(head, 0, HEAD);
        while (read > 0) {
            length += read;
            read = reader.read(head, length, HEAD - length);
        }
        reader.reset();
        return new String(head, 0, length);
    }

    /** {@return whether it is a file that can be read as it is, neither packed nor standard input} */
    boolean isPlain() {
        return isPlain;
    }

    BufferedReader reader() {
        return reader;
    }

    /** {@return the name in messages} */
    String name() {
        return path.equals(STANDARD_INPUT) ? "standard input" : path.toString();
    }

    /** {@return the name of the model whose answers these are, where the file says none} */
    String modelOfName() {
        if (path.equals(STANDARD_INPUT)) {
            return "stdin";
        }
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.(gz|zst)$", "");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
