package dev.slop.report.terminal;

import java.util.List;
import java.util.Locale;

/**
 * The characters the view is drawn with.
 *
 * @param unicode whether more than ASCII may be shown
 * @param ellipsis ends what was cut
 * @param newline stands for an end of line within an answer
 * @param rule a column of a horizontal line
 * @param separator between facts on one line
 * @param bullet marks what several models said
 * @param times between two models
 * @param range between the ends of an interval; alone, a number that is not to be had
 * @param chiSquare the statistic's name
 * @param block a whole column of a bar
 * @param partials parts of a column, in equal steps from nothing
 */
record Symbols(
        boolean unicode,
        String ellipsis,
        String newline,
        String rule,
        String separator,
        String bullet,
        String times,
        String range,
        String chiSquare,
        String block,
        List<String> partials) {
    static final Symbols UNICODE = new Symbols(
            true, "…", " ⏎ ", "─", " · ", "•", " × ", "–", "χ²", "█", List.of("", "▏", "▎", "▍", "▌", "▋", "▊", "▉"));
    static final Symbols ASCII =
            new Symbols(false, "...", " / ", "-", ", ", "*", " x ", "-", "chi-square", "#", List.of(""));

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;

    static Symbols of(TerminalStyle style) {
        return style.unicode() ? UNICODE : ASCII;
    }

    /** A bar; what is not 0 is never invisible. */
    String bar(double share, int columns) {
        int steps = (int) Math.round(share * columns * partials.size());
        if (steps == 0 && share > 0) {
            steps = 1;
        }
        return block.repeat(steps / partials.size()) + partials.get(steps % partials.size());
    }

    String control(int codePoint) {
        if (!unicode) {
            return escape(codePoint);
        }
        return Character.toString(codePoint == DELETE ? PICTURE_OF_DELETE : CONTROL_PICTURES + codePoint);
    }

    String escape(int codePoint) {
        return String.format(Locale.ROOT, "\\u{%x}", codePoint);
    }
}
