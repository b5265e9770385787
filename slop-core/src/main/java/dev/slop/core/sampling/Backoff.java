package dev.slop.core.sampling;

import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.ProviderException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Turns a policy into Resilience4j's Retry: the provider's own hint first, else full jitter from a seeded source. */
final class Backoff {
    private Backoff() {}

    /** A retry whose waits stop growing early while the server answers others. */
    static Retry retry(String name, RetryPolicy policy, SplittableRandom random, BooleanSupplier answering) {
        IntervalFunction longest = longest(policy);
        IntervalFunction longestWhileAnswering = longest(policy.withBackoff(policy.initialBackoff(), calm(policy)));
        return Retry.of(
                name,
                RetryConfig.<Completion>custom()
                        .maxAttempts(policy.maxAttempts())
                        .retryOnException(Backoff::retryable)
                        .intervalBiFunction((faults, outcome) -> hint(outcome.getLeft())
                                .orElseGet(() -> random.nextLong(
                                        (answering.getAsBoolean() ? longestWhileAnswering : longest).apply(faults)
                                                + 1)))
                        .build());
    }

    private static Duration calm(RetryPolicy policy) {
        Duration calm = policy.initialBackoff().multipliedBy(RetryPolicy.GROWTH_WHILE_ANSWERING);
        return calm.compareTo(policy.maxBackoff()) < 0 ? calm : policy.maxBackoff();
    }

    /** The longest wait in milliseconds by number of faults. */
    static IntervalFunction longest(RetryPolicy policy) {
        return IntervalFunction.ofExponentialBackoff(policy.initialBackoff(), 2, policy.maxBackoff());
    }

    private static boolean retryable(Throwable error) {
        return error instanceof ProviderException fault && fault.retryable();
    }

    private static Optional<Long> hint(Throwable error) {
        return error instanceof ProviderException fault
                ? fault.retryAfter().map(Backoff::millisRoundedUp)
                : Optional.empty();
    }

    /** Never earlier than told. */
    private static long millisRoundedUp(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}
