package dev.slop.metrics.overlap;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa, agreement of a fixed number of raters beyond chance: (P − P<sub>e</sub>) / (1 − P<sub>e</sub>), P the
 * mean over units of the share of agreeing pairs, P<sub>e</sub> the sum of squared shares of the answers.
 *
 * <p>Source: Fleiss, Psychological Bulletin 76 (1971) 378; standard error of Fleiss, Nee and Landis, Psychological
 * Bulletin 86 (1979) 974; as {@code kappam.fleiss} of the R package irr.
 *
 * @param value kappa, at most 1
 * @param standardError of kappa if there is no agreement beyond chance
 */
public record FleissKappa(double value, double standardError) {
    /**
     * Measures agreement.
     *
     * @param answersByUnit per unit how often each answer was given, by the same number of raters
     * @return kappa, empty where there are no units or all answers are the same
     * @throws IllegalArgumentException if units have different numbers of answers, or fewer than two
     */
    public static Optional<FleissKappa> of(long[][] answersByUnit) {
        if (answersByUnit.length == 0) {
            return Optional.empty();
        }
        double raters = raters(answersByUnit);
        double units = answersByUnit.length;
        double[] shares = new double[answersByUnit[0].length];
        double alike = 0;
        for (long[] unit : answersByUnit) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] += unit[i] / (units * raters);
                alike += (double) unit[i] * (unit[i] - 1);
            }
        }
        double spread = 0;
        double skew = 0;
        for (double share : shares) {
            spread += share * (1 - share);
            skew += share * (1 - share) * (1 - 2 * share);
        }
        if (Math.abs(spread) < 1e-15) {
            return Optional.empty();
        }
        double unlike = 1 - alike / (units * raters * (raters - 1));
        double variance = 2 * (spread * spread - skew) / (spread * spread * units * raters * (raters - 1));
        return Optional.of(new FleissKappa(1 - unlike / spread, Math.sqrt(variance)));
    }

    /**
     * {@return kappa with models as raters of one prompt; empty where fewer than two models answered or all answers are
     * the same}
     *
     * <p>The draws of a prompt have no partner in another model's draws: P is the share of agreeing pairs among all
     * pairs of answers of different models. For models with the same number of answers this is exactly the mean of kappa
     * over all ways to pair the draws.
     *
     * @param table answers by model
     */
    public static OptionalDouble acrossModels(ContingencyTable table) {
        if (!table.everyRowAnswered() || table.rows() < 2) {
            return OptionalDouble.empty();
        }
        double kappa = ModelsTogether.of(ModelsTogether.FLEISS_KAPPA, table.counts());
        return Double.isNaN(kappa) ? OptionalDouble.empty() : OptionalDouble.of(kappa);
    }

    /** {@return kappa over its standard error, standard normal if there is no agreement beyond chance} */
    public double z() {
        return value / standardError;
    }

    private static long raters(long[][] answersByUnit) {
        long raters = answers(answersByUnit[0]);
        for (long[] unit : answersByUnit) {
            if (answers(unit) != raters || raters < 2 || unit.length != answersByUnit[0].length) {
                throw new IllegalArgumentException(
                        "units need the same two or more answers: " + raters + " and " + answers(unit));
            }
        }
        return raters;
    }

    private static long answers(long[] unit) {
        long answers = 0;
        for (long count : unit) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count: " + count);
            }
            answers = Math.addExact(answers, count);
        }
        return answers;
    }
}
