package dev.slop.metrics.lexical;

import dev.slop.metrics.inference.MultipleTesting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases (1- to 3-grams) that a model says more often than the pooled others, or than a reference corpus, by
 * {@link LogOdds}. For any language: no list of words is fixed beforehand.
 *
 * <p>What is counted is texts that have a phrase, not occurrences: an answer that says a word ten times is no stronger
 * evidence than one that says it once, and words within a text are not independent. The prior is informative: of
 * {@link #priorTexts} texts the share that has the phrase in both sides pooled. Phrases in fewer than
 * {@link #fewestTexts} texts of the model are not tested. Adjusted p-values (Benjamini–Hochberg, over the tested phrases
 * of one model) hold where texts are independent: texts that answer the same prompt are so only given the prompt, so
 * all sides should answer the same prompts equally often.
 *
 * <p>A phrase that stands in a longer one of the result with as many texts is left out. Texts' lengths matter: a model
 * that writes more has more of every phrase; {@link TokenizedTexts#truncated} is the equal-length form. A model's result
 * does depend on the others it is held against. Time and memory are linear in the words.
 */
public final class OverusedPhrases {
    private static final Comparator<OverusedPhrase> MOST_OVERUSED_FIRST = Comparator.comparingDouble(
                    (OverusedPhrase phrase) -> -phrase.logOdds().z())
            .thenComparing(phrase -> -phrase.words())
            .thenComparing(OverusedPhrase::phrase);

    private final int longest;
    private final int fewestTexts;
    private final double priorTexts;
    private final double level;
    private final double falseDiscoveryRate;

    private OverusedPhrases(int longest, int fewestTexts, double priorTexts, double level, double rate) {
        if (longest < 1 || fewestTexts < 1 || !(priorTexts > 0)) {
            throw new IllegalArgumentException("longest, fewestTexts and priorTexts must be positive: " + longest + ", "
                    + fewestTexts + ", " + priorTexts);
        }
        if (!(level > 0 && level < 1) || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("level and rate must be in (0, 1): " + level + ", " + rate);
        }
        this.longest = longest;
        this.fewestTexts = fewestTexts;
        this.priorTexts = priorTexts;
        this.level = level;
        this.falseDiscoveryRate = rate;
    }

    /** {@return phrases of up to 3 words in at least 3 texts, prior of 10 texts, level 0.95, false discovery rate 0.05} */
    public static OverusedPhrases withDefaults() {
        return new OverusedPhrases(3, 3, 10, 0.95, 0.05);
    }

    /**
     * {@return the same with phrases of another length}
     *
     * @param words most words of a phrase, positive
     */
    public OverusedPhrases withLongest(int words) {
        return new OverusedPhrases(words, fewestTexts, priorTexts, level, falseDiscoveryRate);
    }

    /**
     * {@return the same with another least number of texts}
     *
     * @param texts of the model that must have a phrase for it to be tested, positive
     */
    public OverusedPhrases withFewestTexts(int texts) {
        return new OverusedPhrases(longest, texts, priorTexts, level, falseDiscoveryRate);
    }

    /**
     * {@return the same with another weight of the prior}
     *
     * @param texts A, positive; the more, the farther z is drawn to 0
     */
    public OverusedPhrases withPriorTexts(double texts) {
        return new OverusedPhrases(longest, fewestTexts, texts, level, falseDiscoveryRate);
    }

    /**
     * {@return the same at another confidence level}
     *
     * @param level of intervals, in (0, 1)
     */
    public OverusedPhrases withLevel(double level) {
        return new OverusedPhrases(longest, fewestTexts, priorTexts, level, falseDiscoveryRate);
    }

    /**
     * {@return the same at another false discovery rate}
     *
     * @param rate largest adjusted p-value of a result, in (0, 1]
     */
    public OverusedPhrases withFalseDiscoveryRate(double rate) {
        return new OverusedPhrases(longest, fewestTexts, priorTexts, level, rate);
    }

    /**
     * Holds each model against all others pooled.
     *
     * @param texts by model
     * @return by model the phrases it over-uses, greatest z first; none where there is no other model
     */
    public Map<String, List<OverusedPhrase>> byModel(Map<String, List<String>> texts) {
        List<String> all = texts.values().stream().flatMap(List::stream).toList();
        TokenizedTexts tokenized = TokenizedTexts.of(all);
        int[] ends = new int[texts.size()];
        int model = 0;
        int end = 0;
        for (List<String> own : texts.values()) {
            end += own.size();
            ends[model++] = end;
        }
        List<List<Candidate>> candidates = candidates(tokenized, ends);
        Map<String, List<OverusedPhrase>> result = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, List<String>> entry : texts.entrySet()) {
            long own = entry.getValue().size();
            result.put(entry.getKey(), overused(candidates.get(next++), own, all.size() - own));
        }
        return result;
    }

    /**
     * Holds texts against a corpus, which is read once and not kept.
     *
     * @param texts of the model
     * @param corpus texts of the reference, for example the lines of a file
     * @return the phrases that the model over-uses, greatest z first
     */
    public List<OverusedPhrase> against(List<String> texts, Iterator<String> corpus) {
        TokenizedTexts tokenized = TokenizedTexts.of(texts);
        List<Candidate> candidates =
                candidates(tokenized, new int[] {texts.size()}).get(0);
        Map<String, Integer> places = new HashMap<>();
        for (Candidate candidate : candidates) {
            places.put(candidate.phrase(), places.size());
        }
        long[] others = new long[candidates.size()];
        long size = 0;
        while (corpus.hasNext()) {
            size++;
            for (int place : places(Tokenizer.words().tokens(corpus.next()), places)) {
                others[place]++;
            }
        }
        List<Candidate> held = new ArrayList<>();
        for (int i = 0; i < others.length; i++) {
            Candidate candidate = candidates.get(i);
            held.add(new Candidate(candidate.phrase(), candidate.words(), candidate.texts(), others[i]));
        }
        return overused(held, texts.size(), size);
    }

    private Set<Integer> places(List<String> words, Map<String, Integer> places) {
        Set<Integer> found = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder phrase = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + longest); to++) {
                phrase.append(to == from ? "" : " ").append(words.get(to));
                Integer place = places.get(phrase.toString());
                if (place != null) {
                    found.add(place);
                }
            }
        }
        return found;
    }

    /** {@return by model what is tested; its texts end before {@code ends[model]}} */
    private List<List<Candidate>> candidates(TokenizedTexts texts, int[] ends) {
        List<List<Candidate>> candidates = new ArrayList<>();
        Arrays.stream(ends).forEach(end -> candidates.add(new ArrayList<>()));
        Ngrams ngrams = Ngrams.unigrams(texts);
        for (int n = 1; n <= longest; n++) {
            addCandidates(texts, ngrams, ends, candidates);
            if (n < longest) {
                ngrams = ngrams.longer(texts);
            }
        }
        return candidates;
    }

    private void addCandidates(TokenizedTexts texts, Ngrams ngrams, int[] ends, List<List<Candidate>> candidates) {
        int[] pooled = ngrams.textCounts();
        int[] own = new int[ngrams.different()];
        int[] last = new int[ngrams.different()];
        int begin = 0;
        for (int model = 0; model < ends.length; model++) {
            for (int t = begin; t < ends[model]; t++) {
                for (int id : ngrams.of(t)) {
                    own[id] += last[id] == t + 1 ? 0 : 1;
                    last[id] = t + 1;
                }
            }
            for (int t = begin; t < ends[model]; t++) {
                int[] ids = ngrams.of(t);
                for (int i = 0; i < ids.length; i++) {
                    int id = ids[i];
                    if (own[id] >= fewestTexts) {
                        String phrase = phrase(texts, t, i, ngrams.order());
                        candidates.get(model).add(new Candidate(phrase, ngrams.order(), own[id], pooled[id] - own[id]));
                    }
                    own[id] = 0;
                }
            }
            begin = ends[model];
        }
    }

    private static String phrase(TokenizedTexts texts, int text, int from, int words) {
        StringBuilder phrase = new StringBuilder();
        for (int i = from; i < from + words; i++) {
            phrase.append(i == from ? "" : " ").append(texts.word(texts.text(text)[i]));
        }
        return phrase.toString();
    }

    private List<OverusedPhrase> overused(List<Candidate> candidates, long own, long others) {
        if (own == 0 || others == 0) {
            return List.of();
        }
        List<LogOdds> odds = candidates.stream()
                .map(candidate -> logOdds(candidate, own, others))
                .toList();
        double[] adjusted = MultipleTesting.benjaminiHochberg(
                odds.stream().mapToDouble(LogOdds::pValue).toArray());
        List<OverusedPhrase> found = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (odds.get(i).z() > 0 && adjusted[i] <= falseDiscoveryRate) {
                Candidate c = candidates.get(i);
                found.add(
                        new OverusedPhrase(c.phrase(), c.words(), c.texts(), c.otherTexts(), odds.get(i), adjusted[i]));
            }
        }
        return withoutParts(found).stream().sorted(MOST_OVERUSED_FIRST).toList();
    }

    private LogOdds logOdds(Candidate candidate, long own, long others) {
        double share = (candidate.texts() + candidate.otherTexts()) / (double) (own + others);
        double prior = priorTexts * Math.min(share, 1 - 1.0 / (own + others + 1));
        return LogOdds.of(
                (double) candidate.texts(),
                (double) own,
                (double) candidate.otherTexts(),
                (double) others,
                prior,
                priorTexts,
                level);
    }

    /** A part of a longer phrase that is in as many texts says nothing more. */
    private static List<OverusedPhrase> withoutParts(List<OverusedPhrase> found) {
        Map<String, Long> mostInLonger = new HashMap<>();
        for (OverusedPhrase phrase : found) {
            String[] words = phrase.phrase().split(" ", -1);
            for (int from = 0; from < words.length; from++) {
                for (int to = from + 1; to <= words.length; to++) {
                    if (to - from < words.length) {
                        String part = String.join(" ", Arrays.copyOfRange(words, from, to));
                        mostInLonger.merge(part, phrase.texts(), Math::max);
                    }
                }
            }
        }
        return found.stream()
                .filter(phrase -> mostInLonger.getOrDefault(phrase.phrase(), 0L) < phrase.texts())
                .toList();
    }

    private record Candidate(String phrase, int words, long texts, long otherTexts) {}
}
