package dev.slop.core;

import java.util.Comparator;

/**
 * Names one draw of an experiment.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the prompt or the variant is blank, or the index negative.
 *
 * @param prompt id of the prompt
 * @param model the model asked
 * @param variant name of the way of asking; {@link #DEFAULT_VARIANT} where the experiment states none
 * @param index number of the draw, from 0
 */
public record SampleKey(String prompt, ModelId model, String variant, int index) implements Comparable<SampleKey> {
    /** The variant of an experiment that states none. */
    public static final String DEFAULT_VARIANT = "default";

    private static final Comparator<SampleKey> ORDER = Comparator.comparing(SampleKey::prompt)
            .thenComparing(SampleKey::model)
            .thenComparing(SampleKey::variant)
            .thenComparingInt(SampleKey::index);

    public SampleKey {
        Arguments.notBlank(prompt, "prompt id");
        Arguments.notBlank(variant, "variant");
        Arguments.notNegative(index, "index");
    }

    @Override
    public int compareTo(SampleKey other) {
        return ORDER.compare(this, other);
    }
}
