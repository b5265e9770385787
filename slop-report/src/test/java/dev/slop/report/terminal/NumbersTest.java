package dev.slop.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    private static final Numbers NUMBERS = new Numbers(Symbols.UNICODE);

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.001, <1%", "0.005, 1%", "0.98, 98%", "0.996, >99%", "1, 100%"})
    void percent_nearTheEnds_isNotRoundedToThem(double share, String shown) {
        assertThat(Numbers.percent(share)).isEqualTo(shown);
    }

    @Test
    void share_estimate_hasItsInterval() {
        assertThat(NUMBERS.share(new Estimate(.98, .89, .9995, .95, "Wilson"))).isEqualTo("98% (89–>99%)");
    }

    @Test
    void decimal_zeroWidthInterval_isLeftOut() {
        assertThat(NUMBERS.decimal(new Estimate(2, 2, 2, .95, "m"))).isEqualTo("2.00");
    }

    @Test
    void decimal_unbounded_saysInf() {
        assertThat(NUMBERS.decimal(new Estimate(2, 1, Double.POSITIVE_INFINITY, .95, "m")))
                .isEqualTo("2.00 (1.00–inf)");
    }

    @Test
    void decimal_unavailable_isADash() {
        assertThat(NUMBERS.decimal(Quantity.unavailable("no answers"))).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({"4754, 4754", "99, 99", "0.5, 0.5", "12.3456, 12.35", "100000, 100000", "0, 0"})
    void statistic_hasFourDigits(double value, String shown) {
        assertThat(Numbers.statistic(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.31, -0.5, = 0.31", "0.0001, -4, = 0.0001", "0, -957.3, = 10^-957.3", "1, 0, = 1"})
    void pValue_doesNotUnderflow(double pValue, double log10, String shown) {
        assertThat(Numbers.pValue(pValue, log10)).isEqualTo(shown);
    }
}
