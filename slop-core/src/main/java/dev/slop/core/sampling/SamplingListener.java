package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * Is told what happens while it happens. Methods are called one at a time on the engine's own thread, which sends nothing
 * until they return: they must be quick and must not wait for the sampler, but may stop or cancel it. What they throw is
 * logged and otherwise ignored.
 */
public interface SamplingListener {
    /**
     * A request was handed to the provider.
     *
     * @param request what is asked
     * @param attempt number of the attempt, from 1
     */
    default void sent(CompletionRequest request, int attempt) {}

    /**
     * An attempt failed and the same will be asked again.
     *
     * @param request what was asked
     * @param attempt number of the attempt that failed
     * @param error what went wrong, in one line
     * @param wait the time until it may be asked again
     */
    default void retried(CompletionRequest request, int attempt, String error, Duration wait) {}

    /**
     * A draw came to its outcome, and the log has it.
     *
     * @param sample the outcome
     */
    default void finished(Sample sample) {}

    /**
     * Nothing is sent to a model for a while.
     *
     * @param model the model
     * @param until when sending goes on
     * @param reason why, in one line
     */
    default void lanePaused(ModelId model, Instant until, String reason) {}

    /**
     * A model was given up; the others go on.
     *
     * @param lane which, and why
     */
    default void laneStopped(StoppedLane lane) {}

    /** {@return a listener that does nothing} */
    static SamplingListener none() {
        return new SamplingListener() {};
    }
}
