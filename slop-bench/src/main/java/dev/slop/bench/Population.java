package dev.slop.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A model whose true distribution over answers is known, to hold estimates against. */
final class Population {
    private final String name;
    private final double[] shares;
    private final double[] cumulated;

    private Population(String name, double[] shares) {
        this.name = name;
        this.shares = shares;
        this.cumulated = shares.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
    }

    /** {@return every answer equally likely} */
    static Population flat(int kinds) {
        double[] shares = new double[kinds];
        Arrays.fill(shares, 1.0 / kinds);
        return new Population("flat, " + kinds, shares);
    }

    /** {@return answer k with a share proportional to 1 / k} */
    static Population zipf(int kinds) {
        double[] shares = new double[kinds];
        double sum = 0;
        for (int k = 0; k < kinds; k++) {
            shares[k] = 1.0 / (k + 1);
            sum += shares[k];
        }
        for (int k = 0; k < kinds; k++) {
            shares[k] /= sum;
        }
        return new Population("Zipf, " + kinds, shares);
    }

    /** {@return one answer with the given share, the others equally likely} */
    static Population dominated(double share, int kinds) {
        double[] shares = new double[kinds];
        Arrays.fill(shares, (1 - share) / (kinds - 1));
        shares[0] = share;
        return new Population("one at " + Math.round(share * 100) + " %, " + kinds, shares);
    }

    /** {@return the same shares given to later answers, the last ones' to the first} */
    Population shifted(int by) {
        double[] moved = new double[shares.length];
        for (int k = 0; k < shares.length; k++) {
            moved[(k + by) % shares.length] = shares[k];
        }
        return new Population(name + ", shifted by " + by, moved);
    }

    /** {@return the number of one answer} */
    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble());
        return Math.min(shares.length - 1, found < 0 ? -found - 1 : found + 1);
    }

    /** {@return how often each answer came in n draws, over so many cells} */
    long[] draw(int n, int cells, SplittableRandom random) {
        long[] counts = new long[cells];
        for (int i = 0; i < n; i++) {
            counts[draw(random)]++;
        }
        return counts;
    }

    /** {@return what a table calls it} */
    String name() {
        return name;
    }

    /** {@return how many different answers there are} */
    int kinds() {
        return shares.length;
    }

    double share(int answer) {
        return shares[answer];
    }

    /** {@return the share that the given answers have together} */
    double coverage(java.util.Collection<Integer> seen) {
        return seen.stream().distinct().mapToDouble(k -> shares[k]).sum();
    }

    double entropyBits() {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share * Math.log(share);
        }
        return entropy / Math.log(2);
    }

    double topShare() {
        return Arrays.stream(shares).max().orElseThrow();
    }

    /** {@return the chance that two draws agree} */
    double agreement() {
        return Arrays.stream(shares).map(share -> share * share).sum();
    }
}
