package dev.slop.report.html;

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
 */
public record RunSummary(String title, Optional<Instant> finishedAt, Optional<BigDecimal> usd, List<String> remarks) {
    public RunSummary {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        if (usd.isPresent() && usd.get().signum() < 0) {
            throw new IllegalArgumentException("usd must not be negative: " + usd.get());
        }
        remarks = List.copyOf(remarks);
    }

    /**
     * {@return a summary with a title alone}
     *
     * @param title of the page
     */
    public static RunSummary titled(String title) {
        return new RunSummary(title, Optional.empty(), Optional.empty(), List.of());
    }
}
