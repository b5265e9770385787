package dev.slop.core;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that every model is asked.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the id or the text is blank, or {@code samples} not positive.
 *
 * @param id short name, unique in the experiment
 * @param text what is sent
 * @param system system prompt, where one is sent
 * @param samples draws per model, where it differs from the experiment's
 * @param answer the form of the answer
 * @param same when two answers are the same
 * @param expect the distribution that answers are held against
 * @param until when sampling is enough, where it differs from the experiment's
 * @param clean how answers are cleaned; changes no request
 */
public record Prompt(
        String id,
        String text,
        Optional<String> system,
        OptionalInt samples,
        AnswerForm answer,
        SameAnswer same,
        Optional<Expectation> expect,
        Optional<StoppingCriterion> until,
        Cleaning clean) {
    public Prompt {
        Arguments.notBlank(id, "prompt id");
        Arguments.notBlank(text, "prompt text");
        samples.ifPresent(v -> Arguments.positive(v, "samples"));
    }

    /**
     * A prompt that states no stopping criterion of its own, its answers cleaned as usual.
     *
     * @param id short name, unique in the experiment
     * @param text what is sent
     * @param system system prompt, where one is sent
     * @param samples draws per model, where it differs from the experiment's
     * @param answer the form of the answer
     * @param same when two answers are the same
     * @param expect the distribution that answers are held against
     */
    public Prompt(
            String id,
            String text,
            Optional<String> system,
            OptionalInt samples,
            AnswerForm answer,
            SameAnswer same,
            Optional<Expectation> expect) {
        this(id, text, system, samples, answer, same, expect, Optional.empty(), Cleaning.byDefault());
    }

    /**
     * {@return a prompt for any text, compared exactly}
     *
     * @param id short name
     * @param text what is sent
     */
    public static Prompt of(String id, String text) {
        return new Prompt(
                id,
                text,
                Optional.empty(),
                OptionalInt.empty(),
                new AnswerForm.FreeText(),
                SameAnswer.EXACT,
                Optional.empty());
    }

    /**
     * {@return this prompt with another number of draws}
     *
     * @param value draws per model and variant; empty: the experiment's
     * @param criterion when sampling is enough; empty: the experiment's, unless a number is stated
     */
    public Prompt withSamples(OptionalInt value, Optional<StoppingCriterion> criterion) {
        return new Prompt(id, text, system, value, answer, same, expect, criterion, clean);
    }

    /**
     * {@return this prompt with its answers cleaned in another way}
     *
     * @param value how
     */
    public Prompt withClean(Cleaning value) {
        return new Prompt(id, text, system, samples, answer, same, expect, until, value);
    }
}
