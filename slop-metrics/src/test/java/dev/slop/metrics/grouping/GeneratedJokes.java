package dev.slop.metrics.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Joke-like texts with a known partition: templates over made-up nouns, in variants with typos, tails and heads. */
record GeneratedJokes(List<String> texts, List<Integer> truth) {
    private static final List<String> TEMPLATES = List.of(
            "why did the %1$s bring a %2$s to the %3$s? because the %4$s told everyone that %5$s is on the house tonight",
            "what do you call a %1$s that lost its %2$s near the %3$s? a %4$s, and nobody asks it for %5$s again",
            "a %1$s, a %2$s and a %3$s walk into a bar. the barman says: is this some kind of %4$s for a %5$s or what",
            "my %1$s told me to stop acting like a %2$s in front of the %3$s, so i put my %4$s down on the %5$s again",
            "i used to sell %1$s to the %2$s next door, but the %3$s fell through and the whole %4$s went to %5$s",
            "how many %1$s does it take to change a %2$s? only one, but the %3$s has to want it and the %4$s pays for %5$s");
    private static final List<String> TAILS =
            List.of(" want another one?", " 😄", " ha ha ha", "!!!", " (i am here all week)", " let me know");
    private static final List<String> HEADS = List.of("ok so ", "well, ", "here goes: ", "😄 ");

    static GeneratedJokes of(int n, long seed) {
        return of(n, seed, TEMPLATES);
    }

    /** Of another shape: word salad without any template. */
    static GeneratedJokes salad(int n, long seed) {
        return of(n, seed, List.of("%1$s %2$s %3$s %4$s %5$s %6$s %7$s %8$s %9$s %10$s %11$s %12$s"));
    }

    private static GeneratedJokes of(int n, long seed, List<String> templates) {
        var random = new Random(seed);
        List<String> nouns = nouns(random);
        List<String> jokes = new ArrayList<>();
        List<String> texts = new ArrayList<>(n);
        List<Integer> truth = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            // A third of the jokes are new, the others go to old ones, the first ones most.
            int joke = random.nextInt(3) == 0 || jokes.isEmpty()
                    ? jokes.size()
                    : (int) (jokes.size() * Math.pow(random.nextDouble(), 2));
            if (joke == jokes.size()) {
                jokes.add(joke(random, templates.get(random.nextInt(templates.size())), nouns));
            }
            texts.add(variant(random, jokes.get(joke)));
            truth.add(joke);
        }
        return new GeneratedJokes(texts, truth);
    }

    private static String joke(Random random, String template, List<String> nouns) {
        Object[] chosen = random.ints(15, 0, nouns.size()).mapToObj(nouns::get).toArray();
        return String.format(Locale.ROOT, template, chosen);
    }

    private static List<String> nouns(Random random) {
        List<String> nouns = new ArrayList<>();
        for (int i = 0; i < 330; i++) {
            var noun = new StringBuilder();
            for (int j = 4 + random.nextInt(3); j > 0; j--) {
                noun.append("bcdfghklmnprstvw".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            nouns.add(noun.toString());
        }
        return nouns;
    }

    private static String variant(Random random, String joke) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> joke;
            case 2 -> joke + TAILS.get(random.nextInt(TAILS.size()));
            case 3 -> HEADS.get(random.nextInt(HEADS.size())) + joke;
            default -> typos(random, joke);
        };
    }

    private static String typos(Random random, String joke) {
        var typed = new StringBuilder(joke);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            typed.setCharAt(random.nextInt(typed.length()), (char) ('a' + random.nextInt(26)));
        }
        return typed.toString();
    }

    /** F1 over pairs of answers, from the contingency table. */
    double pairwiseF1(Grouping grouping) {
        double both = pairs(contingency(grouping, true, true));
        double found = pairs(contingency(grouping, true, false));
        double real = pairs(contingency(grouping, false, true));
        return 2 * both / (found + real);
    }

    private Map<List<Integer>, Long> contingency(Grouping grouping, boolean byGroup, boolean byTruth) {
        var counts = new HashMap<List<Integer>, Long>();
        for (int i = 0; i < texts.size(); i++) {
            counts.merge(List.of(byGroup ? grouping.groupOf().get(i) : -1, byTruth ? truth.get(i) : -1), 1L, Long::sum);
        }
        return counts;
    }

    private static double pairs(Map<List<Integer>, Long> counts) {
        return counts.values().stream().mapToDouble(c -> c * (c - 1.0) / 2).sum();
    }
}
