package dev.slop.metrics.inference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles of Student's t. Finding one costs as much as resampling ten answers a thousand times, and all pairs of models
 * want the same.
 */
record TQuantile(long degreesOfFreedom, double probability) {
    private static final int MOST_KNOWN = 1024;
    private static final Map<TQuantile, Double> KNOWN = new ConcurrentHashMap<>();

    static double of(long degreesOfFreedom, double probability) {
        TQuantile wanted = new TQuantile(degreesOfFreedom, probability);
        Double known = KNOWN.get(wanted);
        if (known != null) {
            return known;
        }
        double quantile = new TDistribution(null, (double) degreesOfFreedom).inverseCumulativeProbability(probability);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(wanted, quantile);
        }
        return quantile;
    }
}
