package dev.slop.report.input;

import dev.slop.core.Elicitation;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes one answer of a reply that lists several. The answers of one reply are not independent of each other, so one reply
 * counts as one draw: one of its answers is drawn, by the stated probabilities where every answer has one (verbalized
 * sampling), else each alike. The samples stay exchangeable, and n stays the number of replies.
 *
 * <p>What is drawn follows from the draw's request hash alone, so the same journal gives the same answers wherever it is
 * read. Of a truncated list, the missing answers take part in the draw: if one of them is drawn, the draw counts as
 * truncated, or the first answers of a list would be favoured.
 */
final class AnswerLists {
    /* More than this is said in percent. */
    private static final double LARGEST_SUM_OF_SHARES = 2;

    private AnswerLists() {}

    /** What became of a reply. */
    enum Verdict {
        ONE_DRAWN,
        /** The answer that was drawn is one that the reply's missing end would hold. */
        CUT_OFF,
        /** No list was found. */
        UNPARSED
    }

    /**
     * What a reply comes to.
     *
     * @param verdict what became of the reply
     * @param text the answer that was drawn, or the whole reply
     */
    record Drawn(Verdict verdict, String text) {}

    static Drawn draw(Sample sample, Elicitation elicitation) {
        boolean truncated = sample.outcome() == Outcome.TRUNCATED;
        if (elicitation instanceof Elicitation.Verbalized verbalized) {
            return draw(sample, read(sample.text(), truncated, verbalized.count(), true), verbalized.count());
        }
        if (elicitation instanceof Elicitation.ListThenPick list) {
            List<ListedAnswer> answers = read(sample.text(), truncated, list.count(), false).stream()
                    .map(answer -> ListedAnswer.of(answer.text()))
                    .toList();
            return draw(sample, answers, list.count());
        }
        return new Drawn(Verdict.ONE_DRAWN, sample.text());
    }

    /** {@return the answers that a reply lists, in whatever form; none if no form is found} */
    static List<ListedAnswer> read(String reply, boolean truncated, int count, boolean withProbabilities) {
        List<ListedAnswer> tagged = TaggedList.read(reply, truncated);
        if (!tagged.isEmpty()) {
            return tagged;
        }
        List<ListedAnswer> json = JsonList.read(reply);
        if (!json.isEmpty()) {
            return json;
        }
        List<String> items = LineList.read(reply, truncated);
        if (items.isEmpty() && !truncated) {
            items = LineList.unmarked(reply, count);
        }
        return items.stream()
                .map(item -> withProbabilities ? StatedProbability.atEnd(item) : ListedAnswer.of(item))
                .toList();
    }

    private static Drawn draw(Sample sample, List<ListedAnswer> answers, int count) {
        boolean truncated = sample.outcome() == Outcome.TRUNCATED;
        if (answers.isEmpty()) {
            return new Drawn(truncated ? Verdict.CUT_OFF : Verdict.UNPARSED, sample.text());
        }
        double[] weights = weights(answers);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double whole = isWeighted(answers) ? (sum > LARGEST_SUM_OF_SHARES ? 100 : 1) : count;
        double at = uniform(sample.requestHash()) * (truncated ? Math.max(sum, whole) : sum);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return new Drawn(Verdict.ONE_DRAWN, answers.get(i).text());
            }
        }
        // Past the sum by rounding alone, unless the list is cut off.
        return truncated
                ? new Drawn(Verdict.CUT_OFF, sample.text())
                : new Drawn(Verdict.ONE_DRAWN, answers.get(answers.size() - 1).text());
    }

    private static double[] weights(List<ListedAnswer> answers) {
        boolean weighted = isWeighted(answers);
        return answers.stream()
                .mapToDouble(answer -> weighted ? answer.probability().orElseThrow() : 1)
                .toArray();
    }

    private static boolean isWeighted(List<ListedAnswer> answers) {
        return answers.stream().allMatch(answer -> answer.probability().isPresent())
                && answers.stream().anyMatch(answer -> answer.probability().orElseThrow() > 0);
    }

    /** In [0, 1); FNV-1a over the hash, scrambled by the generator. */
    private static double uniform(String requestHash) {
        long seed = 0xcbf29ce484222325L;
        for (int i = 0; i < requestHash.length(); i++) {
            seed = (seed ^ requestHash.charAt(i)) * 0x100000001b3L;
        }
        return new SplittableRandom(seed).nextDouble();
    }
}
