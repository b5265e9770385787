package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    private static Estimate estimate(double value, double lower, double upper) {
        return new Estimate(value, lower, upper, 0.95, "Wilson");
    }

    @Test
    void share_isAPercentageWithItsInterval() {
        assertThat(Figure.share(estimate(2 / 3.0, 0.35, 0.88)))
                .isEqualTo(new Figure("67\u00A0%", "35 to 88\u00A0%", "95\u00A0% Wilson"));
    }

    @Test
    void number_withoutUpperEnd_isBoundedByInfinity() {
        assertThat(Figure.number(estimate(3.456, 2, Double.POSITIVE_INFINITY)).interval())
                .isEqualTo("2 to ∞");
    }

    @Test
    void zeroWidthInterval_isNotPrinted() {
        assertThat(Figure.number(estimate(0, 0, 0)).interval()).isEmpty();
    }

    @Test
    void unavailable_isADashWithItsReason_neverZero() {
        assertThat(Figure.share(Quantity.unavailable("no answers"))).isEqualTo(new Figure("–", "", "no answers"));
        assertThat(Figure.share(Quantity.unavailable("no answers")).present()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 100", "0.5, 50", "0.004, 0.4", "0.996, 99.6", "0.123, 12", "1.2, 120"})
    void percent_keepsADecimalWhereItMatters(double share, String printed) {
        assertThat(Figure.percent(share)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "3, 3", "3.456, 3.46", "12.34, 12.3", "-2.5, −2.5", "4754.4, '4,754'"})
    void decimal_hasTwoDecimalsAtMost(double value, String printed) {
        assertThat(Figure.decimal(value)).isEqualTo(printed);
    }
}
