package dev.slop.metrics.answer;

/** Punctuation around an answer. */
final class Punctuation {
    private static final String KEPT = "#%&@§‰";

    private Punctuation() {}

    static String strip(String text) {
        int end = text.length();
        while (end > 0 && isStripped(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isStripped(text.codePointAt(start)) && !isSign(text, start, end)) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start, end);
    }

    static boolean isStripped(int c) {
        return CodePoints.isSpace(c) || (CodePoints.isPunctuation(c) && KEPT.indexOf(c) < 0);
    }

    private static boolean isSign(String text, int at, int end) {
        char c = text.charAt(at);
        return (c == '-' || c == '.') && at + 1 < end && Character.isDigit(text.codePointAt(at + 1));
    }
}
