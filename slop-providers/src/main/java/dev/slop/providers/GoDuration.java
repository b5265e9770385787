package dev.slop.providers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go prints them and many APIs send them: {@code 6m0s}, {@code 1.5s}, {@code 12ms}. */
final class GoDuration {
    private static final Map<String, Double> SECONDS = Map.of(
            "d", 86_400.0, "h", 3_600.0, "m", 60.0, "s", 1.0, "ms", 1e-3, "us", 1e-6, "\u00b5s", 1e-6, "\u03bcs", 1e-6,
            "ns", 1e-9);
    private static final String PART = "(\\d{1,15}(?:\\.\\d{0,15})?)(d|h|ms|m|s|us|\u00b5s|\u03bcs|ns)";
    private static final Pattern PARTS = Pattern.compile(PART);
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART + ")+");
    private static final double LONGEST_SECONDS = 366 * 86_400.0;

    private GoDuration() {}

    static Optional<Duration> parse(String text) {
        if (text.length() > 64 || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        double seconds = 0;
        Matcher part = PARTS.matcher(text);
        while (part.find()) {
            seconds += Double.parseDouble(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0.0);
        }
        return Optional.of(ofSeconds(seconds));
    }

    /** At least 0 and at most a year, whatever a server says. */
    static Duration ofSeconds(double seconds) {
        return Duration.ofNanos(Math.round(Math.max(0, Math.min(seconds, LONGEST_SECONDS)) * 1e9));
    }
}
