package dev.slop.metrics.vector;

import java.util.Arrays;

/** Products of rows with rows, or of columns with columns: whichever matrix is smaller. Both have the same eigenvalues. */
final class Gram {
    /** Rows summed in single precision before they enter the double sums. */
    private static final int BLOCK = 128;

    private Gram() {}

    /** X Xᵀ where rows are few, else Xᵀ X; symmetric, not divided by n. */
    static double[][] smaller(Embeddings texts) {
        return texts.size() <= texts.dimension() ? ofRows(texts) : ofColumns(texts);
    }

    /** X Xᵀ: all cosines, with exactly 1 on the diagonal. */
    static double[][] ofRows(Embeddings texts) {
        float[][] rows = texts.rows();
        int n = rows.length;
        double[][] gram = new double[n][n];
        Rows.slices((long) n * n / 2 * texts.dimension(), n).forEach(i -> {
            gram[i][i] = 1;
            for (int j = 0; j < i; j++) {
                gram[i][j] = Rows.dot(rows[i], rows[j]);
            }
        });
        mirror(gram);
        return gram;
    }

    /** Xᵀ X. */
    static double[][] ofColumns(Embeddings texts) {
        float[][] rows = texts.rows();
        int slices = Slices.count(rows.length);
        double[][][] parts = new double[slices][][];
        Rows.slices((long) rows.length * texts.dimension() * texts.dimension(), slices)
                .forEach(s -> parts[s] = products(
                        rows,
                        Slices.start(s, slices, rows.length),
                        Slices.start(s + 1, slices, rows.length),
                        texts.dimension()));
        for (int s = 1; s < slices; s++) {
            for (int i = 0; i < parts[0].length; i++) {
                Rows.add(parts[s][i], parts[0][i]);
            }
        }
        mirror(parts[0]);
        return parts[0];
    }

    private static double[][] products(float[][] rows, int from, int to, int dimension) {
        double[][] sum = new double[dimension][dimension];
        float[] line = new float[dimension];
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            for (int i = 0; i < dimension; i++) {
                addLine(rows, start, end, i, line, sum[i]);
            }
        }
        return sum;
    }

    /* Adds line i, columns 0 to i, of one block's products. Eight rows a pass keep eight multiplications per load and
     * store of the sum, and the loop has no order of additions that would keep the compiler from vectorising it. */
    private static void addLine(float[][] rows, int start, int end, int i, float[] line, double[] sum) {
        Arrays.fill(line, 0, i + 1, 0);
        int k = start;
        for (; k + 7 < end; k += 8) {
            addEight(rows, k, i, line);
        }
        for (; k < end; k++) {
            float[] row = rows[k];
            float x = row[i];
            for (int j = 0; j <= i; j++) {
                line[j] += x * row[j];
            }
        }
        for (int j = 0; j <= i; j++) {
            sum[j] += line[j];
        }
    }

    private static void addEight(float[][] rows, int k, int i, float[] line) {
        float[] a = rows[k];
        float[] b = rows[k + 1];
        float[] c = rows[k + 2];
        float[] d = rows[k + 3];
        float[] e = rows[k + 4];
        float[] f = rows[k + 5];
        float[] g = rows[k + 6];
        float[] h = rows[k + 7];
        float xa = a[i];
        float xb = b[i];
        float xc = c[i];
        float xd = d[i];
        float xe = e[i];
        float xf = f[i];
        float xg = g[i];
        float xh = h[i];
        for (int j = 0; j <= i; j++) {
            line[j] +=
                    xa * a[j] + xb * b[j] + (xc * c[j] + xd * d[j]) + (xe * e[j] + xf * f[j] + (xg * g[j] + xh * h[j]));
        }
    }

    private static void mirror(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[j][i] = lower[i][j];
            }
        }
    }
}
