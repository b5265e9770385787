package dev.slop.report.terminal;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as people read them: an estimate with its interval, an interval of no width never. */
final class Numbers {
    private static final double SMALLEST_DECIMAL_P = 1e-4;
    private static final double SMALLEST_LOG10 = -4;

    private final Symbols symbols;

    Numbers(Symbols symbols) {
        this.symbols = symbols;
    }

    /** For example {@code 98% (89–100%)}. */
    String share(Quantity quantity) {
        return withInterval(quantity, Numbers::percent, v -> percent(v).replace("%", ""), "%");
    }

    /** For example {@code 0.14 (0.00–0.36)}. */
    String decimal(Quantity quantity) {
        return decimal(quantity, "");
    }

    /** For example {@code 0.14 bit (0.00–0.36)}. */
    String decimal(Quantity quantity, String unit) {
        return withInterval(quantity, v -> decimal(v) + unit, Numbers::decimal, "");
    }

    private String withInterval(
            Quantity quantity, DoubleFunction<String> value, DoubleFunction<String> end, String unit) {
        if (quantity instanceof Unavailable) {
            return symbols.range();
        }
        Estimate estimate = (Estimate) quantity;
        String shown = value.apply(estimate.value());
        if (estimate.lower() == estimate.upper()) {
            return shown;
        }
        return shown + " (" + end.apply(estimate.lower()) + symbols.range() + end.apply(estimate.upper()) + unit + ")";
    }

    /** Whole percents, but what is not all is not shown as 100% and what is not nothing not as 0%. */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1%";
        }
        if (share < 1 && share >= 0.995) {
            return ">99%";
        }
        return Double.isInfinite(share) ? "inf" : Math.round(share * 100) + "%";
    }

    static String decimal(double value) {
        return Double.isInfinite(value)
                ? "inf"
                : String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00");
    }

    /** Four digits of a statistic, without a tail of zeros. */
    static String statistic(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.4g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    /** With the sign of relation, for example {@code = 0.031} or {@code < 10^-30}. */
    static String pValue(double pValue, double log10) {
        if (pValue >= SMALLEST_DECIMAL_P) {
            return "= " + plainP(pValue);
        }
        return log10 < SMALLEST_LOG10 && Double.isFinite(log10)
                ? "= 10^" + String.format(Locale.ROOT, "%.1f", log10)
                : "< 0.0001";
    }

    static String plainP(double pValue) {
        if (pValue < SMALLEST_DECIMAL_P) {
            return "<0.0001";
        }
        String digits = String.format(Locale.ROOT, pValue < 0.001 ? "%.4f" : pValue < 0.1 ? "%.3f" : "%.2f", pValue);
        return pValue > 0.995 ? "1" : digits;
    }
}
