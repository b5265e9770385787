package dev.slop.providers;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a server wants to be asked again: {@code retry-after-ms}, else {@code Retry-After}. */
final class RetryHint {
    private RetryHint() {}

    static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(RetryHint::number)
                .map(millis -> GoDuration.ofSeconds(millis / 1e3))
                .or(() ->
                        headers.firstValue("retry-after").flatMap(value -> retryAfter(value.strip(), headers, clock)));
    }

    private static Optional<Duration> retryAfter(String value, HttpHeaders headers, Clock clock) {
        return number(value)
                .map(GoDuration::ofSeconds)
                .or(() -> date(value).map(then -> until(then, headers, clock)))
                .or(() -> GoDuration.parse(value));
    }

    /** Counted from the server's own clock where it tells the time, so that a wrong clock here does no harm. */
    private static Duration until(Instant then, HttpHeaders headers, Clock clock) {
        Instant now = headers.firstValue("date").flatMap(RetryHint::date).orElseGet(clock::instant);
        return GoDuration.ofSeconds(Duration.between(now, then).toMillis() / 1e3);
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
