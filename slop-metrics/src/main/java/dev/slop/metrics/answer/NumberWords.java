package dev.slop.metrics.answer;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English number words up to the billions. */
final class NumberWords {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final Pattern WORD = Pattern.compile("\\p{L}++");

    private final List<String> phrases = new ArrayList<>();
    private long total;
    private long current = -1;
    private long lastScale = Long.MAX_VALUE;
    private boolean negative;

    private NumberWords() {}

    /** The first number in words; a lone "one" only where there is no other, because it is mostly a pronoun. */
    static Optional<String> first(String text) {
        var words = new NumberWords();
        Matcher matcher = WORD.matcher(text);
        String previous = "";
        int end = 0;
        while (matcher.find()) {
            String word = Ascii.toLowerCase(matcher.group());
            boolean joined = matcher.start() - end == 1 && " -\n\t".indexOf(text.charAt(end)) >= 0;
            words.accept(word, previous, joined);
            if (words.hasAnswer()) {
                break;
            }
            previous = word;
            end = matcher.end();
        }
        words.endPhrase();
        return words.answer();
    }

    private boolean hasAnswer() {
        return !phrases.isEmpty() && !phrases.get(phrases.size() - 1).equals("1");
    }

    private Optional<String> answer() {
        return phrases.stream()
                .filter(phrase -> !phrase.equals("1"))
                .findFirst()
                .or(() -> phrases.stream().findFirst());
    }

    private void accept(String word, String previous, boolean joined) {
        if (!joined) {
            endPhrase();
        }
        if (word.equals("and") && (current >= 100 || (current == 0 && total > 0))) {
            return;
        }
        if (!add(word, previous)) {
            endPhrase();
            add(word, previous);
        }
    }

    /** Whether the word continues the phrase or begins one. */
    private boolean add(String word, String previous) {
        int small = SMALL.indexOf(word);
        int tens = TENS.indexOf(word);
        if (small >= 0) {
            return small < 10 ? addUnits(small, previous) : addTens(small, previous);
        }
        if (tens >= 0) {
            return addTens((tens + 2) * 10L, previous);
        }
        if (word.equals("hundred")) {
            return multiplyHundred(previous);
        }
        Long scale = SCALES.get(word);
        return scale != null && multiply(scale, previous);
    }

    private boolean addUnits(int value, String previous) {
        boolean fits = current < 0 || (value > 0 && current % 10 == 0 && (current % 100 == 0 || current % 100 >= 20));
        return fits && (current != 0 || total > 0) && extend(value, previous);
    }

    private boolean addTens(long value, String previous) {
        return (current < 0 || (current % 100 == 0 && current + total > 0)) && extend(value, previous);
    }

    private boolean extend(long value, String previous) {
        if (current < 0) {
            negative = previous.equals("minus") || previous.equals("negative");
        }
        current = Math.max(current, 0) + value;
        return true;
    }

    private boolean multiplyHundred(String previous) {
        long hundreds = current < 0 && previous.equals("a") ? 1 : current;
        if (hundreds < 1 || hundreds > 9) {
            return false;
        }
        current = hundreds * 100;
        return true;
    }

    private boolean multiply(long scale, String previous) {
        long factor = current < 0 && previous.equals("a") ? 1 : current;
        if (factor < 1 || scale >= lastScale) {
            return false;
        }
        total += factor * scale;
        current = 0;
        lastScale = scale;
        return true;
    }

    private void endPhrase() {
        if (current >= 0) {
            phrases.add(Long.toString(negative ? -total - current : total + current));
        }
        total = 0;
        current = -1;
        lastScale = Long.MAX_VALUE;
        negative = false;
    }
}
