package dev.slop.metrics.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Embeddings for tests. */
final class Points {
    private Points() {}

    /** Row i, column j: sin(1 + 3i + 5j + ij), with 0.5 added in column 0; the reference values are of these. */
    static Embeddings sines(int n, int dimension) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            float[] row = new float[dimension];
            for (int j = 0; j < dimension; j++) {
                row[j] = (float) (Math.sin(1 + 3 * i + 5 * j + i * j) + (j == 0 ? 0.5 : 0));
            }
            rows.add(row);
        }
        return Embeddings.of(rows);
    }

    static Embeddings random(int n, int dimension, long seed) {
        Random random = new Random(seed);
        return Embeddings.of(IntStream.range(0, n)
                .mapToObj(i -> {
                    float[] row = new float[dimension];
                    for (int j = 0; j < dimension; j++) {
                        row[j] = (float) random.nextGaussian();
                    }
                    row[0] += 1;
                    return row;
                })
                .toList());
    }

    static Embeddings rows(float[]... rows) {
        return Embeddings.of(List.of(rows));
    }

    static Embeddings first(Embeddings texts, int count) {
        return texts.select(IntStream.range(0, count).toArray());
    }

    static Embeddings from(Embeddings texts, int start) {
        return texts.select(IntStream.range(start, texts.size()).toArray());
    }

    static Embeddings reversed(Embeddings texts) {
        return texts.select(
                IntStream.range(0, texts.size()).map(i -> texts.size() - 1 - i).toArray());
    }
}
