package dev.slop.core.sampling;

import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitedException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a request to one model has to pass: the pacer, the cap of requests under way, the circuit breaker. It outlives a
 * run, since the provider's limits do.
 */
final class Gate {
    /** Never by time: a request under way has to end first. */
    static final long AFTER_REPLY = Breaker.AFTER_REPLY;

    private final PromptTokens prompts = new PromptTokens();
    private final RateControl requests;
    private final TokenControl tokens;
    private final InFlight inFlight;
    private final Breaker breaker;

    Gate(String name, RateLimits limits, LongSupplier nanoTime) {
        this.requests = new RateControl(limits.requestsPerMinute(), nanoTime.getAsLong());
        this.tokens = new TokenControl(limits, prompts, nanoTime.getAsLong());
        this.inFlight =
                new InFlight(name, limits.inFlight(), limits.requestsPerMinute().isPresent());
        this.breaker = new Breaker(name, limits.inFlight().orElse(0), nanoTime);
    }

    /**
     * Lets a draw's request in if all agree.
     *
     * @param worstCase what is set aside for it of the budget
     * @return 0 if it is in, else the nanoseconds until it is worth another try, or {@link #AFTER_REPLY}
     */
    long tryEnter(Draw draw, Cost worstCase, long now) {
        TokenCount needed = tokens.needed(draw.request());
        long delay = Math.max(requests.delay(now), tokens.delay(needed, now));
        if (delay > 0) {
            return delay;
        }
        if (!inFlight.tryEnter()) {
            return AFTER_REPLY;
        }
        // Last, because Resilience4j counts the permissions it gives while half open.
        if (!breaker.tryAcquire()) {
            inFlight.withdraw();
            return breaker.delay(now);
        }
        draw.beginAttempt(requests.take(needed, now), worstCase);
        tokens.take(needed, now);
        return 0;
    }

    /** Tokens that a request can take at most. */
    TokenCount worstCase(CompletionRequest request) {
        return prompts.worstCase(request);
    }

    /** A request that was let in was answered; it is still inside. */
    void answered(Draw draw, Reply.Answer answer) {
        Completion completion = answer.completion();
        prompts.learn(draw.request(), completion.usage());
        tokens.answered(draw.permit(), completion.usage(), completion.rateLimits(), answer.at());
        breaker.answered(answer.latencyNanos());
        requests.answered(draw.permit(), completion.rateLimits(), answer.at());
        inFlight.answered(answer.latencyNanos(), requests.perMinute());
    }

    /** A request that was let in failed; it is still inside. */
    void faulted(Draw draw, Reply.Fault fault) {
        tokens.notUsed(draw.permit());
        breaker.faulted(fault.latencyNanos(), fault.cause());
    }

    /** A request that was let in was refused as one too many; follows {@link #faulted}. */
    void refused(Draw draw, RateLimitedException refusal, Throttle.Pause pause, long now) {
        requests.refused(draw.permit(), pause.isNew(), refusal.rateLimits(), pause.until(), now);
    }

    /** Whether requests are refused whatever the rate, so that a pause is of use only where the provider asks for it. */
    boolean isRefusedByChance() {
        return requests.isRefusedByChance();
    }

    /** A request that was let in was not sent, or its end is not known; it is still inside. */
    void withdrawn(Draw draw) {
        tokens.notUsed(draw.permit());
        breaker.release();
    }

    /** Follows each {@link #answered}, {@link #faulted} and {@link #withdrawn}, once the log has the outcome. */
    void leave() {
        inFlight.leave();
    }

    /** Whether the server seems to be down, so that few requests or none are let in. */
    boolean isHeld() {
        return !breaker.isClosed();
    }

    /** How often in a row the server was found to be down, since it last was up. */
    int holds() {
        return breaker.openings();
    }

    /** How long nothing at all is let in. */
    Duration heldFor(long now) {
        return Duration.ofNanos(Math.max(0, breaker.openUntil() - now));
    }
}
