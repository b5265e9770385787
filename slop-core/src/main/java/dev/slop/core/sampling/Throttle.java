package dev.slop.core.sampling;

import dev.slop.core.limits.RetryPolicy;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Optional;

/**
 * Reckons how long a lane pauses when its requests are refused as too many: as long as the provider says, else longer
 * with each pause that did not help. Requests that were under way when a pause began belong to it.
 */
final class Throttle {
    private final RetryPolicy policy;
    private final IntervalFunction longest;
    private int pauses;
    private long pausedUntil;
    private long lastAnswerAt;

    Throttle(RetryPolicy policy, long now) {
        this.policy = policy;
        this.longest = Backoff.longest(policy);
        this.pausedUntil = now;
        this.lastAnswerAt = now;
    }

    void answered(Reply.Answer answer) {
        lastAnswerAt = answer.at();
        if (!isOfThisPause(answer)) {
            pauses = 0;
        }
    }

    /** What a refusal brings about: a pause, new or not, until a time. */
    record Pause(boolean isNew, long until) {}

    Pause refused(Reply.Fault refusal, Optional<Duration> hint) {
        long until = hint.map(wait -> refusal.at() + wait.toNanos()).orElse(pausedUntil);
        boolean isNew = !isOfThisPause(refusal);
        if (isNew) {
            pauses++;
            until = hint.isPresent()
                    ? until
                    : refusal.at() + Duration.ofMillis(longest.apply(pauses)).toNanos();
        }
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
        return new Pause(isNew, pausedUntil);
    }

    /** Whether pausing has not helped for so long and so often that it never will. */
    boolean isHopeless(long now) {
        return pauses >= policy.maxAttempts()
                && now - lastAnswerAt >= policy.maxElapsed().toNanos();
    }

    private boolean isOfThisPause(Reply reply) {
        return reply.at() - reply.latencyNanos() - pausedUntil < 0;
    }
}
