package dev.slop.metrics.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different texts of some answers in canonical order: the most frequent first, ties by text. */
final class DistinctTexts {
    private final String[] texts;
    private final int[] counts;
    private final int[] textOf;

    private DistinctTexts(String[] texts, int[] counts, int[] textOf) {
        this.texts = texts;
        this.counts = counts;
        this.textOf = textOf;
    }

    static DistinctTexts of(List<String> answers) {
        Map<String, CountedText> seen = new HashMap<>();
        var occurrences = new CountedText[answers.size()];
        int i = 0;
        for (String answer : answers) {
            CountedText text = seen.computeIfAbsent(answer, CountedText::new);
            text.count++;
            occurrences[i++] = text;
        }
        return canonical(seen.values().toArray(CountedText[]::new), occurrences);
    }

    private static DistinctTexts canonical(CountedText[] order, CountedText[] occurrences) {
        CanonicalOrder.sort(order);
        var texts = new String[order.length];
        var counts = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i].position = i;
            texts[i] = order[i].text;
            counts[i] = order[i].count;
        }
        return new DistinctTexts(
                texts,
                counts,
                Arrays.stream(occurrences).mapToInt(o -> o.position).toArray());
    }

    int size() {
        return texts.length;
    }

    String text(int position) {
        return texts[position];
    }

    /**
     * The partition in which each text is in its leader's group.
     *
     * @param leaderOf per text the position of its leader, which leads itself and comes first in its group
     */
    Grouping partition(int[] leaderOf, List<String> warnings) {
        var sizes = new int[texts.length];
        for (int i = 0; i < leaderOf.length; i++) {
            sizes[leaderOf[i]] += counts[i];
        }
        CountedText[] groups = leaders(leaderOf, sizes);
        CanonicalOrder.sort(groups);
        var groupOfLeader = new Integer[texts.length];
        List<String> labels = new ArrayList<>(groups.length);
        for (int g = 0; g < groups.length; g++) {
            groupOfLeader[groups[g].position] = g;
            labels.add(groups[g].text);
        }
        return new Grouping(
                labels,
                Arrays.stream(textOf)
                        .mapToObj(text -> groupOfLeader[leaderOf[text]])
                        .toList(),
                warnings);
    }

    private CountedText[] leaders(int[] leaderOf, int[] sizes) {
        List<CountedText> groups = new ArrayList<>();
        for (int i = 0; i < leaderOf.length; i++) {
            if (leaderOf[i] == i) {
                var group = new CountedText(texts[i]);
                group.count = sizes[i];
                group.position = i;
                groups.add(group);
            }
        }
        return groups.toArray(CountedText[]::new);
    }
}
