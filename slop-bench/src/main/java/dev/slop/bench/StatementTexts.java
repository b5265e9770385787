package dev.slop.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Statements without any template, of another shape than {@link JokeTexts}: 22 to 30 words of a made-up vocabulary of
 * 5,000, the first ones most, so that all texts share short words; copies differ by whole words: one or two left out, said
 * twice, replaced or swapped with the next, or in their punctuation. A few statements have thousands of copies, most have
 * one.
 */
public final class StatementTexts {
    private static final int VOCABULARY = 5_000;
    private static final String LETTERS = "eeeeaaaooiitttnnnsssrrrhhlldducmfpgwybvk";
    private static final String[] ENDS = {"", ".", "!", "..."};

    private StatementTexts() {}

    /**
     * {@return the texts}
     *
     * @param n how many
     * @param statements how many different statements they are copies of
     * @param seed of all randomness
     */
    public static LabelledTexts generate(int n, int statements, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> vocabulary = new ArrayList<>();
        for (int i = 0; i < VOCABULARY; i++) {
            vocabulary.add(word(2 + (int) (Math.log1p(i) * random.nextDouble()), random));
        }
        List<List<String>> originals = new ArrayList<>(statements);
        for (int s = 0; s < statements; s++) {
            originals.add(words(vocabulary, random));
        }
        List<String> texts = new ArrayList<>(n);
        int[] truth = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = (int) (statements * Math.pow(random.nextDouble(), 3));
            texts.add(copy(originals.get(truth[i]), vocabulary, random));
        }
        return new LabelledTexts(texts, truth);
    }

    private static String word(int length, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static List<String> words(List<String> vocabulary, SplittableRandom random) {
        List<String> words = new ArrayList<>();
        for (int i = 22 + random.nextInt(9); i > 0; i--) {
            words.add(common(vocabulary, random));
        }
        return words;
    }

    /** A word by Zipf's law, about. */
    private static String common(List<String> vocabulary, SplittableRandom random) {
        return vocabulary.get((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
    }

    private static String copy(List<String> statement, List<String> vocabulary, SplittableRandom random) {
        List<String> words = new ArrayList<>(statement);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(words.size() - 1);
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(at));
                case 2 -> words.set(at, common(vocabulary, random));
                default -> Collections.swap(words, at, at + 1);
            }
        }
        return String.join(" ", words) + ENDS[random.nextInt(ENDS.length)];
    }
}
