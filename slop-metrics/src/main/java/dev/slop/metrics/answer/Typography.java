package dev.slop.metrics.answer;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Rules that write the same character the same way. */
final class Typography {
    /** As the Stream-Safe Text Format of UAX #15 has it. */
    private static final int MOST_MARKS = 30;

    private static final char GRAPHEME_JOINER = 0x34F;

    private Typography() {}

    static String foldQuotes(String text) {
        return map(text, Typography::quote);
    }

    static String foldDashes(String text) {
        return map(text, Typography::dash);
    }

    private static int quote(int c) {
        return switch (c) {
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033', '\uFF02', '\u301D', '\u301E' ->
                '"';
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2039', '\u203A', '\u2032', '\uFF07', '\u00B4', '\u02BC' ->
                '\'';
            default -> c;
        };
    }

    private static int dash(int c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFE63', '\uFF0D' ->
                '-';
            default -> c;
        };
    }

    private static String map(String text, IntUnaryOperator fold) {
        char[] changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int folded = c < 0x80 ? c : fold.applyAsInt(c);
            if (folded != c) {
                changed = changed == null ? text.toCharArray() : changed;
                changed[i] = (char) folded;
            }
        }
        return changed == null ? text : new String(changed);
    }

    static String normalize(String text) {
        return isAscii(text) ? text : Normalizer.normalize(streamSafe(text), Form.NFKC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String streamSafe(String text) {
        StringBuilder safe = null;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            marks = CodePoints.isMark(c) && c != GRAPHEME_JOINER ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                safe = safe == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : safe;
                safe.append(GRAPHEME_JOINER);
                marks = 1;
            }
            if (safe != null) {
                safe.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return safe == null ? text : safe.toString();
    }

    /* The capital sigma goes first: the JDK looks for the end of its word, which in a text of nothing else takes
     * quadratic time. */
    static String lowerCase(String text) {
        return text.replace('Σ', 'σ').toLowerCase(Locale.ROOT).replace('ς', 'σ').replace("ß", "ss");
    }

    static String collapseSpace(String text) {
        var collapsed = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CodePoints.isSpace(c)) {
                space = true;
            } else {
                if (space && collapsed.length() > 0) {
                    collapsed.append(' ');
                }
                space = false;
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    static String firstLine(String text) {
        return text.lines()
                .filter(line -> !CodePoints.isBlank(line))
                .findFirst()
                .orElse(text)
                .strip();
    }
}
