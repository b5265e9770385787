package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    @Test
    void blankTitle_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> RunSummary.titled(" "));
    }

    @Test
    void negativeCost_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RunSummary("t", Optional.empty(), Optional.of(BigDecimal.ONE.negate()), List.of()));
    }
}
