package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.TokenCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.StringJoiner;

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

    /** More than any run costs, and far from where sums overflow. */
    private static final long NO_TOKEN_LIMIT = Long.MAX_VALUE / 4;

    private static final BigDecimal NO_USD_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int USD_DIGITS = 4;

    private final Budget budget;
    private final PriceList prices;
    private final Cost limit;
    private long requests;
    private Cost spent;
    private Cost setAside = Cost.NONE;

    /** What was spent before counts, requests and cost. */
    BudgetMeter(Budget budget, PriceList prices, long requests, Cost spent) {
        this.budget = budget;
        this.prices = prices;
        this.limit =
                new Cost(budget.tokens().orElse(NO_TOKEN_LIMIT), budget.usd().orElse(NO_USD_LIMIT));
        this.requests = requests;
        this.spent = spent;
    }

    boolean limitsCost() {
        return budget.limitsCost();
    }

    /** What a model's tokens take of the budget; what is not limited is not reckoned. */
    Cost cost(ModelId model, TokenCount tokens) {
        return cost(budget, prices, model, tokens);
    }

    static Cost cost(Budget budget, PriceList prices, ModelId model, TokenCount tokens) {
        if (!budget.limitsCost()) {
            return Cost.NONE;
        }
        return new Cost(
                tokens.total(),
                budget.usd().isPresent() ? prices.of(model).orElseThrow().usd(tokens) : BigDecimal.ZERO);
    }

    Verdict ask(Cost worstCase) {
        if (requests >= budget.requests().orElse(Long.MAX_VALUE)) {
            return Verdict.NEVER;
        }
        Cost left = limit.minus(spent);
        if (worstCase.isWithin(left.minus(setAside))) {
            return Verdict.YES;
        }
        return worstCase.isWithin(left) && !setAside.equals(Cost.NONE) && isUnderWay() ? Verdict.LATER : Verdict.NEVER;
    }

    private boolean isUnderWay() {
        return setAside.tokens() > 0 || setAside.usd().signum() > 0;
    }

    void setAside(Cost worstCase) {
        requests++;
        setAside = setAside.plus(worstCase);
    }

    /** Follows each {@link #setAside}; without a known cost the worst is taken. */
    void settle(Cost worstCase, Optional<Cost> cost) {
        setAside = setAside.minus(worstCase);
        spent = spent.plus(cost.orElse(worstCase));
    }

    /** Instead of {@link #settle} where the request was not sent. */
    void withdraw(Cost worstCase) {
        requests--;
        setAside = setAside.minus(worstCase);
    }

    /** {@return how much of what is limited is spent or set aside, for a message} */
    String state() {
        StringJoiner state = new StringJoiner(", ");
        Cost taken = spent.plus(setAside);
        budget.usd().ifPresent(usd -> state.add("$" + shown(taken.usd()) + " of $" + usd.toPlainString()));
        budget.tokens().ifPresent(tokens -> state.add(taken.tokens() + " of " + tokens + " tokens"));
        budget.requests().ifPresent(most -> state.add(requests + " of " + most + " requests"));
        return state.toString();
    }

    private static String shown(BigDecimal usd) {
        return usd.setScale(USD_DIGITS, RoundingMode.UP).toPlainString();
    }
}
