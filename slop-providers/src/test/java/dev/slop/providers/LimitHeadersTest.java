package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.RateLimitHeaders;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitHeadersTest {
    static HttpHeaders headers(String... pairs) {
        TreeMap<String, List<String>> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], List.of(pairs[i + 1]));
        }
        return HttpHeaders.of(map, (name, value) -> true);
    }

    @Test
    void of_openAi_readsLimitsAndRest() {
        assertThat(LimitHeaders.of(headers(
                        "x-ratelimit-limit-requests", "5000",
                        "x-ratelimit-remaining-requests", "4999",
                        "x-ratelimit-reset-requests", "12ms",
                        "x-ratelimit-limit-tokens", "160000",
                        "x-ratelimit-remaining-tokens", "159976",
                        "x-ratelimit-reset-tokens", "9ms")))
                .isEqualTo(new RateLimitHeaders(
                        OptionalDouble.of(5_000),
                        OptionalLong.of(4_999),
                        OptionalDouble.of(160_000),
                        OptionalLong.of(159_976)));
    }

    @Test
    void of_anthropic_readsLimitsAndRest() {
        assertThat(LimitHeaders.of(headers(
                        "anthropic-ratelimit-requests-limit", "50",
                        "anthropic-ratelimit-requests-remaining", "0",
                        "anthropic-ratelimit-requests-reset", "2026-03-01T10:00:30Z",
                        "anthropic-ratelimit-tokens-limit", "40000",
                        "anthropic-ratelimit-tokens-remaining", "39000")))
                .isEqualTo(new RateLimitHeaders(
                        OptionalDouble.of(50), OptionalLong.of(0), OptionalDouble.of(40_000), OptionalLong.of(39_000)));
    }

    @Test
    void of_anthropic_limitsOfPromptsAndAnswers_standForThatOfBoth() {
        assertThat(LimitHeaders.of(headers(
                        "anthropic-ratelimit-tokens-limit", "8000",
                        "anthropic-ratelimit-tokens-remaining", "7000",
                        "anthropic-ratelimit-input-tokens-limit", "50000",
                        "anthropic-ratelimit-input-tokens-remaining", "49000",
                        "anthropic-ratelimit-output-tokens-limit", "8000",
                        "anthropic-ratelimit-output-tokens-remaining", "7000")))
                .isEqualTo(new RateLimitHeaders(
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.of(50_000),
                        OptionalDouble.of(8_000)));
    }

    @ParameterizedTest
    @CsvSource({
        // limit, remaining, reset, whether the limit is a minute's
        "200,199,7m12s,false", // 200 a day refill one in 432 s
        "14400,14370,2m59.56s,false", // 14400 a day refill 30 in 180 s
        "60,59,1s,true",
        "5000,4999,1s,true",
        "600,0,1m0s,true",
        "600,600,0s,true",
        "600,599,soon,true"
    })
    void of_limitADay_isNotTakenForAMinutes(String limit, String remaining, String reset, boolean minute) {
        RateLimitHeaders read = LimitHeaders.of(headers(
                "x-ratelimit-limit-requests", limit,
                "x-ratelimit-remaining-requests", remaining,
                "x-ratelimit-reset-requests", reset));

        assertThat(read.requestsPerMinute().isPresent()).isEqualTo(minute);
        assertThat(read.remainingRequests()).hasValue(Long.parseLong(remaining));
    }

    @Test
    void of_minuteInTheName_isRead() {
        assertThat(LimitHeaders.of(headers("x-ratelimit-limit-tokens-minute", "60000"))
                        .tokensPerMinute())
                .hasValue(60_000);
    }

    @Test
    void of_nothingOrNonsense_saysNothing() {
        assertThat(LimitHeaders.of(headers())).isEqualTo(RateLimitHeaders.none());
        assertThat(LimitHeaders.of(headers(
                        "x-ratelimit-limit-requests", "1000, 1000;w=1",
                        "x-ratelimit-remaining-requests", "-1",
                        "x-ratelimit-limit-tokens", "0",
                        "x-ratelimit-remaining-tokens", "99999999999999999999")))
                .isEqualTo(RateLimitHeaders.none());
    }
}
