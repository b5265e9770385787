package dev.slop.metrics.lexical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Texts split into words, each different word kept once. Immutable. What every lexical measure works on; no n-gram of
 * any of them runs from one text into the next.
 *
 * <p>Nearly every lexical measure depends on how much text there is: of longer texts, and of more of them, a smaller
 * share of the words is new. To compare models whose answers differ in length or number bring them to equal size first:
 * {@link #truncated(int)} and {@link #sample(int, long)}.
 */
public final class TokenizedTexts {
    private final int[][] texts;
    private final List<String> vocabulary;

    private TokenizedTexts(int[][] texts, List<String> vocabulary) {
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    /**
     * {@return texts split by {@link Tokenizer#words()}}
     *
     * @param texts in any order; no measure depends on it
     */
    public static TokenizedTexts of(List<String> texts) {
        return of(texts, Tokenizer.words());
    }

    /**
     * {@return texts split as told}
     *
     * @param texts in any order
     * @param tokenizer how they are split
     */
    public static TokenizedTexts of(List<String> texts, Tokenizer tokenizer) {
        Vocabulary vocabulary = new Vocabulary();
        int[][] numbered = texts.stream()
                .map(text -> vocabulary.number(tokenizer.tokens(text)))
                .toArray(int[][]::new);
        return new TokenizedTexts(numbered, List.copyOf(vocabulary.words));
    }

    /**
     * {@return texts that are split already}
     *
     * @param texts the words of each
     */
    public static TokenizedTexts ofTokens(List<List<String>> texts) {
        Vocabulary vocabulary = new Vocabulary();
        int[][] numbered = texts.stream().map(vocabulary::number).toArray(int[][]::new);
        return new TokenizedTexts(numbered, List.copyOf(vocabulary.words));
    }

    /** {@return how many texts there are, those without a word included} */
    public int size() {
        return texts.length;
    }

    /** {@return how many words all texts have together} */
    public long tokens() {
        return Arrays.stream(texts).mapToLong(text -> text.length).sum();
    }

    /** {@return the number of words of each text} */
    public int[] lengths() {
        return Arrays.stream(texts).mapToInt(text -> text.length).toArray();
    }

    /**
     * {@return the texts cut to their first words: the equal-length form of every measure}
     *
     * @param longest words kept of each text, positive; shorter texts stay as they are
     * @throws IllegalArgumentException if it is not positive
     */
    public TokenizedTexts truncated(int longest) {
        if (longest <= 0) {
            throw new IllegalArgumentException("longest must be positive: " + longest);
        }
        int[][] cut = Arrays.stream(texts)
                .map(text -> text.length <= longest ? text : Arrays.copyOf(text, longest))
                .toArray(int[][]::new);
        return new TokenizedTexts(cut, vocabulary);
    }

    /**
     * {@return some of the texts, drawn without replacement: the equal-number form of every measure}
     *
     * @param size how many
     * @param seed equal seeds draw the same places
     * @throws IllegalArgumentException if there are not as many
     */
    public TokenizedTexts sample(int size, long seed) {
        if (size < 0 || size > texts.length) {
            throw new IllegalArgumentException("size must be in [0, " + texts.length + "]: " + size);
        }
        int[][] drawn = texts.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(drawn.length - i);
            int[] kept = drawn[other];
            drawn[other] = drawn[i];
            drawn[i] = kept;
        }
        return new TokenizedTexts(Arrays.copyOf(drawn, size), vocabulary);
    }

    /** {@return the numbers of a text's words; not to be changed} */
    int[] text(int index) {
        return texts[index];
    }

    int vocabularySize() {
        return vocabulary.size();
    }

    String word(int number) {
        return vocabulary.get(number);
    }

    private static final class Vocabulary {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> words = new ArrayList<>();

        int[] number(List<String> tokens) {
            int[] numbered = new int[tokens.size()];
            for (int i = 0; i < numbered.length; i++) {
                numbered[i] = numbers.computeIfAbsent(tokens.get(i), this::add);
            }
            return numbered;
        }

        private int add(String word) {
            words.add(word);
            return words.size() - 1;
        }
    }
}
