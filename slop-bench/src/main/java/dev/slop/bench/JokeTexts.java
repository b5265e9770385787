package dev.slop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Joke-like texts of about 120 characters with a known truth: {@code n} texts, each a copy of one of {@code jokes}
 * different jokes, as it stands (35 %) or with typos, a closing offer, an opening phrase, an emoji or in lower case.
 * Jokes share templates, as the jokes of models do, and differ in their nouns, so that telling them apart is not easy.
 */
final class JokeTexts {
    private static final String[] TEMPLATES = {
        "Why don't %s trust the %s in the office? Because they make up everything, even the %s on a very long Monday!",
        "Why did the %s win an award at the %s fair? Because it was outstanding in its field beside the old %s barn.",
        "What do you call a %s with no %s at the party? It does not matter, since the %s will not come when called.",
        "How many %s does it take to change a %s in the kitchen? Only one, but the %s has to want to be changed first.",
        "I told my %s that I needed a break from the %s, and now it keeps sending me pictures of a holiday %s.",
    };
    private static final String[] SYLLABLES = {
        "ba", "cor", "del", "fin", "gar", "hol", "jum", "kep", "lor", "mun", "nas", "pod", "quil", "rev", "sor", "tam"
    };
    private static final String[] TAILS = {
        " Want another?", " Want to hear another one?", " Let me know if you want more!"
    };
    private static final String[] HEADS = {"Sure! ", "Here's one: ", "Sure, here's a joke: "};
    private static final String[] EMOJI = {" 😄", " 😁", " 😂"};

    private final List<String> texts;
    private final int[] truth;

    private JokeTexts(List<String> texts, int[] truth) {
        this.texts = texts;
        this.truth = truth;
    }

    static JokeTexts generate(int n, int jokes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> originals = new ArrayList<>(jokes);
        for (int j = 0; j < jokes; j++) {
            String template = TEMPLATES[random.nextInt(TEMPLATES.length)];
            originals.add(String.format(template, noun(random), noun(random), noun(random)));
        }
        List<String> texts = new ArrayList<>(n);
        int[] truth = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = random.nextInt(jokes);
            texts.add(variation(originals.get(truth[i]), random));
        }
        return new JokeTexts(texts, truth);
    }

    List<String> texts() {
        return texts;
    }

    /** {@return the number of the joke that each text is a copy of} */
    int[] truth() {
        return truth.clone();
    }

    private static String noun(SplittableRandom random) {
        StringBuilder noun = new StringBuilder();
        for (int s = 0; s < 3; s++) {
            noun.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return noun.append('s').toString();
    }

    private static String variation(String joke, SplittableRandom random) {
        double u = random.nextDouble();
        if (u < 0.35) {
            return joke;
        }
        if (u < 0.55) {
            return typos(joke, 1 + random.nextInt(3), random);
        }
        if (u < 0.70) {
            return joke + TAILS[random.nextInt(TAILS.length)];
        }
        if (u < 0.80) {
            return HEADS[random.nextInt(HEADS.length)] + joke;
        }
        return u < 0.90 ? joke + EMOJI[random.nextInt(EMOJI.length)] : joke.toLowerCase(java.util.Locale.ROOT);
    }

    private static String typos(String joke, int number, SplittableRandom random) {
        StringBuilder text = new StringBuilder(joke);
        for (int i = 0; i < number; i++) {
            text.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
