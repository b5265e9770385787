package dev.slop.metrics.inference;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;

/**
 * Interval for the share of a model's most probable answer, from the count c of the most frequent of n answers.
 *
 * <p>The leader was chosen by looking, so the interval of one binomial share starts too high wherever others could have
 * led. Here both ends invert a test about the largest share t, each at half of 1 − level, with mid-p tails T(p) =
 * P(X &gt; c) + P(X = c)/2 of X ~ Bin(n, p):
 * <ul>
 *   <li>lower: the largest t with ⌊1/t⌋ T(t) + T(1 − ⌊1/t⌋ t) ≤ (1 − level)/2. By the union bound no distribution
 *       whose largest share is t or less shows a count of c or more with more probability: T is convex below c/n, so the
 *       sum is greatest where as many answers as possible have share t;
 *   <li>upper: the t with 1 − T(t) = (1 − level)/2, the mid-p Clopper–Pearson limit.
 * </ul>
 * Where one answer leads clearly the allowance for the choice vanishes and the interval is nearly Wilson's. Where all are
 * equally likely it is conservative: the most frequent of many counts seldom falls short of its own share.
 *
 * <p>Where all n answers are equal the lower end is (1 − level)<sup>1/n</sup>, the exact one-sided bound. Where all
 * differ, it is 0.
 *
 * <p>Source: Clopper and Pearson, Biometrika 26 (1934) 404; mid-p: Lancaster, Journal of the American Statistical
 * Association 56 (1961) 223, and Berry and Armitage, The Statistician 44 (1995) 417.
 */
public final class TopShareInterval {
    private static final int BISECTIONS = 60;

    private final double most;
    private final double answers;
    private final double tail;

    private TopShareInterval(long most, long answers, double level) {
        this.most = (double) most;
        this.answers = (double) answers;
        this.tail = (1 - level) / 2;
    }

    /**
     * Estimates the largest share.
     *
     * @param most c, count of the most frequent answer
     * @param answers n
     * @param level confidence level, in (0, 1)
     * @return the estimate, unavailable without answers
     * @throws IllegalArgumentException unless 0 &lt; c ≤ n, or both are 0
     */
    public static Quantity estimate(long most, long answers, double level) {
        if (most < 0 || most > answers || (most == 0 && answers > 0) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "needs 0 < most <= answers and a level in (0, 1): " + most + ", " + answers + ", " + level);
        }
        if (most == answers) {
            return BinomialInterval.share(most, answers, level);
        }
        TopShareInterval interval = new TopShareInterval(most, answers, level);
        return new Estimate(
                (double) most / answers,
                interval.lower(),
                interval.upper(),
                level,
                "mid-p binomial, leader chosen by the data");
    }

    private double lower() {
        return most == 1 ? 0 : root(t -> reaches(t) - tail, 0, most / answers);
    }

    private double upper() {
        return root(t -> atLeast(t) - (1 - tail), most / answers, 1);
    }

    /** The most probability with which any answer of a distribution with largest share t comes c times or more. */
    private double reaches(double t) {
        double leaders = Math.floor(1 / t);
        return leaders * atLeast(t) + atLeast(Math.max(0, 1 - leaders * t));
    }

    /** P(X &gt; c) + P(X = c)/2: the mean of the chances of c or more and of more than c. */
    private double atLeast(double p) {
        double more = Beta.regularizedBeta(p, most + 1, answers - most);
        return (Beta.regularizedBeta(p, most, answers - most + 1) + more) / 2;
    }

    /** {@return where a function that grows from below 0 crosses it} */
    private static double root(DoubleUnaryOperator growing, double from, double to) {
        double below = from;
        double above = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (below + above) / 2;
            if (growing.applyAsDouble(middle) <= 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}
