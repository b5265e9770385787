package dev.slop.metrics.overlap;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bootstrap;
import dev.slop.metrics.inference.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The diversity of all models together, divided into diversity within and between models, every model weighing the
 * same whatever its number of answers.
 *
 * <p>With shares p<sub>ij</sub> of answer i in model j and their mean p<sub>i</sub> over the M models,
 * γ = (sum p<sub>i</sub><sup>q</sup>)<sup>1/(1−q)</sup>,
 * α = (1/M sum<sub>j</sub> sum<sub>i</sub> p<sub>ij</sub><sup>q</sup>)<sup>1/(1−q)</sup>, β = γ / α; at q = 1 the limit
 * exp of Shannon entropies, at q = ∞ the inverse of the largest share. α ≤ γ and β lies in [1, M]: 1 where all models
 * answer alike, M where they share nothing. All are effective numbers of answers or models, plug-in values of what
 * was seen: few answers make β too high, more so the smaller q.
 *
 * <p>Source: Jost, Ecology 88 (2007) 2427, for equal weights; as {@code d} of the R package vegetarian.
 *
 * @param order q, 0 or more, may be infinite
 * @param models M
 * @param alpha effective number of answers within a model
 * @param gamma effective number of answers of all models
 */
public record DiversityPartition(double order, int models, double alpha, double gamma) {
    /**
     * Divides the diversity of a table.
     *
     * @param table answers by model
     * @param order q
     * @return the partition, empty where there is no model or one without answers
     * @throws IllegalArgumentException if the order is negative or NaN
     */
    public static Optional<DiversityPartition> of(ContingencyTable table, double order) {
        if (!(order >= 0)) {
            throw new IllegalArgumentException("order must be 0 or more: " + order);
        }
        if (table.rows() == 0 || !table.everyRowAnswered()) {
            return Optional.empty();
        }
        return Optional.of(of(table.counts(), order));
    }

    /**
     * Divides the diversity of a table, with intervals.
     *
     * @param table answers by model
     * @param order q
     * @param bootstrap makes the intervals; the answers of each model are resampled on their own
     * @return the estimates; unavailable where there is no model or one without answers, turnover also for one model
     * @throws IllegalArgumentException if the order is negative or NaN
     */
    public static Estimates estimate(ContingencyTable table, double order, Bootstrap bootstrap) {
        if (of(table, order).isEmpty()) {
            Quantity none = Quantity.unavailable(table.total() == 0 ? "no answers" : "a model has no answers");
            return new Estimates(none, none, none, none);
        }
        int models = table.rows();
        Bounds effective = new Bounds(1, Double.POSITIVE_INFINITY);
        List<Quantity> all = bootstrap.estimateAll(
                table.counts(),
                List.of(effective, new Bounds(1, Math.max(2, models)), effective, Bounds.UNIT),
                (samples, into) -> {
                    DiversityPartition partition = of(samples, order);
                    into[0] = partition.alpha();
                    into[1] = partition.beta();
                    into[2] = partition.gamma();
                    into[3] = partition.turnover().orElse(0);
                });
        Quantity oneModel = Quantity.unavailable("one model");
        return new Estimates(
                all.get(0), models < 2 ? oneModel : all.get(1), all.get(2), models < 2 ? oneModel : all.get(3));
    }

    /**
     * A partition with intervals.
     *
     * @param alpha effective number of answers within a model
     * @param beta effective number of different models
     * @param gamma effective number of answers of all models
     * @param turnover (β − 1) / (M − 1)
     */
    public record Estimates(Quantity alpha, Quantity beta, Quantity gamma, Quantity turnover) {}

    static DiversityPartition of(long[][] counts, double order) {
        double[][] shares = new double[counts.length][];
        double[] mean = new double[counts[0].length];
        for (int row = 0; row < counts.length; row++) {
            shares[row] = shares(counts[row]);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += shares[row][i] / counts.length;
            }
        }
        double alpha = effectiveNumber(shares, order);
        // Rounding may put gamma a last digit outside the range that theory gives it.
        double gamma = Math.min(counts.length * alpha, Math.max(alpha, effectiveNumber(new double[][] {mean}, order)));
        return new DiversityPartition(order, counts.length, alpha, gamma);
    }

    /** {@return the effective number of different models, γ / α, in [1, M]} */
    public double beta() {
        return gamma / alpha;
    }

    /** {@return (β − 1) / (M − 1), from 0, all alike, to 1, nothing shared; empty for one model} */
    public OptionalDouble turnover() {
        return models < 2 ? OptionalDouble.empty() : OptionalDouble.of((beta() - 1) / (models - 1));
    }

    /** {@return 1 − turnover, from 0, nothing shared, to 1, all alike; empty for one model} */
    public OptionalDouble homogeneity() {
        return models < 2 ? OptionalDouble.empty() : OptionalDouble.of(1 - (beta() - 1) / (models - 1));
    }

    private static double[] shares(long[] counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = counts[i] / total;
        }
        return shares;
    }

    private static double effectiveNumber(double[][] shares, double order) {
        if (order == Double.POSITIVE_INFINITY) {
            return 1 / largest(shares);
        }
        if (order == 1) {
            return Math.exp(-mean(shares, p -> p * Math.log(p)));
        }
        // Powers of large orders underflow, sums of powers of orders near 1 cancel: a form for each.
        double logMeanPower;
        if (order > 2) {
            double largest = largest(shares);
            logMeanPower = order * Math.log(largest) + Math.log(mean(shares, p -> Math.pow(p / largest, order)));
        } else {
            logMeanPower = Math.log1p(mean(shares, p -> p * Math.expm1((order - 1) * Math.log(p))));
        }
        return Math.exp(logMeanPower / (1 - order));
    }

    private static double mean(double[][] shares, DoubleUnaryOperator term) {
        double sum = 0;
        for (double[] row : shares) {
            for (double share : row) {
                sum += share > 0 ? term.applyAsDouble(share) : 0;
            }
        }
        return sum / shares.length;
    }

    private static double largest(double[][] shares) {
        double largest = 0;
        for (double[] row : shares) {
            for (double share : row) {
                largest = Math.max(largest, share);
            }
        }
        return largest;
    }
}
