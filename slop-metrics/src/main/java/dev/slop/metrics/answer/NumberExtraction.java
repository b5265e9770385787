package dev.slop.metrics.answer;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first number of a text, in one pass and without big-number arithmetic: a million digits are no harder. */
final class NumberExtraction {
    private static final int LONGEST_RANGE = 40;
    private static final Pattern RANGE_FOLLOWS = pattern("\\s?-\\s?\\d|\\s{1,2}to\\s{1,2}-?\\d");
    private static final Pattern RANGE_PRECEDES =
            pattern("\\d\\s?-\\s?$|\\d\\s{1,2}to\\s{1,2}$|\\bbetween\\s{1,2}-?[\\d.,]{1,20}\\s{1,2}and\\s{1,2}$");
    private static final Pattern BETWEEN = pattern("\\b(?:between|from)\\s{1,2}$");
    private static final Pattern AND = pattern("\\s{1,2}(?:and|to)\\b");

    private final char decimal;
    private final char grouping;

    NumberExtraction(Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        this.decimal = symbols.getDecimalSeparator();
        this.grouping = plain(symbols.getGroupingSeparator());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** As the folding rules leave it. */
    private static char plain(char grouping) {
        return CodePoints.isSpace(grouping) ? ' ' : grouping == '\u2019' ? '\'' : grouping;
    }

    Optional<String> extract(String text) {
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            Numeral numeral = new NumeralScanner(text, decimal, grouping).scan(at);
            if (!isRangeEnd(text, numeral) && !isGluedToLetter(text, numeral.start())) {
                return Optional.of(numeral.value());
            }
            at = numeral.end();
        }
        return NumberWords.first(text);
    }

    private static boolean isDigit(String text, int at) {
        return Character.isDigit(text.charAt(at));
    }

    private static boolean isGluedToLetter(String text, int start) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || before == '_';
    }

    /** One of two numbers joined by "to" or a dash, or by "and" after "between". */
    private static boolean isRangeEnd(String text, Numeral numeral) {
        String before = text.substring(Math.max(0, numeral.start() - LONGEST_RANGE), numeral.start());
        String after = text.substring(numeral.end(), Math.min(text.length(), numeral.end() + 8));
        return RANGE_FOLLOWS.matcher(after).lookingAt()
                || RANGE_PRECEDES.matcher(before).find()
                || (BETWEEN.matcher(before).find() && AND.matcher(after).lookingAt());
    }

    /**
     * A number in a text.
     *
     * @param start of its sign or first digit
     * @param end after its last digit
     * @param value in plain ASCII digits with a point
     */
    record Numeral(int start, int end, String value) {}
}
