package dev.slop.metrics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3e7, 1e12})
    void deviation_isThatOfAllValues_howeverTheyAreParted(double level) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles(1_000).map(u -> level + u).toArray();
        Moments all = new Moments(1);
        for (int from = 0; from < values.length; ) {
            int to = Math.min(values.length, from + random.nextInt(100));
            all.merge(of(Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        double expected = Math.sqrt(StatUtils.variance(values));
        assertThat(all.deviation(0)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(of(values).deviation(0)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void equalValues_haveDeviation0_withoutRounding() {
        Moments all = of(.1, .1, .1);
        all.merge(of(.1));
        all.merge(of());
        all.merge(of(.1, .1, .1, .1, .1, .1, .1));
        assertThat(all.deviation(0)).isZero();
    }

    @Test
    void notFinite_isCountedApart() {
        Moments all = of(Double.NaN, 1, Double.POSITIVE_INFINITY);
        all.merge(of(3, Double.NaN));
        assertThat(all.undefined(0)).isEqualTo(3);
        assertThat(all.deviation(0)).isEqualTo(Math.sqrt(2));
        assertThat(of(Double.NaN).deviation(0)).isNaN();
    }

    @Test
    void replicates_areThoseThatAreKept() {
        Replicates.Draw draw = (random, into) -> {
            into[0] = random.nextDouble();
            into[1] = into[0] < .1 ? Double.NaN : random.nextInt(5);
        };
        for (int replicates : new int[] {1, 64, 1_000}) {
            double[][] kept = Replicates.run(replicates, 7, 2, 1, () -> draw);
            Moments moments = Replicates.moments(replicates, 7, 2, 1 << 20, () -> draw);
            double[] defined = Arrays.stream(kept[1]).filter(Double::isFinite).toArray();
            assertThat(moments.undefined(1)).isEqualTo(replicates - defined.length);
            assertThat(moments.deviation(0)).isCloseTo(Math.sqrt(StatUtils.variance(kept[0])), within(1e-13));
            assertThat(moments.deviation(1)).isCloseTo(Math.sqrt(StatUtils.variance(defined)), within(1e-13));
        }
    }

    private static Moments of(double... values) {
        Moments moments = new Moments(1);
        for (double value : values) {
            moments.add(new double[] {value});
        }
        return moments;
    }
}
