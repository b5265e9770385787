package dev.slop.core.sampling;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SampleKey;
import dev.slop.core.Variant;
import dev.slop.core.provider.CompletionRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is to be asked, in the order in which each model is asked it. Draws are interleaved: every prompt,
 * model and variant gets its first draw before any gets its second, so that a run that ends early is balanced.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if two requests are for the same draw.
 *
 * @param requests one for each draw
 */
public record SamplingPlan(List<CompletionRequest> requests) {
    public SamplingPlan {
        requests = List.copyOf(requests);
        Set<SampleKey> seen = new HashSet<>();
        for (CompletionRequest request : requests) {
            if (!seen.add(request.key())) {
                throw new IllegalArgumentException("a draw is planned twice: " + request.key());
            }
        }
    }

    /**
     * {@return the plan of all draws of an experiment}
     *
     * @param experiment what is asked of whom, how often
     */
    public static SamplingPlan of(Experiment experiment) {
        List<CompletionRequest> requests = new ArrayList<>();
        int rounds = experiment.prompts().stream()
                .mapToInt(experiment::samplesOf)
                .max()
                .orElse(0);
        for (int index = 0; index < rounds; index++) {
            for (Prompt prompt : experiment.prompts()) {
                if (index < experiment.samplesOf(prompt)) {
                    addRound(requests, experiment, prompt, index);
                }
            }
        }
        return new SamplingPlan(requests);
    }

    private static void addRound(List<CompletionRequest> requests, Experiment experiment, Prompt prompt, int index) {
        for (Variant variant : experiment.variants()) {
            for (ModelId model : experiment.models()) {
                requests.add(variant.request(prompt, model, index, experiment.parameters()));
            }
        }
    }

    /**
     * {@return what is left of this plan without some of its draws, in the same order}
     *
     * @param answered draws that need not be asked; others than the plan's are ignored
     */
    public SamplingPlan without(Set<SampleKey> answered) {
        return new SamplingPlan(requests.stream()
                .filter(request -> !answered.contains(request.key()))
                .toList());
    }

    /** {@return how many draws are planned} */
    public int size() {
        return requests.size();
    }
}
