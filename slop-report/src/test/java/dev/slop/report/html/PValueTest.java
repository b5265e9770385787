package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PValueTest {
    @ParameterizedTest
    @CsvSource({
        "0.849, -0.0711, p = 0.85",
        "0.0123, -1.91, p = 0.0123",
        // scipy.stats.chi2.logsf(4754, 99) / ln 10 -> -930.5095180654, by continued fraction
        "0, -930.5095180654, p = 3 × 10⁻⁹³¹",
        "1e-5, -5, p = 1 × 10⁻⁵",
        "9.99e-6, -5.00043, p = 1 × 10⁻⁵",
        "0, -Infinity, p < 10⁻³⁰⁰"
    })
    void of_tellsAlsoWhatUnderflows(double value, double log10, String printed) {
        assertThat(PValue.of(value, log10)).isEqualTo(printed);
    }
}
