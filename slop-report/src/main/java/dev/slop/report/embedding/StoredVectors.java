package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.CleanedAnswer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The vectors of a file by text. Each is checked as it comes, so that an error names its place. */
final class StoredVectors {
    private static final AnswerRules USUAL = AnswerRules.text();

    /** A vector and where it stands. */
    private static final class Placed {
        private final float[] vector;
        private final String place;

        Placed(float[] vector, String place) {
            this.vector = vector;
            this.place = place;
        }
    }

    private final Map<String, Placed> byText = new HashMap<>();
    private final Map<String, Placed> byCleanedText = new HashMap<>();
    private int dimension = -1;
    private String firstPlace = "";

    /**
     * Adds a row.
     *
     * @param place where it stands, as an error begins: {@code vectors.jsonl:3}
     * @param field what holds the vector there
     */
    void add(String text, float[] vector, String place, String field) {
        check(vector, place, field);
        Placed placed = new Placed(vector, place);
        Placed earlier = byText.putIfAbsent(text, placed);
        if (earlier != null && !Arrays.equals(earlier.vector, vector)) {
            throw new ConfigurationException(
                    place + ": text: stands at " + earlier.place + " with another embedding: '" + shown(text) + "'");
        }
        CleanedAnswer cleaned = USUAL.apply(text);
        byCleanedText.putIfAbsent(cleaned.text(), placed);
    }

    private void check(float[] vector, String place, String field) {
        if (dimension < 0) {
            dimension = vector.length;
            firstPlace = place;
        }
        if (vector.length != dimension) {
            throw new ConfigurationException(place + ": " + field + ": has " + vector.length
                    + (vector.length == 1 ? " number, " : " numbers, ") + firstPlace + " has " + dimension);
        }
        float largest = 0;
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isFinite(vector[i])) {
                throw new ConfigurationException(
                        place + ": " + field + "[" + i + "]: must be a finite number, but is " + vector[i]);
            }
            largest = Math.max(largest, Math.abs(vector[i]));
        }
        if (largest == 0) {
            throw new ConfigurationException(place + ": " + field + ": has no direction, all its numbers are 0");
        }
    }

    /** {@return the vector of a text as it stands in the file, else of one that is the same once it is cleaned as usual} */
    Optional<float[]> find(String text) {
        Placed exact = byText.get(text);
        return Optional.ofNullable(exact == null ? byCleanedText.get(text) : exact)
                .map(placed -> placed.vector);
    }

    int size() {
        return byText.size();
    }

    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
