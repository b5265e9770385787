package dev.slop.core;

import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of whom, how often, how fast and for how much.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if there is no model or no prompt, one is stated twice, or samples is not positive.
 *
 * @param name short name; also the default name of the run folder
 * @param models the models, distinct
 * @param samples draws per prompt and model, unless the prompt states its own
 * @param prompts the prompts, with distinct ids
 * @param parameters sent with every request
 * @param limits by provider id or by full model id, the model's own first
 * @param budget what may be spent at most
 * @param providers the providers that the experiment defines or redefines, by id
 */
public record Experiment(
        String name,
        List<ModelId> models,
        int samples,
        List<Prompt> prompts,
        SamplingParameters parameters,
        Map<String, RateLimits> limits,
        Budget budget,
        Map<String, ProviderConfig> providers) {
    public Experiment {
        Arguments.notBlank(name, "name");
        Arguments.positive(samples, "samples");
        models = List.copyOf(models);
        prompts = List.copyOf(prompts);
        limits = Map.copyOf(limits);
        providers = Map.copyOf(providers);
        distinct(models, "model");
        distinct(prompts.stream().map(Prompt::id).toList(), "prompt id");
    }

    private static void distinct(List<?> values, String name) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("at least one " + name + " is needed");
        }
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(name + " is stated twice: " + value);
            }
        }
    }

    /**
     * {@return this experiment with other providers}
     *
     * @param value providers by id
     */
    public Experiment withProviders(Map<String, ProviderConfig> value) {
        return new Experiment(name, models, samples, prompts, parameters, limits, budget, value);
    }
}
