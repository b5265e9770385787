package dev.slop.report.html;

import java.util.Locale;

/**
 * Text of strangers made fit to be looked at. It is not escaped here, that is for the place where it will stand; but
 * characters that reorder, hide or control text are written as their code, {@code ⟨U+202E⟩}, so that a reader sees
 * what a model sent.
 */
final class VisibleText {
    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {}

    /** {@return the whole text} */
    static String of(String text) {
        return shortened(text, Integer.MAX_VALUE);
    }

    /**
     * {@return the text if it has at most {@code limit} code points, else so many of them and a mark}
     *
     * @param text of any length; no more of it is read than is shown
     * @param limit code points
     */
    static String shortened(String text, int limit) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), limit) + 16);
        int at = 0;
        for (int taken = 0; at < text.length() && taken < limit; taken++) {
            int codePoint = text.codePointAt(at);
            append(codePoint, shown);
            at += Character.charCount(codePoint);
        }
        if (at < text.length()) {
            shown.append(String.format(Locale.ROOT, "… [shortened, %,d characters in all]", text.length()));
        }
        return shown.toString();
    }

    /** {@return the text on one line, for labels} */
    static String line(String text, int limit) {
        String start = text.length() > 4 * limit ? text.substring(0, 4 * limit) : text;
        String oneLine = of(start).replaceAll("\\s+", " ").strip();
        return oneLine.codePointCount(0, oneLine.length()) <= limit
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, limit - 1)).stripTrailing() + "…";
    }

    private static void append(int codePoint, StringBuilder shown) {
        if (isLoneSurrogate(codePoint)) {
            shown.appendCodePoint(REPLACEMENT);
        } else if (isInvisible(codePoint)) {
            shown.append(String.format(Locale.ROOT, "⟨U+%04X⟩", codePoint));
        } else if (codePoint != '\r') {
            shown.appendCodePoint(codePoint);
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Joiners (U+200C, U+200D) and marks (U+200E, U+200F) stay: emoji and right-to-left scripts need them. */
    private static boolean isInvisible(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean hidden = c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
        boolean breaksLine = c == 0x2028 || c == 0x2029;
        return control || reorders || hidden || breaksLine || (c & 0xFFFE) == 0xFFFE;
    }
}
