package dev.slop.metrics.answer;

import java.lang.Character.UnicodeScript;

/** What kind of character a code point is, where the JDK's own classes do not draw the line. */
final class CodePoints {
    private CodePoints() {}

    /** No visible character: white space, controls, format characters and other default-ignorable ones only. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isSpace(c) && !isInvisible(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Controls, format characters, variation selectors, fillers and the combining grapheme joiner. */
    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> isVariationSelector(c) || c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x3164;
        };
    }

    static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Letters, digits and the marks that belong to them. */
    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    /** Scripts whose words stand or may stand without a space between them. */
    static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(c)
                || switch (UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}
