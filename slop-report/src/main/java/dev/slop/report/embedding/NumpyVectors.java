package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a two-dimensional array in NumPy's {@code .npy}, little-endian floats row by row, and the texts of its rows. */
final class NumpyVectors {
    private static final List<String> ENDINGS = List.of(".jsonl", ".txt");

    private NumpyVectors() {}

    static StoredVectors read(Path file, Optional<Path> statedTexts) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            NumpyHeader header = NumpyHeader.read(file, in);
            checkSize(file, header);
            Path beside = statedTexts.orElseGet(() -> beside(file));
            List<String> texts = texts(beside);
            if (texts.size() != header.rows()) {
                throw new ConfigurationException(file + ": shape: has " + header.rows() + " rows, but " + beside
                        + " has " + texts.size() + " texts");
            }
            return rows(file, header, in, texts);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    /** Before anything is set aside for rows that a damaged header may have made up. */
    private static void checkSize(Path file, NumpyHeader header) throws IOException {
        long expected = (long) header.columns() * header.bytes();
        long there = Files.size(file) - header.length();
        if (there / expected != header.rows() || there % expected != 0) {
            throw new ConfigurationException(file + ": shape: (" + header.rows() + ", " + header.columns()
                    + ") takes rows of " + expected + " bytes, but " + there + " bytes follow the header");
        }
    }

    private static StoredVectors rows(Path file, NumpyHeader header, DataInputStream in, List<String> texts)
            throws IOException {
        StoredVectors vectors = new StoredVectors();
        byte[] bytes = new byte[header.columns() * header.bytes()];
        for (int row = 0; row < header.rows(); row++) {
            in.readFully(bytes);
            vectors.add(texts.get(row), floats(bytes, header), file + "[" + row + "]", "row");
        }
        return vectors;
    }

    private static float[] floats(byte[] bytes, NumpyHeader header) {
        ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[header.columns()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = header.bytes() == Float.BYTES ? row.getFloat() : (float) row.getDouble();
        }
        return vector;
    }

    private static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.length() - ".npy".length());
        return ENDINGS.stream()
                .map(ending -> file.resolveSibling(stem + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(file + ": the texts of its rows are missing: neither "
                        + stem + ".jsonl nor " + stem + ".txt is beside it; name them as embeddings.texts"));
    }

    /** One a line: as it is, or as {@code text} of an object where the file ends in {@code .jsonl}. */
    private static List<String> texts(Path file) {
        List<String> texts = new ArrayList<>();
        boolean isJson = String.valueOf(file.getFileName()).endsWith(".jsonl");
        TextFile.forEachLine(
                file,
                (place, line) ->
                        texts.add(isJson ? JsonLinesVectors.text(place, JsonLinesVectors.object(place, line)) : line));
        return texts;
    }
}
