package dev.slop.bench;

import java.util.SplittableRandom;

/** A model whose true distribution over answers is known, to hold estimates against. */
final class Population {
    private final String name;
    private final double[] shares;

    private Population(String name, double[] shares) {
        this.name = name;
        this.shares = shares;
    }

    /** {@return every answer equally likely} */
    static Population flat(int kinds) {
        double[] shares = new double[kinds];
        java.util.Arrays.fill(shares, 1.0 / kinds);
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
        java.util.Arrays.fill(shares, (1 - share) / (kinds - 1));
        shares[0] = share;
        return new Population("one at " + Math.round(share * 100) + " %, " + kinds, shares);
    }

    /** {@return the number of one answer} */
    int draw(SplittableRandom random) {
        double u = random.nextDouble();
        int k = 0;
        while (k < shares.length - 1 && u >= shares[k]) {
            u -= shares[k++];
        }
        return k;
    }

    /** {@return what a table calls it} */
    String name() {
        return name;
    }

    /** {@return how many different answers there are} */
    int kinds() {
        return shares.length;
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
        return java.util.Arrays.stream(shares).max().orElseThrow();
    }
}
