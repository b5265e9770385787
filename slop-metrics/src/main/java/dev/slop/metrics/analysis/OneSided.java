package dev.slop.metrics.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what only one side has an answer for. A model or prompt that the other side lacks altogether is named once. */
final class OneSided {
    private final List<PairedPrompt> prompts;

    private OneSided(List<PairedPrompt> prompts) {
        this.prompts = prompts;
    }

    static List<Comparison.LeftOut> of(List<PairedPrompt> prompts) {
        OneSided found = new OneSided(prompts);
        List<Comparison.LeftOut> all = new ArrayList<>(found.on(Comparison.A, Comparison.B));
        all.addAll(found.on(Comparison.B, Comparison.A));
        return all;
    }

    private List<Comparison.LeftOut> on(String side, String other) {
        List<Comparison.LeftOut> found = new ArrayList<>();
        Set<String> models = models(side);
        Set<String> known = models(other);
        models.stream()
                .filter(model -> !known.contains(model))
                .forEach(model -> found.add(new Comparison.LeftOut(side, Optional.empty(), Optional.of(model))));
        for (PairedPrompt prompt : prompts) {
            Set<String> here = prompt.models(side);
            Set<String> there = prompt.models(other);
            if (!here.isEmpty() && there.isEmpty()) {
                found.add(new Comparison.LeftOut(side, Optional.of(prompt.id()), Optional.empty()));
            } else {
                here.stream()
                        .filter(model -> known.contains(model) && !there.contains(model))
                        .forEach(model ->
                                found.add(new Comparison.LeftOut(side, Optional.of(prompt.id()), Optional.of(model))));
            }
        }
        return found;
    }

    private Set<String> models(String side) {
        return prompts.stream()
                .flatMap(prompt -> prompt.models(side).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
