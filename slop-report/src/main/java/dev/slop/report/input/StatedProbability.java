package dev.slop.report.input;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a probability as models write it: {@code 0.35}, {@code .35}, {@code 35%}, {@code (p = 0.35)}. */
final class StatedProbability {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("(\\d{0,6}\\.?\\d{1,20}(?:[eE]-?\\d{1,3})?)\\s{0,3}(%?)");
    /* Quantifiers are bounded, so that no text makes the search slow. */
    private static final Pattern AT_END = Pattern.compile(
            "[\\s,;:|—–-]{0,9}(?:[(\\[]\\s{0,3}(?:"
                    + "(?:probability|prob\\.?|p)\\s{0,3}[:=≈~]?\\s{0,3}(?<inside>\\d{0,3}\\.?\\d{1,20}\\s{0,3}%?)"
                    + "|(?<bare>\\d{0,1}\\.\\d{1,20}|\\d{1,3}(?:\\.\\d{1,9})?\\s{0,3}%))\\s{0,3}[)\\]]"
                    + "|\\b(?:probability|prob\\.?|p)\\s{0,3}[:=≈~]\\s{0,3}(?<named>\\d{0,3}\\.?\\d{1,20}\\s{0,3}%?))\\.?\\s{0,9}$",
            Pattern.CASE_INSENSITIVE);

    private StatedProbability() {}

    /** {@return the number that a field holds; empty if it holds none, or more than a number} */
    static OptionalDouble of(String field) {
        String stripped = field.strip();
        if (stripped.length() > LONGEST_NUMBER) {
            return OptionalDouble.empty();
        }
        Matcher matcher = NUMBER.matcher(stripped);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(matcher.group(2).isEmpty() ? value : value / 100);
    }

    /** {@return an item of a list with the probability that stands at its end taken off} */
    static ListedAnswer atEnd(String item) {
        int tail = Math.max(0, item.length() - 2 * LONGEST_NUMBER);
        Matcher matcher = AT_END.matcher(item);
        if (!matcher.region(tail, item.length()).find() || matcher.start() == 0) {
            return ListedAnswer.of(item);
        }
        String number = matcher.group("inside") != null
                ? matcher.group("inside")
                : matcher.group("bare") != null ? matcher.group("bare") : matcher.group("named");
        OptionalDouble probability = of(number);
        return probability.isEmpty()
                ? ListedAnswer.of(item)
                : new ListedAnswer(item.substring(0, matcher.start()).strip(), probability);
    }
}
