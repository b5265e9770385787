package dev.slop.metrics.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as points on the unit sphere: one row a text, each scaled to length 1, so that the dot product of two rows is
 * their cosine. Immutable.
 */
public final class Embeddings {
    private final float[][] rows;
    private final int dimension;

    private Embeddings(float[][] rows, int dimension) {
        this.rows = rows;
        this.dimension = dimension;
    }

    /**
     * {@return the embeddings of some texts, scaled to length 1}
     *
     * @param rows one a text, all of the same dimension; copied
     * @throws IllegalArgumentException if there is no row, rows differ in dimension, or a row has a number that is not
     *     finite or the length 0, which has no direction; the message names the row, counted from 0
     */
    public static Embeddings of(List<float[]> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("needs at least one row");
        }
        int dimension = rows.get(0).length;
        float[][] unit = new float[rows.size()][];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = unit(rows.get(i), dimension, i);
        }
        return new Embeddings(unit, dimension);
    }

    private static float[] unit(float[] row, int dimension, int number) {
        if (row.length != dimension) {
            throw new IllegalArgumentException(
                    "row " + number + " has " + row.length + " numbers, row 0 has " + dimension);
        }
        double length = Math.sqrt(squaredLength(row));
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("row " + number + " has no direction: its length is " + length);
        }
        float[] unit = new float[dimension];
        for (int j = 0; j < dimension; j++) {
            unit[j] = (float) (row[j] / length);
        }
        return unit;
    }

    private static double squaredLength(float[] row) {
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return sum;
    }

    /** {@return number of texts} */
    public int size() {
        return rows.length;
    }

    /** {@return numbers a text} */
    public int dimension() {
        return dimension;
    }

    /**
     * {@return a copy of a row, of length 1}
     *
     * @param i its number, from 0
     */
    public float[] row(int i) {
        return rows[i].clone();
    }

    /**
     * {@return the cosine of two texts, in [−1, 1]}
     *
     * @param i one
     * @param j the other
     */
    public double cosine(int i, int j) {
        return clamped(Rows.dot(rows[i], rows[j]));
    }

    static double clamped(double cosine) {
        return Math.max(-1, Math.min(1, cosine));
    }

    /**
     * {@return some of the texts}
     *
     * @param positions their numbers, at least one; may repeat
     * @throws IllegalArgumentException if there is none
     */
    public Embeddings select(int... positions) {
        if (positions.length == 0) {
            throw new IllegalArgumentException("needs at least one row");
        }
        return new Embeddings(Arrays.stream(positions).mapToObj(i -> rows[i]).toArray(float[][]::new), dimension);
    }

    /**
     * {@return these texts and then those of another}
     *
     * @param other of the same dimension
     * @throws IllegalArgumentException if the dimension differs
     */
    public Embeddings and(Embeddings other) {
        requireSameSpace(other);
        List<float[]> both = new ArrayList<>(Arrays.asList(rows));
        both.addAll(Arrays.asList(other.rows));
        return new Embeddings(both.toArray(float[][]::new), dimension);
    }

    void requireSameSpace(Embeddings other) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException("dimensions differ: " + dimension + " and " + other.dimension);
        }
    }

    /** Other rows of the same dimension, of whatever length. */
    Embeddings withRows(float[][] others) {
        return new Embeddings(others, dimension);
    }

    /** The rows themselves, not to be changed. */
    float[][] rows() {
        return rows;
    }

    @Override
    public String toString() {
        return rows.length + " embeddings of " + dimension + " numbers";
    }
}
