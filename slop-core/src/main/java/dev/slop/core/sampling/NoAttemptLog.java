package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps nothing, reached through {@link AttemptLog#none()}. */
final class NoAttemptLog implements AttemptLog {
    static final NoAttemptLog INSTANCE = new NoAttemptLog();

    private NoAttemptLog() {}

    @Override
    public void sent(CompletionRequest request, int attempt, Instant at) {}

    @Override
    public void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {}

    @Override
    public void finished(Sample sample, Optional<String> raw) {}

    @Override
    public void close() {}
}
