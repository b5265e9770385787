package dev.slop.metrics.lexical;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits texts of any script into words. Immutable; total: any string, unpaired surrogates included, is split.
 *
 * <p>A word is a run of letters, digits and the marks that belong to them. An apostrophe within a word stays in it
 * ({@code don't}; ’ is folded to '), and so do point and comma between digits ({@code 3.14}). Everything else parts
 * words: white space, punctuation, hyphens, symbols, emoji. Format characters, such as right-to-left marks, are skipped.
 *
 * <p>Scripts that are written without spaces (Chinese characters, kana, Thai, Lao, Khmer, Burmese) have one token a
 * character with its marks: there an n-gram is one of characters, as is usual where no dictionary is at hand. Korean has
 * spaces and is split at them.
 */
public final class Tokenizer {
    private static final Tokenizer WORDS = new Tokenizer(true);
    private static final Tokenizer CASED = new Tokenizer(false);

    private final boolean foldsCase;

    private Tokenizer(boolean foldsCase) {
        this.foldsCase = foldsCase;
    }

    /** {@return words in lower case, whatever the locale} */
    public static Tokenizer words() {
        return WORDS;
    }

    /** {@return words as they are written: {@code Will} is not {@code will}} */
    public static Tokenizer casedWords() {
        return CASED;
    }

    /**
     * {@return the words of a text, in its order}
     *
     * @param text any
     */
    public List<String> tokens(String text) {
        String folded = foldsCase ? text.toLowerCase(Locale.ROOT) : text;
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.getType(c) != Character.FORMAT) {
                take(c, i, folded, word, tokens);
            }
            i = next;
        }
        end(word, tokens);
        return tokens;
    }

    private static void take(int c, int at, String text, StringBuilder word, List<String> tokens) {
        if (isMark(c)) {
            word.appendCodePoint(c);
        } else if (isUnspaced(c)) {
            end(word, tokens);
            word.appendCodePoint(c);
        } else if (Character.isLetterOrDigit(c)) {
            if (word.length() > 0 && isUnspaced(word.codePointAt(0))) {
                end(word, tokens);
            }
            word.appendCodePoint(c);
        } else if (word.length() > 0 && joins(c, at, text)) {
            word.append(c == '’' ? '\'' : (char) c);
        } else {
            end(word, tokens);
        }
    }

    private static void end(StringBuilder word, List<String> tokens) {
        if (word.length() > 0) {
            tokens.add(word.toString());
            word.setLength(0);
        }
    }

    /** An apostrophe between letters, a point or a comma between digits; all of them are one UTF-16 unit. */
    private static boolean joins(int c, int at, String text) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        return switch (c) {
            case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return Character.isIdeographic(c)
                || switch (UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(c);
                    default -> false;
                };
    }
}
