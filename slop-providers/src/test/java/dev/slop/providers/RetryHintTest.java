package dev.slop.providers;

import static dev.slop.providers.LimitHeadersTest.headers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class RetryHintTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void of_dateWithoutServersOwn_countsFromTheClock() {
        assertThat(RetryHint.of(headers("Retry-After", "Sun, 01 Mar 2026 10:00:30 GMT"), CLOCK))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void of_dateWithServersOwn_countsFromThat() {
        assertThat(RetryHint.of(
                        headers(
                                "Retry-After",
                                "Sun, 01 Mar 2026 12:00:30 GMT",
                                "Date",
                                "Sun, 01 Mar 2026 12:00:00 GMT"),
                        CLOCK))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void of_datePast_isNoWait() {
        assertThat(RetryHint.of(headers("Retry-After", "Sun, 01 Mar 2026 09:00:00 GMT"), CLOCK))
                .contains(Duration.ZERO);
    }

    @Test
    void of_both_prefersMilliseconds() {
        assertThat(RetryHint.of(headers("Retry-After", "2", "retry-after-ms", "1250"), CLOCK))
                .contains(Duration.ofMillis(1_250));
    }

    @Test
    void of_neither_isAbsent() {
        assertThat(RetryHint.of(headers(), CLOCK)).isEmpty();
    }
}
