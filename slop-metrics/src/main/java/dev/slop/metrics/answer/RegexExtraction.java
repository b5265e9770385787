package dev.slop.metrics.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pattern of the caller's finds. */
final class RegexExtraction {
    private RegexExtraction() {}

    static Optional<String> extract(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        try {
            return matcher.find()
                    ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                    : Optional.empty();
        } catch (StackOverflowError e) {
            // The JDK matches repeated groups recursively; one answer must not end the measurement of all.
            return Optional.empty();
        }
    }
}
