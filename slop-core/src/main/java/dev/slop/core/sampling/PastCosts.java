package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.CompletionRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * What earlier runs took of a budget, at the most: an attempt whose cost nobody told counts as the worst case of what it
 * asked. What is no longer asked counts as the worst that is asked of its model, else of any.
 */
final class PastCosts {
    private final Map<String, TokenCount> byHash = new HashMap<>();
    private final Map<ModelId, TokenCount> byModel = new HashMap<>();
    private TokenCount most = TokenCount.none();

    private PastCosts(SamplingPlan plan) {
        for (CompletionRequest request : plan.requests()) {
            TokenCount worst = PromptTokens.most(request);
            byHash.put(request.hash(), worst);
            byModel.merge(request.key().model(), worst, PastCosts::larger);
            most = larger(most, worst);
        }
    }

    /** Of each kind of tokens the larger number: an upper bound whatever the price of either. */
    private static TokenCount larger(TokenCount a, TokenCount b) {
        return new TokenCount(Math.max(a.input(), b.input()), 0, Math.max(a.output(), b.output()));
    }

    static Cost of(Map<ModelId, Spent> spent, SamplingPlan plan, Budget budget, PriceList prices) {
        if (!budget.limitsCost() || spent.isEmpty()) {
            return Cost.NONE;
        }
        PastCosts past = new PastCosts(plan);
        Cost total = Cost.NONE;
        for (Map.Entry<ModelId, Spent> entry : spent.entrySet()) {
            TokenCount tokens = past.upTo(entry.getKey(), entry.getValue());
            total = total.plus(BudgetMeter.cost(budget, prices, entry.getKey(), tokens));
        }
        return total;
    }

    private TokenCount upTo(ModelId model, Spent spent) {
        TokenCount tokens = spent.tokens();
        for (Map.Entry<String, Long> attempts : spent.unsettled().entrySet()) {
            TokenCount worst = byHash.getOrDefault(attempts.getKey(), byModel.getOrDefault(model, most));
            tokens = tokens.plus(worst.times(attempts.getValue()));
        }
        return tokens;
    }
}
