package dev.slop.core.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slop.core.ModelId;
import dev.slop.core.TokenUsage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final Price MINI = price("0.25", "2", Optional.of("0.025"));

    private static Price price(String input, String output, Optional<String> cached) {
        return new Price(
                new BigDecimal(input),
                new BigDecimal(output),
                cached.map(BigDecimal::new),
                OptionalLong.empty(),
                Optional.empty(),
                "test");
    }

    @Test
    void usd_inputAndOutput_isExact() {
        // 1,000,000 · 0.25 / 10^6 + 500,000 · 2 / 10^6
        assertThat(MINI.usd(new TokenCount(1_000_000, 0, 500_000))).isEqualByComparingTo("1.25");
        assertThat(MINI.usd(new TokenCount(1, 0, 1))).isEqualByComparingTo("0.00000225");
    }

    @Test
    void usd_cachedInput_isAtItsOwnPrice() {
        assertThat(MINI.usd(new TokenCount(1_000_000, 400_000, 0))).isEqualByComparingTo("0.16");
    }

    @Test
    void usd_cachedPriceNotStated_isThatOfInput() {
        assertThat(price("1", "5", Optional.empty()).usd(new TokenCount(10, 10, 0)))
                .isEqualByComparingTo("0.00001");
    }

    @Test
    void usd_reasoning_isOutput() {
        TokenUsage usage =
                new TokenUsage(OptionalLong.of(10), OptionalLong.of(300), OptionalLong.of(290), OptionalLong.empty());

        assertThat(MINI.usd(TokenCount.of(usage).orElseThrow())).isEqualByComparingTo("0.0006025");
    }

    @Test
    void constructor_negativeOrDearerFromTheCache_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> price("-1", "5", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> price("1", "-5", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> price("1", "5", Optional.of("1.01")));
    }

    @Test
    void tokenCount_usageInPart_isNotKnown() {
        assertThat(TokenCount.of(TokenUsage.unknown())).isEmpty();
        assertThat(TokenCount.of(new TokenUsage(
                        OptionalLong.of(1), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty())))
                .isEmpty();
    }

    @Test
    void priceList_rowOfTheFirstList_countsBeforeTheSecond() {
        Price free = Price.free("own server");
        PriceList list = PriceList.of(Map.of("a/*", free)).or(PriceList.of(Map.of("a/x", MINI, "b/x", MINI)));

        assertThat(list.of(ModelId.parse("a/x"))).hasValue(free);
        assertThat(list.of(ModelId.parse("b/x"))).hasValue(MINI);
        assertThat(list.of(ModelId.parse("b/y"))).isEmpty();
        assertThat(list.without("a").of(ModelId.parse("a/x"))).isEmpty();
    }

    @Test
    void priceList_modelsOwnRow_countsBeforeItsProviders() {
        PriceList list = PriceList.of(Map.of("a/*", Price.free("own server"), "a/x", MINI));

        assertThat(list.of(ModelId.parse("a/x"))).hasValue(MINI);
    }
}
