package dev.slop.metrics.analysis;

/**
 * How the suite is computed.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the level is not in (0, 1) or resamples not positive.
 *
 * @param seed of everything random: equal seeds give equal results whatever the number of threads
 * @param level confidence level of every interval
 * @param resamples of bootstraps, permutations and Monte-Carlo tests
 */
public record AnalysisOptions(long seed, double level, int resamples) {
    public AnalysisOptions {
        if (!(level > 0 && level < 1) || resamples <= 0) {
            throw new IllegalArgumentException(
                    "level must be in (0, 1), resamples positive: " + level + ", " + resamples);
        }
    }

    /** {@return seed 1, level 0.95, 9,999 resamples} */
    public static AnalysisOptions withDefaults() {
        return new AnalysisOptions(1, 0.95, 9_999);
    }
}
