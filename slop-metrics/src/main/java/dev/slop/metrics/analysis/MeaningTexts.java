package dev.slop.metrics.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The different cleaned answers to a prompt, in the order of their texts, with who gave each how often. */
final class MeaningTexts {
    private final List<String> cleaned;
    private final List<String> originals;
    private final int[] groups;
    private final long[] counts;
    private final SortedMap<String, long[]> byModel;

    private MeaningTexts(
            List<String> cleaned,
            List<String> originals,
            int[] groups,
            long[] counts,
            SortedMap<String, long[]> byModel) {
        this.cleaned = cleaned;
        this.originals = originals;
        this.groups = groups;
        this.counts = counts;
        this.byModel = byModel;
    }

    static MeaningTexts of(List<MeasuredAnswer> answers) {
        SortedMap<String, MeasuredAnswer> first = new TreeMap<>();
        List<MeasuredAnswer> measured =
                answers.stream().filter(answer -> answer.group().isPresent()).toList();
        measured.forEach(answer -> first.putIfAbsent(answer.cleaned(), answer));
        List<String> cleaned = new ArrayList<>(first.keySet());
        long[] counts = new long[cleaned.size()];
        SortedMap<String, long[]> byModel = new TreeMap<>();
        for (MeasuredAnswer answer : measured) {
            int text = Collections.binarySearch(cleaned, answer.cleaned());
            counts[text]++;
            byModel.computeIfAbsent(Respondents.row(answer.answer()), model -> new long[counts.length])[text]++;
        }
        return new MeaningTexts(
                cleaned,
                first.values().stream().map(answer -> answer.answer().text()).toList(),
                first.values().stream()
                        .mapToInt(answer -> answer.group().orElseThrow())
                        .toArray(),
                counts,
                byModel);
    }

    List<String> cleaned() {
        return cleaned;
    }

    /** {@return a text as the first who gave it sent it} */
    String original(int text) {
        return originals.get(text);
    }

    /** {@return per text the position of its group} */
    int[] groups() {
        return groups;
    }

    /** {@return how often each text was given} */
    long[] counts() {
        return counts;
    }

    /** {@return how often each model gave each text} */
    SortedMap<String, long[]> byModel() {
        return byModel;
    }

    /** {@return who gave a text, how often} */
    SortedMap<String, Long> models(int text) {
        SortedMap<String, Long> models = new TreeMap<>();
        byModel.forEach((model, given) -> {
            if (given[text] > 0) {
                models.put(model, given[text]);
            }
        });
        return models;
    }
}
