package dev.slop.report.html;

import dev.slop.report.ModelCost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader should know of the run beside its numbers.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the title is blank or the cost negative.
 *
 * @param title of the page, usually the experiment's name
 * @param finishedAt when the last answer came, where it is known
 * @param usd what the answers cost, in US dollars, where it is known
 * @param remarks sentences on what went wrong or was left out, for example rows that could not be read
 * @param costs of each model; empty for answers that slop did not ask for
 */
public record RunSummary(
        String title,
        Optional<Instant> finishedAt,
        Optional<BigDecimal> usd,
        List<String> remarks,
        List<ModelCost> costs) {
    public RunSummary {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        if (usd.isPresent() && usd.get().signum() < 0) {
            throw new IllegalArgumentException("usd must not be negative: " + usd.get());
        }
        remarks = List.copyOf(remarks);
        costs = List.copyOf(costs);
    }

    /**
     * Creates a summary that does not tell one model's cost from another's.
     *
     * @param title of the page, usually the experiment's name
     * @param finishedAt when the last answer came, where it is known
     * @param usd what the answers cost, in US dollars, where it is known
     * @param remarks sentences on what went wrong or was left out
     */
    public RunSummary(String title, Optional<Instant> finishedAt, Optional<BigDecimal> usd, List<String> remarks) {
        this(title, finishedAt, usd, remarks, List.of());
    }

    /**
     * {@return a summary with a title alone}
     *
     * @param title of the page
     */
    public static RunSummary titled(String title) {
        return new RunSummary(title, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * {@return this summary with what each model's answers cost; its sum where all prices are known}
     *
     * @param value of each model
     */
    public RunSummary withCosts(List<ModelCost> value) {
        return new RunSummary(title, finishedAt, value.isEmpty() ? usd : ModelCost.total(value), remarks, value);
    }
}
