package dev.slop.report.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The colour names of CSS Color Module Level 4. Only names of this list ever reach a style. */
final class CssColours {
    private static final int LONGEST = 40;
    private static final Set<String> NAMES =
            Set.of(Assets.text("css-colours.txt").strip().split("\\s+"));

    private CssColours() {}

    /** {@return the CSS name of a colour that a model named, for example {@code skyblue} for {@code Sky Blue}} */
    static Optional<String> named(String answer) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        String name = answer.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        return NAMES.contains(name) ? Optional.of(name) : Optional.empty();
    }
}
