package dev.slop.metrics.goodness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChiSquareTailTest {
    /** mpmath 1.3, 50 digits: gammainc(df/2, x/2, inf, regularized=True). */
    @ParameterizedTest
    @CsvSource({
        "1e-3, 1, -0.011096562482616878, 0.97477287936996039",
        "0.5, 1, -0.31921127782572033, 0.47950012218695346",
        "3.84, 1, -1.3006521393247689, 0.050043521248705099",
        "40, 1, -9.5952297925680943, 2.539628589470865e-10",
        "1400, 1, -305.67757094696974, 2.1010145162642175e-306",
        "1380, 3, -298.19099854377007, 6.4417142547846234e-299",
        "10, 10, -0.35606070764092848, 0.44049328506521241",
        "31, 32, -0.2865000089872194, 0.5170112472697082",
        "34, 32, -0.43009536270081946, 0.3714536560753675",
        "99, 99, -0.31776743031081404, 0.4810969124082639",
        "140, 99, -2.3738343332142882, 0.0042282987698192479",
        "1500, 99, -248.18929818888041, 6.4669843672284276e-249",
        "1100, 1000, -1.8352187685849598, 0.014614408126295194",
        "2500, 1000, -128.67655672754891, 2.1059268048481405e-129",
        "10100, 10000, -0.62157425196457144, 0.23901532524017511",
        "9000, 10000, -5.5145548122585986e-14, 0.99999999999987302"
    })
    void tail_ofReferencePoints(double x, double df, double log10, double p) {
        assertThat(ChiSquareTail.survivalProbability(x, df)).isCloseTo(p, withinPercentage(1e-10));
        assertThat(ChiSquareTail.log10SurvivalProbability(x, df)).isCloseTo(log10, withinPercentage(1e-10));
    }

    /** mpmath, 40 digits: continued fraction, and numerical integral of the density. */
    @ParameterizedTest
    @CsvSource({
        "998000, 0.92141970801285505",
        "1000000, 0.4998119368033945",
        "1003000, 0.017016772933266315",
        "1020000, 3.8839118311893805e-45"
    })
    void tail_aMillionDegreesOfFreedom(double x, double p) {
        assertThat(ChiSquareTail.survivalProbability(x, 1e6)).isCloseTo(p, withinPercentage(1e-10));
    }

    /** Uniformity of 50 numbers over 1..100; continued fraction in log space in Python, and mpmath with 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "4754, -930.5095180654",
        "450.713107270836, -45.5902167299",
        "958, -139.922434081984",
        "802, -109.781667272477"
    })
    void log10Survival_beyondUnderflow(double x, double log10) {
        assertThat(ChiSquareTail.log10SurvivalProbability(x, 99)).isCloseTo(log10, within(2e-10));
    }

    @Test
    void tail_isThatOfCommonsStatistics() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            double df = Math.ceil(Math.exp(8 * random.nextDouble()));
            double x = df * Math.exp(random.nextGaussian());
            double expected = ChiSquaredDistribution.of(df).survivalProbability(x);
            if (expected > 1e-290) {
                assertThat(ChiSquareTail.survivalProbability(x, df))
                        .as("x = %s, df = %s", x, df)
                        .isCloseTo(expected, withinPercentage(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, 1, 2, 31, 33, 99, 1000, 123_456})
    void log10Survival_fallsFromZeroWithoutAStep(double df) {
        double last = 0;
        for (double x = df / 50; x < 5 * df; x += df / 50) {
            double here = ChiSquareTail.log10SurvivalProbability(x, df);
            assertThat(here).isLessThanOrEqualTo(last + 1e-12);
            last = here;
        }
        double split = df + 2;
        assertThat(ChiSquareTail.log10SurvivalProbability(Math.nextDown(split), df))
                .isCloseTo(ChiSquareTail.log10SurvivalProbability(split, df), within(1e-11));
    }

    @Test
    void tail_atTheEnds() {
        assertThat(ChiSquareTail.survivalProbability(0, 5)).isEqualTo(1);
        assertThat(ChiSquareTail.survivalProbability(-1, 5)).isEqualTo(1);
        assertThat(ChiSquareTail.survivalProbability(.1, 50)).isEqualTo(1);
        assertThat(ChiSquareTail.survivalProbability(1e5, 2)).isZero();
        assertThat(ChiSquareTail.log10SurvivalProbability(1e5, 2))
                .isCloseTo(-21714.72409516259, withinPercentage(1e-12));
        assertThat(ChiSquareTail.survivalProbability(Double.POSITIVE_INFINITY, 5))
                .isZero();
        assertThat(ChiSquareTail.log10SurvivalProbability(Double.POSITIVE_INFINITY, 5))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ChiSquareTail.log10SurvivalProbability(Double.MAX_VALUE, 5)).isLessThan(-1e300);
    }

    @Test
    void tail_badArguments_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquareTail.survivalProbability(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquareTail.survivalProbability(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquareTail.survivalProbability(Double.NaN, 1));
    }
}
