package dev.slop.report.terminal;

/**
 * Makes text of a stranger fit for one line of a terminal: control characters, escapes and bidirectional overrides are
 * shown instead of obeyed, line ends become a mark, and what is too long is cut.
 */
final class SafeText {
    /** More marks than this upon one letter are drawn over the neighbouring lines. */
    private static final int MOST_MARKS = 4;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final Symbols symbols;
    private final int columns;
    private final StringBuilder shown = new StringBuilder();
    private int width;
    /** Where the text is cut if it turns out too long: the last place that leaves room for the ellipsis. */
    private int cutAt;

    private int marks;

    private SafeText(Symbols symbols, int columns) {
        this.symbols = symbols;
        this.columns = columns;
    }

    /** Looks no further into the text than the columns reach, so that a huge answer costs nothing. */
    static String line(String text, int columns, Symbols symbols) {
        SafeText line = new SafeText(symbols, columns);
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            boolean crLf = codePoint == '\r' && at < text.length() && text.charAt(at) == '\n';
            if (!crLf && !line.add(codePoint)) {
                return line.cut();
            }
        }
        return line.shown.toString().strip();
    }

    private boolean add(int codePoint) {
        if (symbols.unicode() && DisplayWidth.combines(codePoint) && !isInvisible(codePoint)) {
            marks++;
            if (marks <= MOST_MARKS) {
                shown.appendCodePoint(codePoint);
            }
            return true;
        }
        marks = 0;
        return append(harmless(codePoint));
    }

    private boolean append(String piece) {
        boolean repeatsNewline = piece.equals(symbols.newline()) && endsWith(piece);
        boolean repeatsSpace = piece.startsWith(" ") && (shown.length() == 0 || endsWith(" "));
        String added = repeatsNewline ? "" : repeatsSpace ? piece.substring(1) : piece;
        if (width <= columns - DisplayWidth.of(symbols.ellipsis())) {
            cutAt = shown.length();
        }
        shown.append(added);
        width += DisplayWidth.of(added);
        return width <= columns;
    }

    private boolean endsWith(String piece) {
        int from = shown.length() - piece.length();
        return from >= 0 && shown.indexOf(piece, from) == from;
    }

    private String cut() {
        return shown.substring(0, cutAt).stripTrailing() + symbols.ellipsis();
    }

    private String harmless(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0x85) {
            return symbols.newline();
        }
        if (codePoint == '\t' || Character.isSpaceChar(codePoint)) {
            return " ";
        }
        if (codePoint < 0x20 || codePoint == 0x7F) {
            return symbols.control(codePoint);
        }
        if (codePoint < 0x7F) {
            return Character.toString(codePoint);
        }
        return symbols.unicode() && !isInvisible(codePoint) ? Character.toString(codePoint) : symbols.escape(codePoint);
    }

    /** Joiners stay: emoji and several scripts are written with them. */
    private static boolean isInvisible(int codePoint) {
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
