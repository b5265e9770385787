package dev.slop.core.testing;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.AttemptLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attempt log that a test can look into. */
public final class InMemoryAttemptLog implements AttemptLog {
    /** What was recorded. */
    public sealed interface Event {
        /** {@return what was asked} */
        String requestHash();
    }

    /** An attempt about to be sent. */
    public record Sent(CompletionRequest request, int attempt, Instant at) implements Event {
        @Override
        public String requestHash() {
            return request.hash();
        }
    }

    /** An attempt that failed and will be made again. */
    public record Retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter)
            implements Event {
        @Override
        public String requestHash() {
            return request.hash();
        }
    }

    /** The end of a draw. */
    public record Finished(Sample sample, Optional<String> raw) implements Event {
        @Override
        public String requestHash() {
            return sample.requestHash();
        }
    }

    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void sent(CompletionRequest request, int attempt, Instant at) {
        events.add(new Sent(request, attempt, at));
    }

    @Override
    public synchronized void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {
        events.add(new Retried(request, attempt, at, error, perhapsBilled, retryAfter));
    }

    @Override
    public synchronized void finished(Sample sample, Optional<String> raw) {
        events.add(new Finished(sample, raw));
    }

    @Override
    public void close() {}

    /** {@return everything recorded so far, in order} */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /**
     * {@return what was recorded so far of one kind, in order}
     *
     * @param kind class of the event
     */
    public <E extends Event> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
