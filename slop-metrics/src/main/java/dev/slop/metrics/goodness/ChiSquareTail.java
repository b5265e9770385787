package dev.slop.metrics.goodness;

import org.apache.commons.math3.special.Gamma;

/**
 * Upper tail of the chi-square distribution, P(X ≥ x) = Q(df/2, x/2), computed directly, not as 1 − CDF, and in
 * logarithms, so that it neither loses digits nor underflows.
 *
 * <p>Relative error of the p-value below 10<sup>−12</sup> for up to 10<sup>4</sup> degrees of freedom while it is above
 * 10<sup>−300</sup>, below 10<sup>−10</sup> for up to 10<sup>6</sup>. Source: DLMF 8.7.1 (series) and 8.9.2 (continued
 * fraction); Loader (2000), Fast and Accurate Computation of Binomial Probabilities (the leading factor).
 */
public final class ChiSquareTail {
    private static final double LN_10 = Math.log(10);
    private static final double PRECISION = 1e-16;
    private static final double SETTLED = 1e-15;
    private static final double TINY = 1e-300;

    private ChiSquareTail() {}

    /**
     * {@return P(X ≥ x); 0 only by underflow, below about 10<sup>−308</sup>}
     *
     * @param x the statistic; 1 is returned up to 0, 0 at infinity
     * @param degreesOfFreedom positive
     * @throws IllegalArgumentException if x is NaN or the degrees of freedom are not positive
     */
    public static double survivalProbability(double x, double degreesOfFreedom) {
        return Math.exp(lnSurvival(x, degreesOfFreedom));
    }

    /**
     * {@return log<sub>10</sub> P(X ≥ x), which does not underflow; −∞ at infinity}
     *
     * @param x the statistic; 0 is returned up to 0
     * @param degreesOfFreedom positive
     * @throws IllegalArgumentException if x is NaN or the degrees of freedom are not positive
     */
    public static double log10SurvivalProbability(double x, double degreesOfFreedom) {
        return lnSurvival(x, degreesOfFreedom) / LN_10;
    }

    static double lnSurvival(double x, double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be positive: " + degreesOfFreedom);
        }
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("the statistic is NaN");
        }
        if (x <= 0) {
            return 0;
        }
        return x == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : lnUpperGamma(degreesOfFreedom / 2, x / 2);
    }

    private static double lnUpperGamma(double a, double x) {
        double lnFactor = lnFactor(a, x);
        return x < a + 1
                ? Math.log1p(-Math.exp(lnFactor) * lowerSeries(a, x))
                : lnFactor + Math.log(a * upperFraction(a, x));
    }

    /** sum_{k>=0} x^k a.../(a+1)...(a+k): the lower tail is the factor times this. */
    private static double lowerSeries(double a, double x) {
        double term = 1;
        double sum = 1;
        for (double k = a + 1; term > sum * PRECISION; k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }

    /** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))), by modified Lentz: the upper tail is a times the factor and this. */
    private static double upperFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (double i = 1; ; i++) {
            double numerator = i * (a - i);
            b += 2;
            d = 1 / awayFromZero(numerator * d + b);
            c = awayFromZero(b + numerator / c);
            value *= c * d;
            if (Math.abs(c * d - 1) <= SETTLED) {
                return value;
            }
        }
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln(x^a e^-x / Gamma(a+1)); for large a without the difference of large numbers. */
    private static double lnFactor(double a, double x) {
        return a < 16
                ? a * Math.log(x) - x - Gamma.logGamma(a + 1)
                : -deviance(a, x) - stirlingError(a) - Math.log(2 * Math.PI * a) / 2;
    }

    /** a ln(a/x) + x - a = a (u - ln(1+u)) with u = x/a - 1. */
    private static double deviance(double a, double x) {
        double u = (x - a) / a;
        return Math.abs(u) < 0.1 ? a * differenceFromLog1p(u) : a * (u - Math.log1p(u));
    }

    /** u - ln(1+u) = 2 r (u/2 - r^2/3 - r^4/5 ...) with r = u/(2+u), which does not cancel for small u. */
    private static double differenceFromLog1p(double u) {
        double r = u / (2 + u);
        double square = r * r;
        double power = square;
        double sum = 0;
        for (int k = 3; power > PRECISION * square; k += 2) {
            sum += power / k;
            power *= square;
        }
        return u * r - 2 * r * sum;
    }

    /** ln Gamma(a+1) - (ln(2 pi a)/2 + a ln a - a), by its asymptotic series: 16 digits from a = 16 on. */
    private static double stirlingError(double a) {
        double square = 1 / (a * a);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / a;
    }
}
