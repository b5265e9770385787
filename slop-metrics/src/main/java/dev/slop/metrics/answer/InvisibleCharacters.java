package dev.slop.metrics.answer;

/** Takes out what a reader cannot see. */
final class InvisibleCharacters {
    private static final char ESCAPE = 0x1B;
    private static final char BELL = 0x07;
    private static final int BLACK_FLAG = 0x1F3F4;
    /** No real terminal sequence is longer; the bound keeps a text of nothing but openings linear. */
    private static final int LONGEST_SEQUENCE = 256;

    private InvisibleCharacters() {}

    static String strip(String text) {
        int first = firstToStrip(text);
        if (first == text.length()) {
            return text;
        }
        var kept = new StringBuilder(text.length()).append(text, 0, first);
        int previous = first == 0 ? -1 : text.codePointBefore(first);
        for (int i = first; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == ESCAPE) {
                i = endOfSequence(text, i);
            } else {
                i += Character.charCount(c);
                if (!isStripped(c, previous)) {
                    kept.appendCodePoint(isSurrogate(c) ? 0xFFFD : c);
                    previous = c;
                }
            }
        }
        return kept.toString();
    }

    private static int firstToStrip(String text) {
        int previous = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isSurrogate(c) || isStripped(c, previous)) {
                return i;
            }
            previous = c;
            i += Character.charCount(c);
        }
        return text.length();
    }

    /* Tags stay where they spell the flag of a nation, as in the flag of Scotland. */
    private static boolean isStripped(int c, int previous) {
        if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == 0x85 || c == 0x200C || c == 0x200D) {
            return false;
        }
        return isTag(c)
                ? previous != BLACK_FLAG && !isTag(previous)
                : CodePoints.isVariationSelector(c)
                        || Character.getType(c) == Character.FORMAT
                        || (Character.getType(c) == Character.CONTROL && !Character.isWhitespace(c));
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static int endOfSequence(String text, int escape) {
        int from = escape + 2;
        int limit = Math.min(text.length(), escape + LONGEST_SEQUENCE);
        if (from > text.length()) {
            return escape + 1;
        }
        return switch (text.charAt(escape + 1)) {
            case '[' -> endOfControlSequence(text, from, limit);
            case ']' -> endOfOperatingSystemCommand(text, from, limit);
            default -> escape + 1;
        };
    }

    private static int endOfControlSequence(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x3F) {
            i++;
        }
        return i < limit && text.charAt(i) >= 0x40 && text.charAt(i) <= 0x7E ? i + 1 : from;
    }

    private static int endOfOperatingSystemCommand(String text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == BELL || text.charAt(i) == ESCAPE) {
                boolean terminator = text.charAt(i) == ESCAPE && text.startsWith("\\", i + 1);
                return i + (terminator ? 2 : text.charAt(i) == BELL ? 1 : 0);
            }
        }
        return from;
    }
}
