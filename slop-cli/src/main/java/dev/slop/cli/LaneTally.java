package dev.slop.cli;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts what happens to one model. */
final class LaneTally {
    /** What the rate is reckoned over. */
    private static final Duration WINDOW = Duration.ofSeconds(20);

    /** The outcomes of one second; a window of outcomes one by one would grow with the rate. */
    private record Second(Instant from, int outcomes) {}

    private final ModelId model;
    private final Instant start;
    private final Deque<Second> seconds = new ArrayDeque<>();
    private int planned;
    private int done;
    private int failed;
    private int inFlight;
    private long tokens;
    private Optional<Instant> pausedUntil = Optional.empty();
    private Optional<String> stopped = Optional.empty();

    LaneTally(ModelId model, Instant start) {
        this.model = model;
        this.start = start;
    }

    void planned() {
        planned++;
    }

    void sent() {
        inFlight++;
    }

    void retried() {
        inFlight--;
    }

    void finished(Sample sample, Instant now) {
        inFlight--;
        done++;
        failed += sample.outcome() == Outcome.FAILED ? 1 : 0;
        tokens += sample.usage().input().orElse(0) + sample.usage().output().orElse(0);
        Second last = seconds.peekLast();
        if (last != null && Duration.between(last.from(), now).toMillis() < 1000) {
            seconds.removeLast();
            seconds.add(new Second(last.from(), last.outcomes() + 1));
        } else {
            seconds.add(new Second(now, 1));
        }
    }

    void paused(Instant until) {
        pausedUntil = Optional.of(until);
    }

    void stopped(String message) {
        stopped = Optional.of(message);
    }

    LaneProgress at(Instant now) {
        Instant since = now.minus(WINDOW);
        while (!seconds.isEmpty() && seconds.peekFirst().from().isBefore(since)) {
            seconds.removeFirst();
        }
        Instant from = start.isAfter(since) ? start : since;
        double span = Math.max(1, Duration.between(from, now).toMillis() / 1e3);
        double perSecond = seconds.stream().mapToInt(Second::outcomes).sum() / span;
        return new LaneProgress(model, planned, done, failed, inFlight, perSecond, tokens, pausedUntil, stopped);
    }
}
