package dev.slop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Short answers whose frequencies follow Zipf's law, as the answers of a model to an open question do: answer k of
 * {@code kinds} is drawn with a probability proportional to {@code 1 / k^exponent}.
 */
final class ZipfAnswers {
    private final double[] cumulative;

    ZipfAnswers(int kinds, double exponent) {
        cumulative = new double[kinds];
        double sum = 0;
        for (int k = 0; k < kinds; k++) {
            sum += Math.pow(k + 1, -exponent);
            cumulative[k] = sum;
        }
        for (int k = 0; k < kinds; k++) {
            cumulative[k] /= sum;
        }
    }

    /** {@return the number of one answer, from 0 for the most frequent} */
    int draw(SplittableRandom random) {
        double u = random.nextDouble();
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** {@return n answers as texts; every text is an object of its own, as it is when answers are read from a file} */
    List<String> texts(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            texts.add("answer " + draw(random));
        }
        return texts;
    }

    /** {@return how often each answer came in n draws; answers that never came are left out} */
    long[] counts(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] counts = new long[cumulative.length];
        for (int i = 0; i < n; i++) {
            counts[draw(random)]++;
        }
        return java.util.Arrays.stream(counts).filter(c -> c > 0).toArray();
    }
}
