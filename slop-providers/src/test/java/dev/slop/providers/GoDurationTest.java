package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "1s,1000000000",
        "6m0s,360000000000",
        "12ms,12000000",
        "1m30s,90000000000",
        "1h0m0.5s,3600500000000",
        "7.66s,7660000000",
        "500us,500000",
        "500µs,500000",
        "20ns,20",
        "0s,0",
        "1d,86400000000000"
    })
    void parse_goStyle_isExact(String text, long nanos) {
        assertThat(GoDuration.parse(text)).contains(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "-1s", "1 s", "s", "1x", "2026-03-01T10:00:30Z", "1e9s", "١s"})
    void parse_anythingElse_isAbsent(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void parse_absurd_isBounded() {
        assertThat(GoDuration.parse("999999999999999d")).contains(Duration.ofDays(366));
        assertThat(GoDuration.parse("1s".repeat(100_000))).isEmpty();
    }
}
