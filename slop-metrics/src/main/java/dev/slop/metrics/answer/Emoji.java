package dev.slop.metrics.answer;

/**
 * Emoji and pictographs by block, because {@code Character.isEmoji} came with Java 21 and calls digits emoji too. The
 * blocks are those of Unicode's emoji data.
 */
final class Emoji {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    static String strip(String text) {
        int first = firstPictograph(text);
        if (first == text.length()) {
            return text;
        }
        var kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int end = endOfRun(text, i);
            if (end > i) {
                if (text.charAt(i) != KEYCAP) {
                    close(kept, end < text.length() ? text.codePointAt(end) : -1);
                }
                i = end;
            } else {
                int c = text.codePointAt(i);
                kept.appendCodePoint(c);
                i += Character.charCount(c);
            }
        }
        return hasContent(kept) ? kept.toString() : text;
    }

    /* A space before the emoji goes where punctuation or the end follows; words on both sides stay apart. */
    private static void close(StringBuilder kept, int next) {
        if (next < 0 || CodePoints.isPunctuation(next)) {
            while (kept.length() > 0 && kept.charAt(kept.length() - 1) == ' ') {
                kept.setLength(kept.length() - 1);
            }
        } else if (kept.length() > 0 && CodePoints.isWord(next) && CodePoints.isWord(kept.charAt(kept.length() - 1))) {
            kept.append(' ');
        }
    }

    private static int firstPictograph(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isPictograph(c) || c == KEYCAP) {
                return i;
            }
            i += Character.charCount(c);
        }
        return text.length();
    }

    /** End of the pictographs that start here with their modifiers, or {@code from} where there is none. */
    private static int endOfRun(String text, int from) {
        int first = text.codePointAt(from);
        if (first == KEYCAP) {
            return from + 1;
        }
        if (!isPictograph(first)) {
            return from;
        }
        int end = from;
        while (end < text.length() && isPart(text, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isPart(String text, int at) {
        int c = text.codePointAt(at);
        return isPictograph(c)
                || c == ZERO_WIDTH_JOINER
                || CodePoints.isVariationSelector(c)
                || (c >= 0xE0020 && c <= 0xE007F)
                || (text.codePointBefore(at) == ZERO_WIDTH_JOINER && Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private static boolean isPictograph(int c) {
        if (c < 0x2300) {
            return false;
        }
        return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF && !isTelling(c)) || isLoneEmoji(c);
    }

    /** Gender, zodiac, chess, suits and music; the circled digits of the dingbats. */
    private static boolean isTelling(int c) {
        return c == 0x2640
                || c == 0x2642
                || (c >= 0x2648 && c <= 0x266F)
                || (c >= 0x2680 && c <= 0x2685)
                || isCircled(c);
    }

    private static boolean isCircled(int c) {
        return c >= 0x2776 && c <= 0x2793;
    }

    private static boolean isLoneEmoji(int c) {
        return switch (c) {
            case 0x231A, 0x231B, 0x2328, 0x23CF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55 -> true;
            default -> c >= 0x23E9 && c <= 0x23FA;
        };
    }

    private static boolean hasContent(CharSequence text) {
        return text.codePoints()
                .anyMatch(c -> !CodePoints.isSpace(c) && !CodePoints.isPunctuation(c) && !CodePoints.isInvisible(c));
    }
}
