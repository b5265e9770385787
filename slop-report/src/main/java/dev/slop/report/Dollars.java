package dev.slop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** US dollars as people read them. */
public final class Dollars {
    /** What stands for an amount that cannot be told; never 0. */
    public static final String UNKNOWN = "unknown";

    private static final int CENTS = 2;
    private static final int SMALL_DIGITS = 4;
    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");

    private Dollars() {}

    /**
     * {@return an amount, to the cent from one dollar on, else to a hundredth of a cent; {@value #UNKNOWN} if there is
     * none}
     *
     * @param usd US dollars
     */
    public static String text(Optional<BigDecimal> usd) {
        return usd.map(Dollars::text).orElse(UNKNOWN);
    }

    /**
     * {@return an amount, to the cent from one dollar on, else to a hundredth of a cent}
     *
     * @param usd US dollars
     */
    public static String text(BigDecimal usd) {
        if (usd.signum() > 0 && usd.compareTo(SMALLEST) < 0) {
            return "<$" + SMALLEST.toPlainString();
        }
        boolean small = usd.signum() > 0 && usd.compareTo(BigDecimal.ONE) < 0;
        return "$"
                + usd.setScale(small ? SMALL_DIGITS : CENTS, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
