package dev.slop.report.terminal;

import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.answer.Outcome;
import java.time.Duration;
import java.util.Locale;

/** Counts in words. */
final class Words {
    private Words() {}

    static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String answers(ModelAnalysis model) {
        if (model.n() == 0) {
            return "no answer to measure";
        }
        String answers = count(model.n(), "answer");
        if (model.n() == 1) {
            return answers;
        }
        return answers + ", " + (model.distinct() == 1 ? "all the same" : number(model.distinct()) + " different");
    }

    /** In the two largest units, for example {@code 1 h 05 min}, rounded up. */
    static String duration(Duration time) {
        long seconds = (time.toMillis() + 999) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "answered";
            case REFUSED -> "refused";
            case BLOCKED -> "blocked";
            case TRUNCATED -> "cut off";
            case EMPTY -> "empty";
            case OUT_OF_RANGE -> "out of range";
            case FAILED -> "failed";
            case UNPARSED -> "no list found";
        };
    }
}
