package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.grouping.GroupingStability;
import dev.slop.metrics.overlap.ModelTree;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Further numbers that take all models of a prompt together.
 *
 * @param agreement chances that two fresh answers are the same
 * @param partitionOfOrder0 how the number of different answers divides into within and between models; absent with fewer
 *     than two models
 * @param partitionOfOrder2 the same where frequent answers count most
 * @param association how well the answer tells the model
 * @param fleissKappa agreement with models as raters
 * @param equality test that all models answer alike
 * @param tree which models answer alike, by average linkage of the square roots of the Jensen–Shannon divergences; absent
 *     with fewer than two models that answered
 * @param groupTree which groups are alike; absent with fewer than three, and where they are whole numbers
 * @param stability how much the grouping hangs on its threshold; absent where it has none, or trying takes too long
 */
public record PromptDetail(
        Agreement agreement,
        Optional<Partition> partitionOfOrder0,
        Optional<Partition> partitionOfOrder2,
        Association association,
        Quantity fleissKappa,
        EqualityTest equality,
        Optional<ModelTree> tree,
        Optional<GroupTree> groupTree,
        Optional<GroupingStability> stability) {
    /**
     * {@return the detail of a prompt of which nothing is known}
     *
     * @param reason why
     */
    public static PromptDetail unavailable(String reason) {
        Quantity none = Quantity.unavailable(reason);
        return new PromptDetail(
                new Agreement(none, none, none),
                Optional.empty(),
                Optional.empty(),
                new Association(none, none, Optional.empty(), Optional.empty()),
                none,
                EqualityTest.unavailable(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Chance that two fresh answers are the same.
     *
     * @param all of whichever models
     * @param within of one model, mean over models
     * @param between of two different models
     */
    public record Agreement(Quantity all, Quantity within, Quantity between) {}

    /**
     * How well the answer tells the model.
     *
     * @param cramersV of the answers seen, not corrected for small n as {@link PromptAnalysis#cramersV()} is
     * @param mutualInformationBits what one answer tells about who gave it
     * @param chiSquare Pearson's test of independence; absent where all answers are equal or one model answered
     * @param g likelihood-ratio test of independence; absent likewise
     */
    public record Association(
            Quantity cramersV,
            Quantity mutualInformationBits,
            Optional<TestResult> chiSquare,
            Optional<TestResult> g) {}

    /**
     * Label-permutation test that all models of a prompt answer alike, by the likelihood-ratio statistic.
     *
     * @param statistic 2 Σ O ln(O/E)
     * @param pValue probability of as much under the null
     * @param holm p-value adjusted for all prompts (Holm)
     * @param benjaminiHochberg p-value adjusted for all prompts (Benjamini and Hochberg)
     * @param method how it was made, or why it could not be
     */
    public record EqualityTest(
            OptionalDouble statistic,
            OptionalDouble pValue,
            OptionalDouble holm,
            OptionalDouble benjaminiHochberg,
            String method) {
        /**
         * {@return a test that could not be made}
         *
         * @param reason why
         */
        public static EqualityTest unavailable(String reason) {
            OptionalDouble none = OptionalDouble.empty();
            return new EqualityTest(none, none, none, none, reason);
        }

        EqualityTest adjusted(double byHolm, double byBenjaminiHochberg) {
            return new EqualityTest(
                    statistic, pValue, OptionalDouble.of(byHolm), OptionalDouble.of(byBenjaminiHochberg), method);
        }
    }

    PromptDetail withEquality(EqualityTest test) {
        return new PromptDetail(
                agreement,
                partitionOfOrder0,
                partitionOfOrder2,
                association,
                fleissKappa,
                test,
                tree,
                groupTree,
                stability);
    }

    PromptDetail withStability(Optional<GroupingStability> tried) {
        return new PromptDetail(
                agreement,
                partitionOfOrder0,
                partitionOfOrder2,
                association,
                fleissKappa,
                equality,
                tree,
                groupTree,
                tried);
    }
}
