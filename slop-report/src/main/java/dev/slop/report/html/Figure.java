package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A quantity as it is printed.
 *
 * @param value the number with its unit, or a dash
 * @param interval its ends; empty where there is none to print, for a zero-width interval would promise too much
 * @param how level and method of the interval, or why there is no number
 */
record Figure(String value, String interval, String how) {
    private static final String NONE = "–";
    private static final double LARGE = 1000;

    /** A line never ends between a number and its sign. */
    static final String PERCENT = "\u00A0%";

    /** {@return a share, a probability or an index in [0, 1] as a percentage} */
    static Figure share(Quantity quantity) {
        return of(quantity, Figure::percent, PERCENT);
    }

    /** {@return a number, to two decimals at most} */
    static Figure number(Quantity quantity) {
        return of(quantity, Figure::decimal, "");
    }

    private static Figure of(Quantity quantity, DoubleFunction<String> format, String unit) {
        if (quantity instanceof Unavailable missing) {
            return new Figure(NONE, "", VisibleText.line(missing.reason(), 120));
        }
        Estimate estimate = (Estimate) quantity;
        String lower = format.apply(estimate.lower());
        String upper = format.apply(estimate.upper());
        String interval = estimate.lower() == estimate.upper() ? "" : lower + " to " + upper + unit;
        return new Figure(
                format.apply(estimate.value()) + unit,
                interval,
                percent(estimate.level()) + PERCENT + " " + VisibleText.line(estimate.method(), 120));
    }

    /** {@return the number with its interval or why there is none, in brackets} */
    String inWords() {
        String beside = present() ? interval : how;
        return beside.isEmpty() ? value : value + " (" + beside + ")";
    }

    /** {@return whether there is a number} */
    boolean present() {
        return !NONE.equals(value);
    }

    /** {@return a share in percent, without the sign; more decimals near 0 and 1, where they matter} */
    static String percent(double share) {
        double percent = 100 * share;
        boolean nearAnEnd = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
        return nearAnEnd ? trimmed("%.1f", percent) : trimmed("%.0f", percent);
    }

    /** {@return a number with at most two decimals} */
    static String decimal(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        return trimmed(size >= LARGE ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** {@return a count} */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String trimmed(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        String bare = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        return "-0".equals(bare) ? "0" : bare.replace('-', '−');
    }
}
