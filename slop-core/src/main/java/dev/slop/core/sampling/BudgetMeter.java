package dev.slop.core.sampling;

import dev.slop.core.limits.Budget;

/**
 * Sees to it that a run never overruns its budget: the worst case of a request is set aside before it is sent and settled
 * when its cost is known. Shared by the lanes of a run.
 */
final class BudgetMeter {
    /** Whether a request may be sent. */
    enum Verdict {
        YES,
        /** Not before others have been settled. */
        LATER,
        NEVER
    }

    private final Budget budget;
    private long requests;
    private long spent;
    private long setAside;

    BudgetMeter(Budget budget) {
        this.budget = budget;
    }

    boolean limitsTokens() {
        return budget.tokens().isPresent();
    }

    Verdict ask(long worstCase) {
        if (requests >= budget.requests().orElse(Long.MAX_VALUE)) {
            return Verdict.NEVER;
        }
        long left = budget.tokens().orElse(Long.MAX_VALUE) - spent;
        if (worstCase <= left - setAside) {
            return Verdict.YES;
        }
        return worstCase <= left && setAside > 0 ? Verdict.LATER : Verdict.NEVER;
    }

    void setAside(long worstCase) {
        requests++;
        setAside += worstCase;
    }

    /** Follows each {@link #setAside}. */
    void settle(long worstCase, long cost) {
        setAside -= worstCase;
        spent += cost;
    }

    /** Instead of {@link #settle} where the request was not sent. */
    void withdraw(long worstCase) {
        requests--;
        setAside -= worstCase;
    }
}
