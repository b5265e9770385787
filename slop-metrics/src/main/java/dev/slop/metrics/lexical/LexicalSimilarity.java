package dev.slop.metrics.lexical;

import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.Grouping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike two texts are worded, in [0, 1], without training: the mean of two Tanimoto coefficients (Jaccard indices
 * weighted by idf²), one of the words as they are written, one of the 3-grams of characters, times the square root of
 * the ratio of the texts' numbers of words, the lesser over the greater.
 *
 * <p>The Tanimoto coefficient of two binary TF-IDF vectors is sum<sub>both</sub> idf² / sum<sub>either</sub> idf², so what
 * few texts of the corpus have, such as names, counts more than what all have. idf = ln((N + 1)/(d + ½)), d of N texts of
 * the corpus having the word; words that the corpus lacks have d = 0. Words find what is spoken of, characters find
 * inflected and joined forms; for scripts without spaces the two nearly agree. Case counts: it tells names from words.
 *
 * <p>Equal texts have 1, also empty ones; texts that share nothing 0. Symmetric. A text that is part of another has far
 * less than 1. docs/grouping.md tells how it agrees with human labels.
 */
public final class LexicalSimilarity {
    /**
     * The threshold that agrees with most human labels of pairs of answers (.761 of 1,000; docs/grouping.md): "a reader of
     * one gains nothing from the other", not "the same text".
     */
    public static final double DEFAULT_THRESHOLD = 0.29;

    private static final int CHARACTERS = 3;

    private final Weights words;
    private final Weights characters;

    private LexicalSimilarity(Weights words, Weights characters) {
        this.words = words;
        this.characters = characters;
    }

    /**
     * {@return the similarity, its weights learnt from texts without labels}
     *
     * @param corpus texts of the kind that will be compared, for example all answers of a study
     */
    public static LexicalSimilarity of(List<String> corpus) {
        Weights words = new Weights(corpus.size());
        Weights characters = new Weights(corpus.size());
        for (String text : corpus) {
            words.add(new HashSet<>(Tokenizer.casedWords().tokens(text)));
            characters.add(characters(text));
        }
        return new LexicalSimilarity(words, characters);
    }

    /**
     * {@return {@code lexical}: a grouping where answers are the same from a threshold on, the weights learnt from all
     * answers to the prompt}
     *
     * @param threshold in (0, 1]
     * @param mostCalls of the similarity; when they are used up, further texts stand alone and the result warns
     * @see AnswerGrouping#pairwise
     */
    public static AnswerGrouping grouping(double threshold, long mostCalls) {
        return new LexicalGrouping(threshold, mostCalls);
    }

    /**
     * {@return how alike two texts are}
     *
     * @param a a text
     * @param b another
     */
    public double similarity(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        List<String> inA = Tokenizer.casedWords().tokens(a);
        List<String> inB = Tokenizer.casedWords().tokens(b);
        double longer = Math.max(1, Math.max(inA.size(), inB.size()));
        double balance = Math.sqrt(Math.max(1, Math.min(inA.size(), inB.size())) / longer);
        double ofWords = words.tanimoto(new HashSet<>(inA), new HashSet<>(inB));
        return balance * (ofWords + characters.tanimoto(characters(a), characters(b))) / 2;
    }

    private static Set<String> characters(String text) {
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + CHARACTERS <= text.length(); i++) {
            grams.add(text.substring(i, i + CHARACTERS));
        }
        if (grams.isEmpty() && !text.isEmpty()) {
            grams.add(text);
        }
        return grams;
    }

    private record LexicalGrouping(double threshold, long mostCalls) implements AnswerGrouping {
        LexicalGrouping {
            if (!(threshold > 0 && threshold <= 1) || mostCalls < 0) {
                throw new IllegalArgumentException(
                        "threshold must be in (0, 1], mostCalls not negative: " + threshold + ", " + mostCalls);
            }
        }

        @Override
        public String name() {
            return "lexical";
        }

        @Override
        public Grouping group(List<String> answers) {
            LexicalSimilarity similarity = LexicalSimilarity.of(answers);
            return AnswerGrouping.pairwise(name(), similarity::similarity, threshold, mostCalls)
                    .group(answers);
        }
    }

    /** Squared inverse document frequencies. */
    private static final class Weights {
        private final Map<String, Integer> texts = new HashMap<>();
        private final int corpus;

        Weights(int corpus) {
            this.corpus = corpus;
        }

        void add(Set<String> terms) {
            terms.forEach(term -> texts.merge(term, 1, Integer::sum));
        }

        double tanimoto(Set<String> a, Set<String> b) {
            double both = 0;
            double either = 0;
            for (String term : a) {
                double weight = weight(term);
                either += weight;
                both += b.contains(term) ? weight : 0;
            }
            for (String term : b) {
                either += a.contains(term) ? 0 : weight(term);
            }
            return either == 0 ? 0 : both / either;
        }

        private double weight(String term) {
            double idf = Math.log((corpus + 1.0) / (texts.getOrDefault(term, 0) + 0.5));
            return idf * idf;
        }
    }
}
