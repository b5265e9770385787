package dev.slop.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The knobs of a request. All are unset by default and only what is set is sent, because newer models reject older
 * knobs.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a set value is out of its range, or NaN.
 *
 * @param temperature softmax temperature, in [0, 2]
 * @param topP nucleus mass, in [0, 1]
 * @param topK number of candidate tokens, positive
 * @param maxOutputTokens limit of the answer's length, positive
 * @param seed the provider's own seed
 * @param reasoningEffort the provider's own word for how long to think
 * @param stop texts at which the answer ends
 */
public record SamplingParameters(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalInt maxOutputTokens,
        OptionalLong seed,
        Optional<String> reasoningEffort,
        List<String> stop) {
    private static final SamplingParameters UNSET = new SamplingParameters(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of());

    public SamplingParameters {
        temperature.ifPresent(v -> Arguments.inClosedRange(v, 0, 2, "temperature"));
        topP.ifPresent(v -> Arguments.inClosedRange(v, 0, 1, "top-p"));
        topK.ifPresent(v -> Arguments.positive(v, "top-k"));
        maxOutputTokens.ifPresent(v -> Arguments.positive(v, "max-output-tokens"));
        stop = List.copyOf(stop);
    }

    /** {@return parameters of which none is set} */
    public static SamplingParameters unset() {
        return UNSET;
    }

    /**
     * {@return these parameters with another temperature}
     *
     * @param value in [0, 2]
     */
    public SamplingParameters withTemperature(double value) {
        return new SamplingParameters(
                OptionalDouble.of(value), topP, topK, maxOutputTokens, seed, reasoningEffort, stop);
    }

    /**
     * {@return these parameters with another limit of the answer's length}
     *
     * @param value tokens, positive
     */
    public SamplingParameters withMaxOutputTokens(int value) {
        return new SamplingParameters(temperature, topP, topK, OptionalInt.of(value), seed, reasoningEffort, stop);
    }

    /**
     * {@return these parameters, with those that another set states in place of their own}
     *
     * @param other what goes first
     */
    public SamplingParameters overriddenBy(SamplingParameters other) {
        return new SamplingParameters(
                other.temperature.isPresent() ? other.temperature : temperature,
                other.topP.isPresent() ? other.topP : topP,
                other.topK.isPresent() ? other.topK : topK,
                other.maxOutputTokens.isPresent() ? other.maxOutputTokens : maxOutputTokens,
                other.seed.isPresent() ? other.seed : seed,
                other.reasoningEffort.or(() -> reasoningEffort),
                other.stop.isEmpty() ? stop : other.stop);
    }
}
