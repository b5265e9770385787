package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.grouping.GroupingStability;
import org.junit.jupiter.api.Test;

class StabilityTest {
    @Test
    void words_tellTheVerdictWithItsNumber_andWhatWasTried() {
        assertThat(Stability.words(new GroupingStability(0, 0.04, 0.001, 0.02, 10), true))
                .isEqualTo(
                        "The grouping is stable: it changes by at most 4\u00A0% (0\u00A0% if the threshold is 0.05 lower,"
                                + " 4\u00A0% if it is 0.05 higher, 2\u00A0% if any of 10 answers is left out).");
        assertThat(Stability.words(new GroupingStability(0.1, 0, 0, 0, 0), true))
                .isEqualTo(
                        "The grouping is fairly stable: it changes by at most 10\u00A0% (10\u00A0% if the threshold is"
                                + " 0.05 lower, 0\u00A0% if it is 0.05 higher).");
    }

    @Test
    void words_inBrief_orWorseThanChance_stayAShareOfAll() {
        assertThat(Stability.words(new GroupingStability(0, 1.2, 0, 0, 3), false))
                .isEqualTo("not stable (100\u00A0%)");
    }
}
