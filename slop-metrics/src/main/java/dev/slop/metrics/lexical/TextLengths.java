package dev.slop.metrics.lexical;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Lengths of texts in words.
 *
 * @param texts how many
 * @param mean words a text
 * @param standardDeviation with n − 1; 0 for one text
 * @param least words of the shortest
 * @param median words of the middle text, or the mean of the middle two
 * @param most words of the longest
 */
public record TextLengths(int texts, double mean, double standardDeviation, int least, double median, int most) {
    /**
     * {@return the lengths of some texts; empty without a text}
     *
     * @param texts measured
     */
    public static Optional<TextLengths> of(TokenizedTexts texts) {
        int n = texts.size();
        if (n == 0) {
            return Optional.empty();
        }
        int[] lengths = texts.lengths();
        Arrays.sort(lengths);
        double[] values = Arrays.stream(lengths).asDoubleStream().toArray();
        return Optional.of(new TextLengths(
                n,
                StatUtils.mean(values),
                Math.sqrt(StatUtils.variance(values)),
                lengths[0],
                (lengths[(n - 1) / 2] + lengths[n / 2]) / 2.0,
                lengths[n - 1]));
    }
}
