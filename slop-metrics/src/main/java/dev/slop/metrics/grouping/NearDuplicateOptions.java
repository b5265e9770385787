package dev.slop.metrics.grouping;

/**
 * When two texts are near-duplicates, and what finding them may cost.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the threshold is not in (0, 1], {@code fullLength} or
 * {@code allLeadersLimit} is negative, or another limit is not positive.
 *
 * @param threshold normalised Levenshtein similarity from which two texts are the same
 * @param fullLength shorter length, in UTF-16 units, from which the threshold holds as it is; 0 for every length
 * @param longest units of a text that are compared; of longer texts the beginnings, and their whole lengths
 * @param allLeadersLimit different texts up to which every leader is compared
 * @param candidateLimit leaders that are kept under one MinHash key, and that one text is compared with at most: it bounds
 *     time and memory where many texts share their wording. Where most keys of a text are full the result warns
 */
public record NearDuplicateOptions(
        double threshold, int fullLength, int longest, int allLeadersLimit, int candidateLimit) {
    private static final NearDuplicateOptions DEFAULTS = new NearDuplicateOptions(0.8, 64, 10_000, 3_000, 64);

    public NearDuplicateOptions {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in (0, 1]: " + threshold);
        }
        if (fullLength < 0 || allLeadersLimit < 0) {
            throw new IllegalArgumentException(
                    "fullLength and allLeadersLimit must not be negative: " + fullLength + ", " + allLeadersLimit);
        }
        if (longest <= 0 || candidateLimit <= 0) {
            throw new IllegalArgumentException(
                    "longest and candidateLimit must be positive: " + longest + ", " + candidateLimit);
        }
    }

    /** {@return threshold 0.8, full length 64, longest 10,000, all leaders up to 3,000 texts, 64 candidates} */
    public static NearDuplicateOptions withDefaults() {
        return DEFAULTS;
    }

    /**
     * {@return these options with another threshold}
     *
     * @param value in (0, 1]
     */
    public NearDuplicateOptions withThreshold(double value) {
        return new NearDuplicateOptions(value, fullLength, longest, allLeadersLimit, candidateLimit);
    }

    /**
     * {@return these options with another full length}
     *
     * @param value not negative
     */
    public NearDuplicateOptions withFullLength(int value) {
        return new NearDuplicateOptions(threshold, value, longest, allLeadersLimit, candidateLimit);
    }

    /**
     * {@return these options with another longest length}
     *
     * @param value positive
     */
    public NearDuplicateOptions withLongest(int value) {
        return new NearDuplicateOptions(threshold, fullLength, value, allLeadersLimit, candidateLimit);
    }

    /**
     * {@return these options with another limit for comparing every leader}
     *
     * @param value not negative; 0 for MinHash candidates always
     */
    public NearDuplicateOptions withAllLeadersLimit(int value) {
        return new NearDuplicateOptions(threshold, fullLength, longest, value, candidateLimit);
    }

    /**
     * {@return these options with another limit of candidates}
     *
     * @param value positive
     */
    public NearDuplicateOptions withCandidateLimit(int value) {
        return new NearDuplicateOptions(threshold, fullLength, longest, allLeadersLimit, value);
    }
}
