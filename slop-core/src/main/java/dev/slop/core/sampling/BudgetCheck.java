package dev.slop.core.sampling;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.provider.CompletionRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a budget can be kept: the most that each request can cost has to be known before it is sent. */
public final class BudgetCheck {
    private final Budget budget;
    private final PriceList prices;

    private BudgetCheck(Budget budget, PriceList prices) {
        this.budget = budget;
        this.prices = prices;
    }

    /**
     * Refuses a budget that cannot be kept.
     *
     * @param budget what may be spent
     * @param prices what models cost
     * @param plan what is to be asked
     * @param spent what was spent before, by model
     * @throws ConfigurationException if a budget of tokens or dollars meets an answer without a limit, or one of dollars
     *     a model whose price is not known, or not for so long a prompt
     */
    public static void require(Budget budget, PriceList prices, SamplingPlan plan, Map<ModelId, Spent> spent) {
        if (budget.limitsCost()) {
            BudgetCheck check = new BudgetCheck(budget, prices);
            check.prices(plan, spent);
            plan.requests().forEach(check::request);
        }
    }

    private void prices(SamplingPlan plan, Map<ModelId, Spent> spent) {
        if (budget.usd().isEmpty()) {
            return;
        }
        Set<ModelId> models = new TreeSet<>(spent.keySet());
        plan.requests().forEach(request -> models.add(request.key().model()));
        models.removeIf(model -> prices.of(model).isPresent());
        if (!models.isEmpty()) {
            throw new ConfigurationException("a budget in dollars needs the price of "
                    + models.stream().map(ModelId::toString).collect(Collectors.joining(", "))
                    + ", which is not known: write '- {model: "
                    + models.iterator().next()
                    + ", input: USD, output: USD}', in dollars per million tokens, to a file and name it with"
                    + " 'prices: FILE' or --prices FILE");
        }
    }

    private void request(CompletionRequest request) {
        ModelId model = request.key().model();
        boolean isFree = budget.tokens().isEmpty()
                && prices.of(model).filter(Price::isFree).isPresent();
        if (!isFree && request.parameters().maxOutputTokens().isEmpty()) {
            throw new ConfigurationException("a budget in " + (budget.tokens().isPresent() ? "tokens" : "dollars")
                    + " needs 'parameters: {max-output-tokens: N}', or there is no telling what an answer of " + model
                    + " can cost");
        }
        if (budget.usd().isPresent()
                && !prices.of(model)
                        .orElseThrow()
                        .holdsFor(PromptTokens.most(request).input())) {
            throw new ConfigurationException("a budget in dollars needs the price of prompts as long as '"
                    + request.key().prompt() + "', and the price of " + model + " is that of shorter ones");
        }
    }
}
