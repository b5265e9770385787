package dev.slop.metrics.answer;

import java.util.Optional;

/** Whole numbers from min to max. */
record WholeNumberRange(long min, long max) {
    /** Of a {@code long}, sign included. */
    private static final int MOST_CHARACTERS = 20;

    WholeNumberRange {
        if (min > max) {
            throw new IllegalArgumentException("min must not exceed max: " + min + ", " + max);
        }
    }

    Optional<String> check(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(text.strip());
            return min <= value && value <= max ? Optional.of(Long.toString(value)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
