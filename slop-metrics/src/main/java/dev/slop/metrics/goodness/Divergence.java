package dev.slop.metrics.goodness;

/** The power divergence family: what one cell adds to the statistic. */
record Divergence(double lambda) {
    static final double CHI_SQUARE = 1;
    static final double LOG_LIKELIHOOD = 0;
    static final double MODIFIED_LOG_LIKELIHOOD = -1;

    private static final double NEAR = 0.01;
    private static final double PRECISION = 1e-17;

    /** Whether a cell without answers makes the statistic infinite. */
    boolean infiniteWhereEmpty() {
        return lambda <= MODIFIED_LOG_LIKELIHOOD;
    }

    /** Summed over the cells, 2/(lambda(lambda+1)) sum O((O/E)^lambda - 1); each cell's part is not negative. */
    double cell(double observed, double expected) {
        if (observed == 0) {
            return emptyCells(expected);
        }
        double excess = (observed - expected) / expected;
        return Math.abs(excess) < NEAR ? expected * series(excess) : closedForm(observed, expected);
    }

    /** sum over k >= 2 of 2 (lambda-1)(lambda-2)...(lambda-k+2)/k! u^k: no cancellation where O is near E. */
    private double series(double u) {
        double term = u * u;
        double sum = 0;
        for (int k = 2; Math.abs(term) > PRECISION * sum; k++) {
            sum += term;
            term *= (lambda - k + 1) * u / (k + 1);
        }
        return sum;
    }

    private double closedForm(double observed, double expected) {
        if (lambda == CHI_SQUARE) {
            return (observed - expected) * (observed - expected) / expected;
        }
        double lnRatio = Math.log(observed / expected);
        if (lambda == LOG_LIKELIHOOD) {
            return 2 * (observed * lnRatio - observed + expected);
        }
        if (lambda == MODIFIED_LOG_LIKELIHOOD) {
            return 2 * (observed - expected - expected * lnRatio);
        }
        return 2 / (lambda + 1) * (observed * Math.expm1(lambda * lnRatio) / lambda + expected - observed);
    }

    /** What cells without answers add that have this expected count together. */
    double emptyCells(double expected) {
        if (expected == 0) {
            return 0;
        }
        return infiniteWhereEmpty() ? Double.POSITIVE_INFINITY : 2 * expected / (lambda + 1);
    }

    /*
     * For given n the statistic rises with a score: the sum over the cells with answers of scale * power(O) + shift * O,
     * whose part in the cell depends on scale and shift alone. Simulation compares scores: one table look-up a draw.
     */

    double power(long observed) {
        if (observed == 0) {
            return 0;
        }
        if (lambda == CHI_SQUARE) {
            return (double) observed * observed;
        }
        if (lambda == LOG_LIKELIHOOD) {
            return observed * Math.log((double) observed);
        }
        if (lambda == MODIFIED_LOG_LIKELIHOOD) {
            return -Math.log((double) observed);
        }
        return Math.signum(lambda * (lambda + 1)) * Math.pow((double) observed, lambda + 1);
    }

    double scale(double share) {
        return lambda == LOG_LIKELIHOOD ? 1 : Math.pow(share, -lambda);
    }

    double shift(double share) {
        return lambda == LOG_LIKELIHOOD ? -Math.log(share) : 0;
    }
}
