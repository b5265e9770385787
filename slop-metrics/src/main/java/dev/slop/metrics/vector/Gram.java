package dev.slop.metrics.vector;

/** Products of rows with rows, or of columns with columns: whichever matrix is smaller. Both have the same eigenvalues. */
final class Gram {
    /** Rows whose products are added while they are in the cache. */
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
        double[][] block = new double[Math.min(BLOCK, to - from)][dimension];
        for (int start = from; start < to; start += BLOCK) {
            int size = Math.min(to - start, BLOCK);
            for (int k = 0; k < size; k++) {
                widen(rows[start + k], block[k]);
            }
            for (int i = 0; i < dimension; i++) {
                addLine(block, size, i, sum[i]);
            }
        }
        return sum;
    }

    private static void widen(float[] row, double[] wide) {
        for (int j = 0; j < wide.length; j++) {
            wide[j] = row[j];
        }
    }

    /** Adds line i, columns 0 to i, of one block's products. */
    private static void addLine(double[][] block, int size, int i, double[] sum) {
        int k = 0;
        for (; k + 3 < size; k += 4) {
            addFour(block[k], block[k + 1], block[k + 2], block[k + 3], i, sum);
        }
        for (; k < size; k++) {
            double[] row = block[k];
            double x = row[i];
            for (int j = 0; j <= i; j++) {
                sum[j] += x * row[j];
            }
        }
    }

    /* Four rows a pass spare three of four loads and stores of the sum; the loop has no order of additions that would keep
     * the compiler from vectorising it, and with more rows, or more than one sum, Java 17 no longer does. */
    private static void addFour(double[] a, double[] b, double[] c, double[] d, int i, double[] sum) {
        double x = a[i];
        double y = b[i];
        double z = c[i];
        double w = d[i];
        for (int j = 0; j <= i; j++) {
            sum[j] += x * a[j] + y * b[j] + (z * c[j] + w * d[j]);
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
