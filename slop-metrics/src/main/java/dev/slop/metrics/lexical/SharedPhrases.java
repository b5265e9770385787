package dev.slop.metrics.lexical;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The longest runs of words that at least two models wrote verbatim, by a suffix array over the words of all texts: time
 * n log² n, memory some 40 bytes a word. Of each text at most {@link #MOST_WORDS} words are read.
 *
 * <p>Of a run only its longest form is listed: no phrase of the result is part of another. Longer texts share longer runs
 * by chance.
 */
public final class SharedPhrases {
    /** Words of a text that are read; the rest is left out. */
    public static final int MOST_WORDS = 10_000;

    private final TokenizedTexts texts;
    private final List<String> modelOf;
    private final WordSuffixes suffixes;

    private SharedPhrases(TokenizedTexts texts, List<String> modelOf) {
        this.texts = texts;
        this.modelOf = modelOf;
        this.suffixes = WordSuffixes.of(texts);
    }

    /**
     * {@return the longest shared phrases, longest first}
     *
     * @param texts by model
     * @param fewestWords shortest phrase that counts, positive
     * @param most how many phrases
     * @param known a text whose phrases do not count, for example the prompt; may be empty
     */
    public static List<SharedPhrase> longest(Map<String, List<String>> texts, int fewestWords, int most, String known) {
        List<String> all = new ArrayList<>();
        List<String> models = new ArrayList<>();
        texts.forEach((model, own) -> own.forEach(text -> {
            all.add(text);
            models.add(model);
        }));
        TokenizedTexts tokenized = TokenizedTexts.of(all).truncated(MOST_WORDS);
        String knownWords = padded(String.join(" ", Tokenizer.words().tokens(known)));
        return new SharedPhrases(tokenized, models).longest(Math.max(1, fewestWords), most, knownWords);
    }

    private List<SharedPhrase> longest(int fewestWords, int most, String known) {
        List<Integer> places = IntStream.range(1, suffixes.size())
                .filter(i -> suffixes.common(i) >= fewestWords && !model(i).equals(model(i - 1)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -suffixes.common(i))
                        .thenComparing(i -> i))
                .toList();
        List<SharedPhrase> found = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        taken.add(known);
        for (int i = 0; i < places.size() && found.size() < most; i++) {
            String phrase = phrase(places.get(i));
            if (taken.stream().noneMatch(longer -> longer.contains(padded(phrase)))) {
                taken.add(padded(phrase));
                found.add(shared(phrase, places.get(i)));
            }
        }
        return found;
    }

    private static String padded(String phrase) {
        return " " + phrase + " ";
    }

    private String model(int place) {
        return modelOf.get(suffixes.text(place));
    }

    private String phrase(int place) {
        int[] text = texts.text(suffixes.text(place));
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < suffixes.common(place); i++) {
            phrase.append(i == 0 ? "" : " ").append(texts.word(text[suffixes.offset(place) + i]));
        }
        return phrase.toString();
    }

    /** All suffixes that begin with the phrase are neighbours. */
    private SharedPhrase shared(String phrase, int place) {
        int words = suffixes.common(place);
        int first = place - 1;
        while (first > 0 && suffixes.common(first) >= words) {
            first--;
        }
        int last = place;
        while (last + 1 < suffixes.size() && suffixes.common(last + 1) >= words) {
            last++;
        }
        BitSet having = new BitSet();
        TreeSet<String> models = new TreeSet<>();
        for (int i = first; i <= last; i++) {
            having.set(suffixes.text(i));
            models.add(model(i));
        }
        return new SharedPhrase(phrase, words, having.cardinality(), List.copyOf(models));
    }
}
