package dev.slop.cli;

import java.util.Locale;

/**
 * What a number must not be above, or below.
 *
 * @param metric its name as in analysis.json, such as {@code topShare} or {@code pairs.jaccard}
 * @param isMaximum whether more than the limit is too much, else less is too little
 * @param limit the number that is still permitted
 */
record Threshold(String metric, boolean isMaximum, double limit) {
    static Threshold parse(String option, String text) {
        int equals = text.indexOf('=');
        try {
            double limit = Double.parseDouble(text.substring(equals + 1).strip());
            if (equals > 0 && Double.isFinite(limit)) {
                return new Threshold(text.substring(0, equals).strip(), option.equals("--max"), limit);
            }
        } catch (NumberFormatException e) {
            // Told below, like a missing name.
        }
        throw new CommandException(
                ExitCode.USAGE, option + " must be METRIC=NUMBER, for example topShare=0.5: '" + text + "'");
    }

    /** Judged on the interval: broken or kept is only said where all of it lies on one side. */
    Verdict.Judgement judge(double lower, double upper) {
        boolean broken = isMaximum ? lower > limit : upper < limit;
        boolean kept = isMaximum ? upper <= limit : lower >= limit;
        if (broken) {
            return Verdict.Judgement.BROKEN;
        }
        return kept ? Verdict.Judgement.KEPT : Verdict.Judgement.UNDECIDED;
    }

    @Override
    public String toString() {
        return metric + (isMaximum ? " <= " : " >= ") + number(limit);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }
}
