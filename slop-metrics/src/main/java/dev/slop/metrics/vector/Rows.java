package dev.slop.metrics.vector;

import java.util.stream.IntStream;

/** Sums and products of rows. Every sum is made in the same order whatever the number of threads. */
final class Rows {
    /** Numbers from which a second thread is worth its start. */
    private static final long WORTH_THREADS = 1 << 17;

    private Rows() {}

    /* Four sums at once: the additions of one sum wait for each other, and the compiler may not reorder them. */
    static double dot(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
            s2 += (double) a[i + 2] * b[i + 2];
            s3 += (double) a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += (double) a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    static double squaredLength(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += x * x;
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double dot(float[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The sum of all rows. */
    static double[] sum(Embeddings embeddings) {
        float[][] rows = embeddings.rows();
        int slices = Slices.count(rows.length);
        double[][] parts = new double[slices][embeddings.dimension()];
        slices((long) rows.length * embeddings.dimension(), slices)
                .forEach(s -> add(
                        rows,
                        Slices.start(s, slices, rows.length),
                        Slices.start(s + 1, slices, rows.length),
                        parts[s]));
        for (int s = 1; s < slices; s++) {
            add(parts[s], parts[0]);
        }
        return parts[0];
    }

    static IntStream slices(long work, int slices) {
        IntStream range = IntStream.range(0, slices);
        return work < WORTH_THREADS ? range : range.parallel();
    }

    /* Four rows a pass: the sum is read and written once for all of them. */
    private static void add(float[][] rows, int from, int to, double[] sum) {
        int i = from;
        for (; i + 3 < to; i += 4) {
            add(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], sum);
        }
        for (; i < to; i++) {
            float[] row = rows[i];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += row[j];
            }
        }
    }

    private static void add(float[] a, float[] b, float[] c, float[] d, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += (double) a[j] + b[j] + ((double) c[j] + d[j]);
        }
    }

    static void add(double[] more, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += more[j];
        }
    }
}
