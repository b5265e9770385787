package dev.slop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Joke-like texts of about 120 characters with a known truth: {@code n} texts, each a copy of one of {@code jokes}
 * different jokes, the first ones most, as it stands (35 %) or with typos, a closing offer, an opening phrase, an emoji or
 * in lower case. Jokes share ten templates, as the jokes of models do, and differ in six of 330 made-up nouns, so that
 * telling them apart is not easy.
 */
public final class JokeTexts {
    private static final String[] TEMPLATES = {
        "Why don't %s trust %s? Because they make up %s, %s, %s and even %s!",
        "Why did the %s win a prize? It was outstanding in its %s, with %s, %s, %s and %s.",
        "What do you call a %s with no %s? No matter: the %s won't come, nor %s, %s or %s.",
        "How many %s does it take to change a %s? One, but the %s, %s, %s and %s must want it.",
        "I told my %s I needed a %s, and now it sends me %s, %s, %s and %s.",
        "A %s, a %s and a %s walk into a bar. The %s asks: is this a %s or a %s?",
        "My %s said I should embrace my %s, so I hugged a %s, then %s, %s and %s.",
        "What is the difference between %s and %s? One has %s in its %s, the other %s for %s.",
        "Did you hear about the %s who stole a %s? He got twelve %s, and %s with %s for %s.",
        "I used to be a %s, but couldn't make enough %s, so I sold %s, %s, %s and then %s."
    };
    private static final int NOUNS = 330;
    private static final int SLOTS = 6;
    private static final String[] SYLLABLES = {
        "ba", "cor", "del", "fin", "gar", "hol", "jum", "kep", "lor", "mun", "nas", "pod", "quil", "rev", "sor", "tam",
        "ul", "vex", "wim", "zor", "eth", "ick", "omp", "ash"
    };
    private static final String[] TAILS = {
        " Want another?", " Want to hear another one?", " Let me know if you want more!"
    };
    private static final String[] HEADS = {"Sure! ", "Here's one: ", "Sure, here's a joke: "};
    private static final String[] EMOJI = {" 😄", " 😁", " 😂"};

    private JokeTexts() {}

    /**
     * {@return the texts}
     *
     * @param n how many
     * @param jokes how many different jokes they are copies of
     * @param seed of all randomness
     */
    public static LabelledTexts generate(int n, int jokes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> nouns = new ArrayList<>();
        for (int i = 0; i < NOUNS; i++) {
            nouns.add(noun(random));
        }
        List<String> originals = new ArrayList<>(jokes);
        for (int j = 0; j < jokes; j++) {
            originals.add(joke(nouns, random));
        }
        List<String> texts = new ArrayList<>(n);
        int[] truth = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = (int) (jokes * Math.pow(random.nextDouble(), 2));
            texts.add(variation(originals.get(truth[i]), random));
        }
        return new LabelledTexts(texts, truth);
    }

    private static String noun(SplittableRandom random) {
        StringBuilder noun = new StringBuilder();
        for (int s = 0; s < 3; s++) {
            noun.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return noun.append('s').toString();
    }

    private static String joke(List<String> nouns, SplittableRandom random) {
        String template = TEMPLATES[random.nextInt(TEMPLATES.length)];
        Object[] chosen = new Object[SLOTS];
        for (int s = 0; s < SLOTS; s++) {
            chosen[s] = nouns.get(random.nextInt(NOUNS));
        }
        return String.format(Locale.ROOT, template, chosen);
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
        return u < 0.90 ? joke + EMOJI[random.nextInt(EMOJI.length)] : joke.toLowerCase(Locale.ROOT);
    }

    private static String typos(String joke, int number, SplittableRandom random) {
        StringBuilder text = new StringBuilder(joke);
        for (int i = 0; i < number; i++) {
            text.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
