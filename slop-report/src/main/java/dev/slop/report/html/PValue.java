package dev.slop.report.html;

import java.util.Locale;

/** P-values in words, also those too small for a double. */
final class PValue {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double PLAIN_FROM = 1e-4;

    private PValue() {}

    /**
     * {@return for example {@code p = 0.32} or {@code p = 3 × 10⁻⁹³¹}}
     *
     * @param value the p-value
     * @param log10 its decimal logarithm, which tells where the value is 0 by underflow
     */
    static String of(double value, double log10) {
        if (value >= PLAIN_FROM) {
            return "p = " + String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value);
        }
        if (!Double.isFinite(log10)) {
            return "p < 10" + superscript(-300);
        }
        int exponent = (int) Math.floor(log10);
        long mantissa = Math.round(Math.pow(10, log10 - exponent));
        return mantissa == 10
                ? "p = 1 × 10" + superscript(exponent + 1)
                : "p = " + mantissa + " × 10" + superscript(exponent);
    }

    private static String superscript(int number) {
        StringBuilder raised = new StringBuilder(number < 0 ? "⁻" : "");
        Integer.toString(Math.abs(number)).chars().forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
        return raised.toString();
    }
}
