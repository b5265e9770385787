package dev.slop.core;

import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is asked of whom, how often, how fast and for how much.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if there is no model, no prompt or no variant, one is stated
 * twice, or samples is not positive.
 *
 * @param name short name; also the default name of the run folder
 * @param models the models, distinct
 * @param samples draws per prompt, model and variant, unless the prompt states its own; the most where a criterion may stop earlier
 * @param prompts the prompts, with distinct ids
 * @param parameters sent with every request
 * @param limits by provider id or by full model id, the model's own first
 * @param budget what may be spent at most
 * @param providers the providers that the experiment defines or redefines, by id
 * @param variants the ways of asking, with distinct ids
 * @param until when sampling is enough, for the prompts that state neither {@code samples} nor a criterion of their own
 * @param prices the file of prices that count before those that slop knows
 * @param embeddings where the embeddings of answers come from, where that is stated
 */
public record Experiment(
        String name,
        List<ModelId> models,
        int samples,
        List<Prompt> prompts,
        SamplingParameters parameters,
        Map<String, RateLimits> limits,
        Budget budget,
        Map<String, ProviderConfig> providers,
        List<Variant> variants,
        Optional<StoppingCriterion> until,
        Optional<Path> prices,
        Optional<EmbeddingSpec> embeddings) {
    public Experiment {
        Arguments.notBlank(name, "name");
        Arguments.positive(samples, "samples");
        models = List.copyOf(models);
        prompts = List.copyOf(prompts);
        limits = Map.copyOf(limits);
        providers = Map.copyOf(providers);
        variants = List.copyOf(variants);
        distinct(models, "model");
        distinct(prompts.stream().map(Prompt::id).toList(), "prompt id");
        distinct(variants.stream().map(Variant::id).toList(), "variant id");
    }

    /**
     * An experiment that asks in one way, as often as it says.
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
    public Experiment(
            String name,
            List<ModelId> models,
            int samples,
            List<Prompt> prompts,
            SamplingParameters parameters,
            Map<String, RateLimits> limits,
            Budget budget,
            Map<String, ProviderConfig> providers) {
        this(
                name,
                models,
                samples,
                prompts,
                parameters,
                limits,
                budget,
                providers,
                List.of(Variant.byDefault()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
        return new Experiment(
                name, models, samples, prompts, parameters, limits, budget, value, variants, until, prices, embeddings);
    }

    /**
     * {@return this experiment with another file of prices}
     *
     * @param value counts before the prices that slop knows
     */
    public Experiment withPrices(Path value) {
        return new Experiment(
                name,
                models,
                samples,
                prompts,
                parameters,
                limits,
                budget,
                providers,
                variants,
                until,
                Optional.of(value),
                embeddings);
    }

    /**
     * {@return this experiment with other models}
     *
     * @param value the models, distinct
     */
    public Experiment withModels(List<ModelId> value) {
        return new Experiment(
                name,
                value,
                samples,
                prompts,
                parameters,
                limits,
                budget,
                providers,
                variants,
                until,
                prices,
                embeddings);
    }

    /**
     * {@return this experiment with a fixed number of draws for every prompt, and no stopping early}
     *
     * @param value draws per prompt, model and variant, positive
     */
    public Experiment withSamples(int value) {
        List<Prompt> same = prompts.stream()
                .map(prompt -> prompt.withSamples(OptionalInt.empty(), Optional.empty()))
                .toList();
        return new Experiment(
                name,
                models,
                value,
                same,
                parameters,
                limits,
                budget,
                providers,
                variants,
                Optional.empty(),
                prices,
                embeddings);
    }

    /**
     * {@return how many draws of a prompt are planned per model and variant}
     *
     * @param prompt one of this experiment's
     */
    public int samplesOf(Prompt prompt) {
        return prompt.samples().orElse(samples);
    }

    /**
     * {@return when sampling of a prompt is enough; empty where all planned draws are made}
     *
     * @param prompt one of this experiment's
     */
    public Optional<StoppingCriterion> untilOf(Prompt prompt) {
        return prompt.samples().isPresent() ? prompt.until() : prompt.until().or(() -> until);
    }

    /** {@return whether a criterion may end sampling before all planned draws are made} */
    public boolean mayStopEarly() {
        return prompts.stream().anyMatch(prompt -> untilOf(prompt).isPresent());
    }
}
