package dev.slop.report;

import dev.slop.core.limits.Budget;
import dev.slop.core.sampling.ModelEstimate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * What a run is going to take, as {@code slop run --dry-run} tells it.
 *
 * @param planned how many draws the experiment asks for
 * @param models what is missing of them, by model
 * @param spent what earlier runs of the folder took
 * @param budget what may be spent in all
 */
public record RunEstimate(int planned, List<ModelEstimate> models, List<ModelCost> spent, Budget budget) {
    public RunEstimate {
        models = List.copyOf(models);
        spent = List.copyOf(spent);
    }

    /** {@return how many requests are still to be sent, if none fails} */
    public int missing() {
        return models.stream().mapToInt(ModelEstimate::requests).sum();
    }

    /**
     * {@return the sum over the models; empty if it is not known for one of them}
     *
     * @param part of each model's estimate
     */
    public Optional<BigDecimal> usd(Function<ModelEstimate, Optional<BigDecimal>> part) {
        return Totals.sum(models.stream().map(part).toList());
    }

    /** {@return the time of the slowest model; empty if none is known} */
    public Optional<Duration> time() {
        return models.stream().flatMap(model -> model.time().stream()).max(Duration::compareTo);
    }

    /** {@return what the numbers rest on, in sentences} */
    public List<String> notes() {
        PriceNotes notes = new PriceNotes();
        models.forEach(model -> notes.add(model.model(), model.price()));
        notes.say(
                "Answers count as long as those in the journal; where there are none, low to expected is 5 to 200 tokens"
                        + " for a text, 2 to 10 for a number or a choice. Reasoning and retries are not foreseen.");
        notes.say("High is every answer as long as max-output-tokens permits, and unknown where that is not set.");
        notes.say("The time is what the limits leave at best, models side by side; without limits it is unknown.");
        budgetNote().ifPresent(notes::say);
        return notes.all();
    }

    private Optional<String> budgetNote() {
        StringJoiner parts = new StringJoiner(", ");
        budget.usd().ifPresent(usd -> parts.add("$" + usd.toPlainString()));
        budget.tokens().ifPresent(tokens -> parts.add(tokens + " tokens"));
        budget.requests().ifPresent(requests -> parts.add(requests + " requests"));
        if (parts.length() == 0) {
            return Optional.empty();
        }
        return Optional.of("The budget, " + parts + ", is for all runs of the folder together" + spentBefore() + ".");
    }

    private String spentBefore() {
        if (spent.isEmpty()) {
            return "";
        }
        long requests =
                spent.stream().mapToLong(cost -> cost.spent().requests()).sum();
        long tokens =
                spent.stream().mapToLong(cost -> cost.spent().tokens().total()).sum();
        return "; spent so far: " + requests + " requests, " + tokens + " tokens, "
                + (spent.stream().anyMatch(ModelCost::isAtLeast) ? "at least " : "")
                + Dollars.text(ModelCost.total(spent));
    }
}
