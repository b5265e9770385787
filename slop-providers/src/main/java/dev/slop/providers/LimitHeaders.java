package dev.slop.providers;

import dev.slop.core.provider.RateLimitHeaders;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads {@code x-ratelimit-*} (OpenAI and its kin) and {@code anthropic-ratelimit-*}. */
final class LimitHeaders {
    /** A window longer than this is not a minute's, however the server rounds. */
    private static final double LONGEST_MINUTE_SECONDS = 120;

    private final HttpHeaders headers;

    private LimitHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    static RateLimitHeaders of(HttpHeaders headers) {
        LimitHeaders limits = new LimitHeaders(headers);
        OptionalDouble input = limits.perMinute("input-tokens");
        OptionalDouble output = limits.perMinute("output-tokens");
        // Where both are told, Anthropic's limit of tokens is whichever of the two is the closer.
        boolean apart = input.isPresent() && output.isPresent();
        return new RateLimitHeaders(
                limits.perMinute("requests"),
                limits.remaining("requests"),
                apart ? OptionalDouble.empty() : limits.perMinute("tokens"),
                apart ? OptionalLong.empty() : limits.remaining("tokens"),
                input,
                output);
    }

    private OptionalLong remaining(String what) {
        return number(
                "x-ratelimit-remaining-" + what,
                "x-ratelimit-remaining-" + what + "-minute",
                "anthropic-ratelimit-" + what + "-remaining");
    }

    private OptionalDouble perMinute(String what) {
        OptionalLong limit = number(
                "x-ratelimit-limit-" + what,
                "x-ratelimit-limit-" + what + "-minute",
                "anthropic-ratelimit-" + what + "-limit");
        return limit.isPresent() && limit.getAsLong() > 0 && isPerMinute(limit.getAsLong(), what)
                ? OptionalDouble.of((double) limit.getAsLong())
                : OptionalDouble.empty();
    }

    /*
     * Some accounts are told their limit a day in the same header. The reset is the time in which the used part refills,
     * so limit × reset ÷ used is the window; a second is taken off the reset because some servers round it up.
     */
    private boolean isPerMinute(long limit, String what) {
        OptionalLong remaining = remaining(what);
        Optional<Duration> reset =
                headers.firstValue("x-ratelimit-reset-" + what).flatMap(GoDuration::parse);
        if (remaining.isEmpty() || reset.isEmpty() || remaining.getAsLong() >= limit) {
            return true;
        }
        double refillSeconds = reset.get().toMillis() / 1e3 - 1;
        return refillSeconds * limit / (limit - remaining.getAsLong()) <= LONGEST_MINUTE_SECONDS;
    }

    private OptionalLong number(String... names) {
        return Stream.of(names)
                .flatMap(name -> headers.firstValue(name).stream())
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
