package dev.slop.metrics.goodness;

import java.util.Map;

/** Which numbered cell an answer belongs to. */
sealed interface CellIndex {
    int OUTSIDE = -1;

    int of(String answer);

    /** Cells named one by one. */
    record Listed(Map<String, Integer> cells) implements CellIndex {
        @Override
        public int of(String answer) {
            return cells.getOrDefault(answer, OUTSIDE);
        }
    }

    /** A range of integers: nothing is stored, and {@code 7}, {@code +7} and {@code 007} are the same cell. */
    record Integers(long min, long max) implements CellIndex {
        @Override
        public int of(String answer) {
            try {
                long value = Long.parseLong(answer);
                return value >= min && value <= max ? (int) (value - min) : OUTSIDE;
            } catch (NumberFormatException notAnInteger) {
                return OUTSIDE;
            }
        }
    }
}
