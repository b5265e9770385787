package dev.slop.metrics.answer;

/** Numbers and bullets before the items of a list. */
final class ListNumbering {
    private static final int LONGEST_NUMBER = 3;
    private static final String BULLETS = "-*+•◦▪‣·";

    private ListNumbering() {}

    static String strip(String text) {
        var kept = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            kept.append(text, itemStart(text, start, end), end);
            start = end;
        }
        return kept.length() == text.length() ? text : kept.toString();
    }

    /** Where the line's text begins; its start where no marker followed by a text stands there. */
    private static int itemStart(String text, int start, int end) {
        int at = skipSpace(text, start, end);
        int marker = markerEnd(text, at, end);
        int item = skipSpace(text, marker, end);
        return marker > at && item > marker && item < end ? item : start;
    }

    private static int skipSpace(String text, int from, int end) {
        int at = from;
        while (at < end && CodePoints.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int markerEnd(String text, int at, int end) {
        if (at < end && BULLETS.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        boolean open = at < end && text.charAt(at) == '(';
        int digits = open ? at + 1 : at;
        int i = digits;
        while (i < end && i - digits < LONGEST_NUMBER && Character.isDigit(text.charAt(i))) {
            i++;
        }
        boolean closed = i > digits && i < end && (open ? ")" : ".):、").indexOf(text.charAt(i)) >= 0;
        return closed ? i + 1 : at;
    }
}
