package dev.slop.metrics.lexical;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How rich a text's vocabulary is: for each measure the mean over the texts for which it is defined, empty where it is
 * for none. No window crosses two texts.
 */
public final class LexicalRichness {
    /** Words of a moving window where none is stated. */
    public static final int DEFAULT_WINDOW = 50;
    /** The type-token ratio at which MTLD ends a factor. */
    public static final double DEFAULT_THRESHOLD = 0.72;
    /** Words of a draw of HD-D. */
    public static final int DEFAULT_DRAW = 42;

    private LexicalRichness() {}

    /**
     * {@return the type-token ratio (TTR): different words over words} Falls with a text's length; the other measures
     * here are its equal-length forms.
     *
     * @param texts of which each is measured alone
     */
    public static OptionalDouble typeTokenRatio(TokenizedTexts texts) {
        return mean(
                texts,
                text -> text.length == 0
                        ? Double.NaN
                        : (double) Arrays.stream(text).distinct().count() / text.length);
    }

    /**
     * {@return the moving-average type-token ratio (MATTR): the mean TTR of all windows of so many words} Undefined for
     * shorter texts. Source: Covington and McFall, Journal of Quantitative Linguistics 17 (2010) 94.
     *
     * @param texts of which each is measured alone
     * @param window words, positive
     * @throws IllegalArgumentException if the window is not positive
     */
    public static OptionalDouble movingAverage(TokenizedTexts texts, int window) {
        if (window <= 0) {
            throw new IllegalArgumentException("window must be positive: " + window);
        }
        int[] counts = new int[texts.vocabularySize()];
        return mean(texts, text -> movingAverage(text, window, counts));
    }

    private static double movingAverage(int[] text, int window, int[] counts) {
        if (text.length < window) {
            return Double.NaN;
        }
        double sum = 0;
        int different = 0;
        for (int i = 0; i < text.length; i++) {
            different += counts[text[i]]++ == 0 ? 1 : 0;
            if (i >= window) {
                different -= --counts[text[i - window]] == 0 ? 1 : 0;
            }
            sum += i >= window - 1 ? different : 0;
        }
        for (int word : text) {
            counts[word] = 0;
        }
        return sum / window / (text.length - window + 1);
    }

    /**
     * {@return the measure of textual lexical diversity (MTLD): the mean number of words that it takes the TTR to fall to
     * the threshold, forwards and backwards} The rest of a text counts as the part (1 − TTR)/(1 − threshold) of such a
     * factor; a text that never repeats a word counts as one factor. Unstable under about 100 words. Source: McCarthy and
     * Jarvis, Behavior Research Methods 42 (2010) 381.
     *
     * @param texts of which each is measured alone
     * @param threshold in (0, 1)
     * @throws IllegalArgumentException if the threshold is outside
     * @see <a href="https://doi.org/10.3758/BRM.42.2.381">McCarthy and Jarvis (2010)</a>
     */
    public static OptionalDouble mtld(TokenizedTexts texts, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold must be in (0, 1): " + threshold);
        }
        int[] factorOf = new int[texts.vocabularySize()];
        return mean(
                texts,
                text -> text.length == 0
                        ? Double.NaN
                        : (mtld(text, false, threshold, factorOf) + mtld(text, true, threshold, factorOf)) / 2);
    }

    private static double mtld(int[] text, boolean backwards, double threshold, int[] factorOf) {
        for (int word : text) {
            factorOf[word] = 0;
        }
        int factor = 1;
        int words = 0;
        int different = 0;
        for (int i = 0; i < text.length; i++) {
            int word = text[backwards ? text.length - 1 - i : i];
            words++;
            different += factorOf[word] == factor ? 0 : 1;
            factorOf[word] = factor;
            if ((double) different / words <= threshold) {
                factor++;
                words = 0;
                different = 0;
            }
        }
        double rest = words == 0 ? 0 : (1 - (double) different / words) / (1 - threshold);
        double factors = factor - 1 + rest;
        return text.length / (factors == 0 ? 1 : factors);
    }

    /**
     * {@return HD-D: the TTR expected of so many words drawn from the text without replacement} Undefined for shorter
     * texts. Source: McCarthy and Jarvis, Language Testing 24 (2007) 459.
     *
     * @param texts of which each is measured alone
     * @param drawn words, positive
     * @throws IllegalArgumentException if the number is not positive
     */
    public static OptionalDouble hdd(TokenizedTexts texts, int drawn) {
        return mean(texts, text -> {
            int[] counts = Arrays.stream(text)
                    .boxed()
                    .collect(Collectors.groupingBy(word -> word, Collectors.summingInt(word -> 1)))
                    .values()
                    .stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            return Hypergeometric.distinctRatio(counts, text.length, drawn).orElse(Double.NaN);
        });
    }

    private static OptionalDouble mean(TokenizedTexts texts, ToDoubleFunction<int[]> measure) {
        double sum = 0;
        int defined = 0;
        for (int t = 0; t < texts.size(); t++) {
            double value = measure.applyAsDouble(texts.text(t));
            if (!Double.isNaN(value)) {
                sum += value;
                defined++;
            }
        }
        return defined == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / defined);
    }
}
