package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.Medoid;
import dev.slop.metrics.vector.VendiScore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The answers of one sample as points: each different text once, with how often it was given. */
final class MeaningPoints {
    private static final VendiScore VENDI = VendiScore.ofOrder(1);
    /** Each costs all eigenvalues once more. */
    private static final int VENDI_GROUPS = 10;

    private static final String ANSWERS = "1 answer at a time";

    private final Embeddings points;
    private final int[] positions;
    private final long[] counts;
    private final long n;
    private final double[] sum;
    private final double[] alongSum;
    private final double squaredLength;

    private MeaningPoints(Embeddings points, int[] positions, long[] counts) {
        this.points = points;
        this.positions = positions;
        this.counts = counts;
        this.n = Arrays.stream(counts).sum();
        this.sum = sum(points, counts);
        this.alongSum = products(points, sum);
        this.squaredLength = Arrays.stream(sum).map(s -> s * s).sum();
    }

    /**
     * {@return the sample}
     *
     * @param texts the different texts of the prompt, embedded
     * @param counts how often each is in the sample, not all 0
     */
    static MeaningPoints of(Embeddings texts, long[] counts) {
        int[] positions =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        return new MeaningPoints(
                texts.select(positions),
                positions,
                Arrays.stream(positions).mapToLong(i -> counts[i]).toArray());
    }

    private static double[] sum(Embeddings points, long[] counts) {
        double[] sum = new double[points.dimension()];
        for (int i = 0; i < counts.length; i++) {
            float[] row = points.row(i);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += (double) counts[i] * row[j];
            }
        }
        return sum;
    }

    /** Of each point with a vector. */
    private static double[] products(Embeddings points, double[] vector) {
        return IntStream.range(0, points.size())
                .mapToDouble(i -> {
                    float[] row = points.row(i);
                    double product = 0;
                    for (int j = 0; j < vector.length; j++) {
                        product += row[j] * vector[j];
                    }
                    return product;
                })
                .toArray();
    }

    long n() {
        return n;
    }

    /** {@return the position of the most central text among those of the prompt} */
    int medoid() {
        return positions[distinct(Medoid.of(repeated()))];
    }

    private int distinct(int answer) {
        int text = 0;
        for (long before = counts[0]; answer >= before; before += counts[text]) {
            text++;
        }
        return text;
    }

    /** {@return a row an answer} */
    Embeddings repeated() {
        return points.select(IntStream.range(0, counts.length)
                .flatMap(i -> IntStream.generate(() -> i).limit(counts[i]))
                .toArray());
    }

    /* With S the sum of the unit rows, the mean over pairs of different answers is (|S|² − n) / (n (n − 1)); leaving out
     * answer i takes 2 xᵢ · S − 1 from |S|². So the jackknife costs O(n d), as the mean does. */
    Quantity meanCosine(double level) {
        if (n < 3) {
            return Quantity.unavailable("fewer than three answers");
        }
        double value = Math.min(1, (squaredLength - n) / (n * (n - 1.0)));
        double[] without = Arrays.stream(alongSum)
                .map(along -> (squaredLength - 2 * along + 1 - (n - 1)) / ((n - 1.0) * (n - 2)))
                .toArray();
        double error = Math.sqrt(jackknifeVariance(without));
        Quantity jackknife =
                JackknifeInterval.of(value, error, n - 1.0, new Bounds(-1 / (n - 1.0), 1), level, ANSWERS, n);
        return JackknifeInterval.widened(jackknife, Bounds.UNIT, n);
    }

    /** The mean over pairs of one answer of each, S · S′ / (n n′). */
    Quantity meanCosine(MeaningPoints other, double level) {
        if (n < 2 || other.n < 2) {
            return Quantity.unavailable("fewer than two answers of a model");
        }
        double product = IntStream.range(0, sum.length)
                .mapToDouble(j -> sum[j] * other.sum[j])
                .sum();
        double own = jackknifeVariance(without(other, product));
        double others = other.jackknifeVariance(other.without(this, product));
        // Welch and Satterthwaite: each sample has its own spread.
        double freedom = (own + others) * (own + others) / (own * own / (n - 1) + others * others / (other.n - 1));
        Quantity jackknife = JackknifeInterval.of(
                Math.max(-1, Math.min(1, product / n / other.n)),
                Math.sqrt(own + others),
                Double.isNaN(freedom) ? 1 : freedom,
                new Bounds(-1, 1),
                level,
                ANSWERS + " of either model",
                Math.min(n, other.n));
        return JackknifeInterval.widened(jackknife, Bounds.UNIT, Math.min(n, other.n));
    }

    private double[] without(MeaningPoints other, double product) {
        return Arrays.stream(products(points, other.sum))
                .map(along -> (product - along) / (n - 1) / other.n)
                .toArray();
    }

    private double jackknifeVariance(double[] without) {
        double mean = 0;
        for (int i = 0; i < without.length; i++) {
            mean += counts[i] * without[i] / n;
        }
        double squares = 0;
        for (int i = 0; i < without.length; i++) {
            squares += counts[i] * (without[i] - mean) * (without[i] - mean);
        }
        return (n - 1.0) / n * squares;
    }

    Quantity vendi(double level) {
        if (n < 3) {
            return Quantity.unavailable("fewer than three answers");
        }
        List<Integer> answers = IntStream.range(0, counts.length)
                .boxed()
                .flatMap(i -> IntStream.generate(() -> i).limit(counts[i]).boxed())
                .toList();
        Bounds bounds = new Bounds(1, (double) n);
        Quantity jackknife = new LeaveTextsOut(level, VENDI_GROUPS)
                .estimate(answers, List.of(bounds), some -> new double[] {VENDI.of(points, counts(some))})
                .get(0);
        return JackknifeInterval.widened(jackknife, bounds, n);
    }

    private long[] counts(List<Integer> answers) {
        long[] some = new long[counts.length];
        answers.forEach(answer -> some[answer]++);
        return some;
    }
}
