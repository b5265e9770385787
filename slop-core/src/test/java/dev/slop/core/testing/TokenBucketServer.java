package dev.slop.core.testing;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.provider.RateLimitedException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A server that permits requests at a rate as a continuous token bucket, and tells of it or not. */
public final class TokenBucketServer {
    private static final int FASTEST_MILLIS = 200;
    private static final int SLOWEST_MILLIS = 600;

    private final VirtualTime time;
    private final SplittableRandom random;
    private double perSecond;
    private final double burst;
    private final boolean headers;
    private final boolean retryAfter;
    private final Duration refusalLatency;
    private double level;
    private Duration filledAt = Duration.ZERO;
    private int refused;
    private int accepted;

    /** Creates it with a full bucket. */
    public TokenBucketServer(
            VirtualTime time,
            long seed,
            double perSecond,
            double burst,
            boolean headers,
            boolean retryAfter,
            Duration refusalLatency) {
        this.time = time;
        this.random = new SplittableRandom(seed);
        this.perSecond = perSecond;
        this.burst = burst;
        this.headers = headers;
        this.retryAfter = retryAfter;
        this.refusalLatency = refusalLatency;
        this.level = burst;
    }

    /** {@return the answer or refusal, after a while} */
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        double seconds = time.elapsed().minus(filledAt).toNanos() / 1e9;
        filledAt = time.elapsed();
        level = Math.min(burst, level + seconds * perSecond);
        if (level < 1) {
            refused++;
            return ScriptedProvider.fault(time, refusalLatency, refusal());
        }
        level--;
        accepted++;
        Completion completion = new Completion(
                Outcome.ANSWERED,
                String.valueOf(request.key().index()),
                new FinishReason(FinishReason.Kind.STOP, "stop"),
                TokenUsage.of(10, 5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limits(),
                Optional.empty());
        Duration latency = Duration.ofMillis(random.nextInt(FASTEST_MILLIS, SLOWEST_MILLIS));
        return ScriptedProvider.answer(time, latency, request).thenApply(answer -> completion);
    }

    /** Empties the bucket, as another client would. */
    public void drain() {
        level = 0;
    }

    /** Permits less from now on, as where another client uses a part of the limit. */
    public void sharedWith(double othersPerSecond) {
        perSecond -= othersPerSecond;
    }

    private RuntimeException refusal() {
        Duration wait = Duration.ofNanos((long) Math.ceil((1 - level) / perSecond * 1e9));
        return new RateLimitedException("status 429", retryAfter ? Optional.of(wait) : Optional.empty(), limits());
    }

    private RateLimitHeaders limits() {
        return headers
                ? new RateLimitHeaders(
                        OptionalDouble.of(perSecond * 60),
                        OptionalLong.of((long) level),
                        OptionalDouble.empty(),
                        OptionalLong.empty())
                : RateLimitHeaders.none();
    }

    /** {@return how many requests were refused} */
    public int refused() {
        return refused;
    }

    /** {@return how many requests were let in} */
    public int accepted() {
        return accepted;
    }
}
