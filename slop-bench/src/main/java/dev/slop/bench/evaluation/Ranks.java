package dev.slop.bench.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Measures of agreement that use the order of values alone. */
final class Ranks {
    private Ranks() {}

    /** {@return the chance that a positive has a higher score than a negative, ties counted half} */
    static double areaUnderRoc(double[] scores, boolean[] positive) {
        double[] ranks = new NaturalRanking().rank(scores);
        double sum = 0;
        double positives = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += positive[i] ? ranks[i] : 0;
            positives += positive[i] ? 1 : 0;
        }
        return (sum - positives * (positives + 1) / 2) / (positives * (ranks.length - positives));
    }

    /** {@return Spearman's rank correlation} */
    static double spearman(double[] a, double[] b) {
        return new SpearmansCorrelation().correlation(Arrays.copyOf(a, a.length), Arrays.copyOf(b, b.length));
    }
}
