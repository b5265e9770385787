package dev.slop.metrics.goodness;

import dev.slop.metrics.FrequencyTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A distribution that answers are held against: the answers it permits, its cells, each with a probability above 0.
 * Immutable.
 */
public final class Target {
    private static final int NAMED_CELLS = 6;

    private final String description;
    private final CellIndex index;
    private final CellProbabilities probabilities;

    private Target(String description, CellIndex index, CellProbabilities probabilities) {
        this.description = description;
        this.index = index;
        this.probabilities = probabilities;
    }

    /**
     * {@return equal probabilities of the stated answers}
     *
     * @param cells the answers permitted, in any order
     * @throws IllegalArgumentException if there is none, or one is there twice
     */
    public static Target uniform(List<String> cells) {
        Map<String, Integer> index = new HashMap<>();
        for (String cell : cells) {
            if (index.put(cell, index.size()) != null) {
                throw new IllegalArgumentException("the answer '" + cell + "' is listed twice");
            }
        }
        return new Target(
                "uniform over " + inWords(cells),
                new CellIndex.Listed(Map.copyOf(index)),
                CellProbabilities.uniform(cells.size()));
    }

    /**
     * {@return equal probabilities of the integers of a range; costs the same for ten as for a million}
     *
     * <p>Answers are read as decimal integers, so {@code 7} and {@code 007} are one cell.
     *
     * @param min smallest integer permitted
     * @param max largest integer permitted
     * @throws IllegalArgumentException if the range is empty or has more than 2<sup>31</sup> − 1 integers
     */
    public static Target uniformIntegers(long min, long max) {
        if (min > max || max - min < 0 || max - min >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a range of 1 to 2147483647 integers: " + min + ".." + max);
        }
        return new Target(
                "uniform over " + min + ".." + max, new CellIndex.Integers(min, max), CellProbabilities.uniform((int)
                        (max - min + 1)));
    }

    /**
     * {@return probabilities in proportion to weights}
     *
     * @param weights by answer permitted, in any unit
     * @throws IllegalArgumentException if there is none, or one is not positive and finite
     */
    public static Target weights(Map<String, Double> weights) {
        TreeMap<String, Double> ordered = new TreeMap<>(weights);
        Map<String, Integer> index = new HashMap<>();
        double[] values = new double[ordered.size()];
        ordered.forEach((cell, weight) -> {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of '" + cell + "' must be positive and finite: " + weight);
            }
            values[index.size()] = weight;
            index.put(cell, index.size());
        });
        return new Target(
                "stated shares of " + inWords(List.copyOf(ordered.keySet())),
                new CellIndex.Listed(Map.copyOf(index)),
                CellProbabilities.of(values));
    }

    private static String inWords(List<String> cells) {
        return cells.size() <= NAMED_CELLS ? String.join(", ", cells) : cells.size() + " answers";
    }

    /** {@return the distribution in words, for example {@code "uniform over 1..100"}} */
    public String description() {
        return description;
    }

    /** {@return how many different answers it permits} */
    public int cells() {
        return probabilities.size();
    }

    /**
     * {@return the probability of an answer; 0 if it is not permitted}
     *
     * @param answer as cleaned
     */
    public double probability(String answer) {
        int cell = index.of(answer);
        return cell == CellIndex.OUTSIDE ? 0 : probabilities.of(cell);
    }

    /**
     * {@return how many different answers n draws from this distribution give on average, Σ 1 − (1 − q<sub>i</sub>)
     * <sup>n</sup>}
     *
     * @param n number of draws
     * @throws IllegalArgumentException if n is negative
     */
    public double expectedDistinct(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("number of draws must not be negative: " + n);
        }
        if (probabilities.isUniform()) {
            return cells() * chanceSeen(probabilities.smallest(), n);
        }
        double sum = 0;
        for (int cell = 0; cell < cells(); cell++) {
            sum += chanceSeen(probabilities.of(cell), n);
        }
        return sum;
    }

    private static double chanceSeen(double share, long n) {
        return n == 0 ? 0 : -Math.expm1(n * Math.log1p(-share));
    }

    /**
     * Sorts answers into the cells; those that are not permitted are counted apart.
     *
     * @param answers as cleaned
     * @return the counts of the cells
     */
    public CellCounts observe(FrequencyTable<String> answers) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        long outside = 0;
        for (int rank = 0; rank < answers.distinct(); rank++) {
            int cell = index.of(answers.values().get(rank));
            if (cell == CellIndex.OUTSIDE) {
                outside += answers.countAt(rank);
            } else {
                counts.merge(cell, answers.countAt(rank), Long::sum);
            }
        }
        return CellCounts.observed(probabilities, counts, outside);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target that && index.equals(that.index) && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * index.hashCode() + probabilities.hashCode();
    }

    @Override
    public String toString() {
        return description;
    }
}
