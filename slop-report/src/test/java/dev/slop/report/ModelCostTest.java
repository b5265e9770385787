package dev.slop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCostTest {
    private static final ModelId KNOWN = ModelId.parse("a/known");
    private static final ModelId UNKNOWN = ModelId.parse("b/unknown");
    private static final PriceList PRICES = PriceList.of(Map.of(
            "a/known",
            new Price(
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    Optional.empty(),
                    OptionalLong.of(1000),
                    Optional.of(LocalDate.of(2026, 1, 31)),
                    "example.com")));

    private static Spent spent(long largestInput, Map<String, Long> unsettled) {
        return new Spent(4, new TokenCount(300_000, 0, 120_000), largestInput, unsettled);
    }

    @Test
    void of_priceKnown_isPriced() {
        List<ModelCost> costs = ModelCost.of(Map.of(KNOWN, spent(100, Map.of())), PRICES);

        assertThat(costs.get(0).text()).isEqualTo("$1.50");
        assertThat(ModelCost.notes(costs)).containsExactly("a/known: price from example.com, as of 2026-01-31");
    }

    @Test
    void of_priceUnknown_makesTheTotalUnknown() {
        List<ModelCost> costs =
                ModelCost.of(Map.of(KNOWN, spent(100, Map.of()), UNKNOWN, spent(100, Map.of())), PRICES);

        assertThat(costs).extracting(ModelCost::text).containsExactlyInAnyOrder("$1.50", "price unknown");
        assertThat(ModelCost.total(costs)).isEmpty();
        assertThat(ModelCost.notes(costs)).anyMatch(note -> note.startsWith("b/unknown: price unknown"));
    }

    @Test
    void of_promptsLongerThanThePriceHolds_isUnknown() {
        assertThat(ModelCost.of(Map.of(KNOWN, spent(1001, Map.of())), PRICES)
                        .get(0)
                        .text())
                .isEqualTo("price unknown");
    }

    @Test
    void of_requestsOfUnknownCost_isAtLeast() {
        List<ModelCost> costs = ModelCost.of(Map.of(KNOWN, spent(100, Map.of("hash", 2L))), PRICES);

        assertThat(costs.get(0).text()).isEqualTo("at least $1.50");
        assertThat(ModelCost.notes(costs)).anyMatch(note -> note.startsWith("2 requests were perhaps billed"));
    }

    @Test
    void of_free_isFreeWhateverIsNotKnown() {
        PriceList free = PriceList.of(Map.of("a/*", Price.free("own server")));

        assertThat(ModelCost.of(Map.of(KNOWN, spent(100, Map.of("hash", 2L))), free)
                        .get(0)
                        .text())
                .isEqualTo("free");
    }

    @ParameterizedTest
    @CsvSource({"0,$0.00", "0.00001,<$0.0001", "0.0312,$0.0312", "0.99996,$1.0000", "1,$1.00", "1234.567,$1234.57"})
    void dollars_text(BigDecimal usd, String text) {
        assertThat(Dollars.text(usd)).isEqualTo(text);
    }
}
