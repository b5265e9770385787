package dev.slop.report;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What asking one model took, over all runs of a folder.
 *
 * @param model which
 * @param spent requests and tokens
 * @param price what a token costs, where it is known
 */
public record ModelCost(ModelId model, Spent spent, Optional<Price> price) {
    /**
     * {@return the cost of each model, in the order of the map}
     *
     * @param spent by model, as {@link dev.slop.core.journal.JournalContents#spent} tells it
     * @param prices what models cost
     */
    public static List<ModelCost> of(Map<ModelId, Spent> spent, PriceList prices) {
        return spent.entrySet().stream()
                .map(entry -> new ModelCost(
                        entry.getKey(),
                        entry.getValue(),
                        prices.of(entry.getKey())
                                .filter(price -> price.holdsFor(entry.getValue().largestInput()))))
                .toList();
    }

    /** {@return the cost of what the provider says it billed; empty if the price is not known} */
    public Optional<BigDecimal> usd() {
        return price.map(p -> p.usd(spent.tokens()));
    }

    /** {@return whether more may have been billed than is known} */
    public boolean isAtLeast() {
        return spent.unsettledRequests() > 0 && !price.map(Price::isFree).orElse(false);
    }

    /** {@return the cost as people read it} */
    public String text() {
        if (price.isEmpty()) {
            return "price unknown";
        }
        if (price.get().isFree()) {
            return "free";
        }
        return (isAtLeast() ? "at least " : "") + Dollars.text(usd());
    }

    /**
     * {@return the cost of all models; empty if the price of any is not known}
     *
     * @param costs of each
     */
    public static Optional<BigDecimal> total(List<ModelCost> costs) {
        return Totals.sum(costs.stream().map(ModelCost::usd).toList());
    }

    /**
     * Tells what the numbers rest on: whose prices, of when, and what is not known.
     *
     * @param costs of each model
     * @return sentences
     */
    public static List<String> notes(List<ModelCost> costs) {
        PriceNotes notes = new PriceNotes();
        costs.forEach(cost -> notes.add(cost.model(), cost.price()));
        long unsettled = costs.stream()
                .mapToLong(cost -> cost.spent().unsettledRequests())
                .sum();
        if (unsettled > 0) {
            notes.say(unsettled + (unsettled == 1 ? " request was" : " requests were")
                    + " perhaps billed without a number of tokens, and " + (unsettled == 1 ? "is" : "are")
                    + " not in the cost");
        }
        return notes.all();
    }
}
