package dev.slop.metrics.grouping;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

/** Decides which cleaned answers are the same. The partition does not depend on their order. */
public interface AnswerGrouping {
    /** {@return the rule's name, for example {@code near-duplicate}} */
    String name();

    /**
     * Partitions answers.
     *
     * @param answers cleaned texts, pooled over the models
     * @return the partition
     */
    Grouping group(List<String> answers);

    /** {@return the name of the measure of {@link #distances(List)}} */
    default String distance() {
        return LexicalDistance.NAME;
    }

    /**
     * {@return how far apart texts are as the rule sees them, from 0, the same, upwards: a symmetric matrix in their order}
     *
     * <p>Unless a rule has a measure of its own: the Levenshtein distance of the first 2,000 UTF-16 units over the longer
     * length, from 0 to 1.
     *
     * @param texts cleaned, for example the labels of groups
     */
    default double[][] distances(List<String> texts) {
        return LexicalDistance.between(texts);
    }

    /**
     * {@return how much the partition hangs on the rule's threshold and on single answers; absent where the rule has no
     * threshold, and where even moving the threshold would cost more than is permitted}
     *
     * @param answers cleaned texts
     * @param mostCells of edit matrices that all tries together may fill; a second and core fill some 1e10
     */
    default Optional<GroupingStability> stability(List<String> answers, double mostCells) {
        return Optional.empty();
    }

    /** {@return {@code exact}: answers are the same where their texts are equal} */
    static AnswerGrouping exact() {
        return GivenGrouping.EXACT;
    }

    /**
     * {@return {@code given}: answers are the same where they have the same label} The label names the group.
     *
     * @param label of an answer's text
     */
    static AnswerGrouping given(UnaryOperator<String> label) {
        return new GivenGrouping("given", label);
    }

    /** {@return {@code near-duplicate} with {@link NearDuplicateOptions#withDefaults()}} */
    static AnswerGrouping nearDuplicate() {
        return nearDuplicate(NearDuplicateOptions.withDefaults());
    }

    /**
     * {@return {@code near-duplicate} with another threshold}
     *
     * @param threshold normalised Levenshtein similarity from which two texts are the same, in (0, 1]
     * @throws IllegalArgumentException if the threshold is outside
     */
    static AnswerGrouping nearDuplicate(double threshold) {
        return nearDuplicate(NearDuplicateOptions.withDefaults().withThreshold(threshold));
    }

    /**
     * {@return {@code near-duplicate}: answers are the same where their wording hardly differs}
     *
     * <p>Equal texts are counted once. They are taken in canonical order, the most frequent first, ties by text; each
     * joins the most similar group's <em>leader</em>, the text that began the group, or leads a group itself. So the
     * partition does not depend on the answers' order, and a chain of small changes does not join what its ends would
     * not (single linkage would).
     *
     * <p>Two texts are the same where their normalised Levenshtein similarity over UTF-16 units,
     * {@code 1 - distance / longer length}, reaches the threshold, or where the longer one contains the shorter, changed
     * by half as many edits at most, and is no longer than three times it: a joke with a tail that cleaning did not know.
     * In texts shorter than {@link NearDuplicateOptions#fullLength()} a fixed share of edits would be a whole word
     * ({@code my favourite colour is teal}), so there the permitted share falls in proportion to the shorter length; under
     * 17 characters, with the defaults, only equal texts are the same.
     *
     * <p>Few texts are compared with every leader. Many ({@link NearDuplicateOptions#allLeadersLimit()}), or long ones, are
     * compared with at most {@link NearDuplicateOptions#candidateLimit()} leaders: those that share a MinHash band of their
     * character 4-grams, boilerplate aside, or their first or last 32 characters, the likest first. The verdict on a pair
     * is the same, but a pair may be missed: about 1 in 80 of those with a Jaccard index of 0.6 between their 4-grams, 1 in
     * 6 at 0.5; of more than 200,000 different texts, where bands are longer, 1 in 13 and 2 in 5. On generated jokes the
     * partitions of both ways agreed to a pairwise F1 above .995.
     *
     * <p>The default threshold is one of wording, not of meaning. On the 1,000 pairs of answers that people labelled for
     * NoveltyBench (27 to 3,400 characters, median 2,170; "similar" says that a reader of one gains nothing from the other)
     * the normalised Levenshtein similarity after {@code AnswerRules.text()} has an AUROC of .735, before Jaro–Winkler
     * (.712), cosine of 3-grams (.712) and Jaccard of 2-grams (.729), behind Jaccard of 4-grams (.772) and of words (.785).
     * From 0.40 to 0.90 its precision stays between .60 and .74, so the labels set no threshold in that range: 0.40 is the
     * most accurate (.726, 141 pairs called the same), 0.8 calls 11 the same, 8 of them rightly. Yet different jokes of one
     * template, generated, are .66 alike in the median, .73 at the 99th percentile, so 0.8 stands: it says "the same text"
     * and leaves "the same thing" to a semantic grouping.
     *
     * @param options threshold and limits
     */
    static AnswerGrouping nearDuplicate(NearDuplicateOptions options) {
        return new NearDuplicateGrouping(options);
    }

    /**
     * {@return answers are the same where a similarity says so} Texts are compared with the leaders of groups, as in
     * {@link #nearDuplicate(NearDuplicateOptions)}, all of them; {@code u} different texts take up to {@code u(u-1)/2} calls.
     * When the calls are used up, texts not yet compared stand alone and the result carries a warning.
     *
     * @param name for reports
     * @param similarity symmetric and pure, for example {@code new JaroWinkler()::similarity} of java-string-similarity
     * @param threshold the similarity from which two texts are the same
     * @param mostCalls of the similarity
     * @throws IllegalArgumentException if the threshold is NaN or {@code mostCalls} negative
     */
    static AnswerGrouping pairwise(
            String name, ToDoubleBiFunction<String, String> similarity, double threshold, long mostCalls) {
        return new PairwiseGrouping(name, similarity, threshold, mostCalls);
    }
}
