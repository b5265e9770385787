package dev.slop.core;

import dev.slop.core.provider.CompletionRequest;
import java.util.Optional;

/**
 * A way of asking. Every prompt is asked in each of an experiment's variants, so that the ways can be compared.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the id is blank.
 *
 * @param id short name, unique in the experiment; part of what an answer in the journal is found by
 * @param system system prompt in place of the prompt's own, where one is stated
 * @param parameters those that are set here stand in place of the experiment's
 * @param elicitation whether the model is asked for one answer or for several of which one counts
 */
public record Variant(String id, Optional<String> system, SamplingParameters parameters, Elicitation elicitation) {
    private static final Variant DEFAULT = of(SampleKey.DEFAULT_VARIANT, new Elicitation.Direct());

    public Variant {
        Arguments.notBlank(id, "variant id");
    }

    /** {@return the way of asking of an experiment that states none: the prompt as it is} */
    public static Variant byDefault() {
        return DEFAULT;
    }

    /**
     * {@return a variant that changes neither system prompt nor parameters}
     *
     * @param id short name
     * @param elicitation how it asks
     */
    public static Variant of(String id, Elicitation elicitation) {
        return new Variant(id, Optional.empty(), SamplingParameters.unset(), elicitation);
    }

    /**
     * {@return what is sent for one draw}
     *
     * @param prompt what is asked
     * @param model who is asked
     * @param index number of the draw, from 0
     * @param common the experiment's parameters
     */
    public CompletionRequest request(Prompt prompt, ModelId model, int index, SamplingParameters common) {
        return new CompletionRequest(
                new SampleKey(prompt.id(), model, id, index),
                elicitation.message(prompt.text()),
                system.or(prompt::system),
                common.overriddenBy(parameters));
    }
}
