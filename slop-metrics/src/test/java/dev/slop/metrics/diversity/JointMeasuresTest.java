package dev.slop.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DiversityMeasure#jointly}. */
final class JointMeasuresTest {
    private static final List<DiversityMeasure> MEASURES = List.of(
            AceRichness.withDefaults(),
            Simpson.unbiased(),
            Simpson.concentration(),
            Evenness.pielou(),
            Evenness.heip(),
            TopShare.of(1),
            HillNumber.ofOrder(1));

    @ParameterizedTest
    @ValueSource(longs = {2, 5, 255, 256, 1_000, 1_000_000_000})
    void jointly_isEachMeasureOnItsOwn(long largest) {
        SplittableRandom random = new SplittableRandom(largest);
        for (int i = 0; i < 50; i++) {
            long[] counts = random.longs(20, 0, largest + 1).toArray();
            counts[0] = 1;
            counts[1] = 2;
            double[] together = jointly(counts);
            for (int k = 0; k < MEASURES.size(); k++) {
                assertThat(together[k]).isEqualTo(MEASURES.get(k).of(counts));
            }
        }
    }

    @Test
    void jointly_isNotANumberWhereAMeasureDoesNotExist() {
        assertThat(jointly(new long[] {0, 0})).containsOnly(Double.NaN);
        // One answer: neither even nor uneven, and no pair of answers that could agree.
        assertThat(jointly(new long[] {1})).containsExactly(Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN, 1, 1);
    }

    @Test
    void jointly_refusesNegativeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> jointly(new long[] {3, -1}));
    }

    private static double[] jointly(long[] counts) {
        double[] into = new double[MEASURES.size()];
        DiversityMeasure.jointly(MEASURES).accept(counts, into);
        return into;
    }
}
