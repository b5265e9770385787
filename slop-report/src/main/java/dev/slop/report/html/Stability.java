package dev.slop.report.html;

import dev.slop.metrics.grouping.GroupingStability;

/** How much it hangs on the threshold, and on single answers, which answers are the same: in words. */
final class Stability {
    private static final double STABLE = 0.05;
    private static final double FAIRLY_STABLE = 0.25;

    private Stability() {}

    /**
     * {@return the verdict with its number, and where there is room the changes that were tried}
     *
     * @param stability that was tried
     * @param full whether there is room
     */
    static String words(GroupingStability stability, boolean full) {
        String worst = percent(stability.worst());
        if (!full) {
            return verdict(stability.worst()) + " (" + worst + ")";
        }
        String shift = Figure.decimal(GroupingStability.SHIFT);
        return "The grouping is " + verdict(stability.worst()) + ": it changes by at most " + worst + " ("
                + percent(stability.looser()) + " if the threshold is " + shift + " lower, "
                + percent(stability.stricter()) + " if it is " + shift + " higher" + leftOut(stability) + ").";
    }

    private static String leftOut(GroupingStability stability) {
        return stability.leftOut() == 0
                ? ""
                : ", " + percent(stability.worstLeftOut()) + " if any of " + stability.leftOut()
                        + " answers is left out";
    }

    private static String verdict(double worst) {
        return worst <= STABLE ? "stable" : worst <= FAIRLY_STABLE ? "fairly stable" : "not stable";
    }

    private static String percent(double change) {
        return Figure.percent(Math.min(1, Math.max(0, change))) + Figure.PERCENT;
    }
}
