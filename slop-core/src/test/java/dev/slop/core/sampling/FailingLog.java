package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A log whose disk is full after some records. */
final class FailingLog implements AttemptLog {
    private int left;

    FailingLog(int records) {
        left = records;
    }

    private void write() {
        if (left-- <= 0) {
            throw new UncheckedIOException(new IOException("no space left on device"));
        }
    }

    @Override
    public void sent(CompletionRequest request, int attempt, Instant at) {
        write();
    }

    @Override
    public void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {
        write();
    }

    @Override
    public void finished(Sample sample, Optional<String> raw) {
        write();
    }

    @Override
    public void close() {}
}
