package dev.slop.core.sampling;

import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

/** One draw on its way to its outcome. Draws are taken up in the plan's order, so one sent before goes ahead of all new. */
final class Draw implements Comparable<Draw> {
    private static final Permit NONE = new Permit(-1, 0, TokenCount.none());

    private final CompletionRequest request;
    private final String hash;
    private final int number;
    private int attempt;
    private Permit permit = NONE;
    private Cost worstCase = Cost.NONE;
    private long spentNanos;
    private Retry.@Nullable AsyncContext<Completion> faults;

    Draw(CompletionRequest request, int number) {
        this.request = request;
        this.hash = request.hash();
        this.number = number;
    }

    CompletionRequest request() {
        return request;
    }

    /** Computed once: it is written with every record. */
    String hash() {
        return hash;
    }

    /** Number of the attempt under way, or of the last one. */
    int attempt() {
        return attempt;
    }

    void beginAttempt(Permit given, Cost worst) {
        permit = given;
        worstCase = worst;
        attempt++;
    }

    /** What the attempt under way, or the last one, can cost at most. */
    Cost worstCase() {
        return worstCase;
    }

    /** Of the attempt under way, or of the last one. */
    Permit permit() {
        return permit;
    }

    /** Time spent in attempts and in the waits between them. */
    long spentNanos() {
        return spentNanos;
    }

    void spend(long nanos) {
        spentNanos += nanos;
    }

    /** Counts the faults; most draws never need it. */
    Retry.AsyncContext<Completion> faults(Retry retry) {
        Retry.AsyncContext<Completion> context = faults;
        if (context == null) {
            context = retry.asyncContext();
            faults = context;
        }
        return context;
    }

    @Override
    public int compareTo(Draw other) {
        return Integer.compare(number, other.number);
    }
}
