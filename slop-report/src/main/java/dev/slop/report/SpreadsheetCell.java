package dev.slop.report;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from running an answer: a cell that begins like a formula gets a leading apostrophe. */
public final class SpreadsheetCell {
    private static final String STARTERS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LONGEST_NUMBER = 40;

    private SpreadsheetCell() {}

    /**
     * {@return the text as it may stand in a cell}
     *
     * @param text of a stranger
     */
    public static String guard(String text) {
        if (text.isEmpty() || STARTERS.indexOf(text.charAt(0)) < 0 || isNumber(text)) {
            return text;
        }
        return "'" + text;
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    }
}
