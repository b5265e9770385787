package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's exceptions away from the engine. */
final class GuardedListener implements SamplingListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final SamplingListener listener;

    GuardedListener(SamplingListener listener) {
        this.listener = listener;
    }

    @Override
    public void sent(CompletionRequest request, int attempt) {
        guard(() -> listener.sent(request, attempt));
    }

    @Override
    public void retried(CompletionRequest request, int attempt, String error, Duration wait) {
        guard(() -> listener.retried(request, attempt, error, wait));
    }

    @Override
    public void finished(Sample sample) {
        guard(() -> listener.finished(sample));
    }

    @Override
    public void lanePaused(ModelId model, Instant until, String reason) {
        guard(() -> listener.lanePaused(model, until, reason));
    }

    @Override
    public void laneStopped(StoppedLane lane) {
        guard(() -> listener.laneStopped(lane));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a sampling listener failed", e);
        }
    }
}
