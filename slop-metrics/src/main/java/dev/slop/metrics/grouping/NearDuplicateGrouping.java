package dev.slop.metrics.grouping;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Groups by wording; {@link AnswerGrouping#nearDuplicate(NearDuplicateOptions)} tells the rule. */
record NearDuplicateGrouping(NearDuplicateOptions options) implements AnswerGrouping {
    /** Some seconds of the bit-parallel distance. */
    private static final double MOST_CELLS = 2e11;

    NearDuplicateGrouping {
        requireNonNull(options, "options");
    }

    @Override
    public String name() {
        return "near-duplicate";
    }

    @Override
    public Grouping group(List<String> answers) {
        DistinctTexts texts = DistinctTexts.of(answers);
        var compared = new ComparedTexts(texts, options);
        return Leaders.group(
                texts, comparesAll(compared) ? new AllLeaders(compared) : new IndexedLeaders(compared, options));
    }

    /* Also for few texts where they are long: a thousand pages would be compared for minutes. */
    private boolean comparesAll(ComparedTexts texts) {
        return texts.size() <= options.allLeadersLimit() && texts.cellsOfAllPairs() <= MOST_CELLS;
    }
}
