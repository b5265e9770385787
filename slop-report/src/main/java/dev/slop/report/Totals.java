package dev.slop.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sums that are known only if all of their parts are. */
final class Totals {
    private Totals() {}

    static Optional<BigDecimal> sum(List<Optional<BigDecimal>> parts) {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
