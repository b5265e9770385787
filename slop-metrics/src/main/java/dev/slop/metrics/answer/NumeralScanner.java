package dev.slop.metrics.answer;

import dev.slop.metrics.answer.NumberExtraction.Numeral;

/** Reads one numeral: sign, grouped digits, decimal part or denominator. */
final class NumeralScanner {
    private static final int GROUP = 3;

    private final String text;
    private final char decimal;
    private final char grouping;
    private final StringBuilder value = new StringBuilder();

    NumeralScanner(String text, char decimal, char grouping) {
        this.text = text;
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** Reads the numeral whose first digit stands at {@code first}. */
    Numeral scan(int first) {
        int start = isSigned(first) ? first - 1 : first;
        int end = digits(first);
        int length = end - first;
        while (length <= GROUP && isGroup(end)) {
            end = digits(end + 1);
        }
        stripLeadingZeros();
        if (isPart(end, decimal)) {
            end = fraction(end);
        } else if (isPart(end, '/') || isPart(end, '\u2044')) {
            value.append('/');
            end = digits(end + 1);
        }
        boolean negative = start < first && !value.toString().equals("0");
        return new Numeral(start, end, negative ? "-" + value : value.toString());
    }

    private boolean isSigned(int first) {
        if (first == 0 || text.charAt(first - 1) != '-') {
            return false;
        }
        return first == 1 || (!CodePoints.isWord(text.charAt(first - 2)) && text.charAt(first - 2) != '-');
    }

    private int digits(int from) {
        int at = from;
        while (isDigit(at)) {
            value.append(Character.digit(text.charAt(at), 10));
            at++;
        }
        return at;
    }

    private boolean isDigit(int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean isPart(int at, char sign) {
        return at < text.length() && text.charAt(at) == sign && isDigit(at + 1);
    }

    private boolean isGroup(int at) {
        return isPart(at, grouping) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
    }

    private int fraction(int point) {
        int whole = value.length();
        value.append('.');
        int end = digits(point + 1);
        int length = value.length();
        while (value.charAt(length - 1) == '0') {
            length--;
        }
        value.setLength(length == whole + 1 ? whole : length);
        return end;
    }

    private void stripLeadingZeros() {
        int zeros = 0;
        while (zeros < value.length() - 1 && value.charAt(zeros) == '0') {
            zeros++;
        }
        value.delete(0, zeros);
    }
}
