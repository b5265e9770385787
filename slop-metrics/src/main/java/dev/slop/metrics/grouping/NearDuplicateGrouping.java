package dev.slop.metrics.grouping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Groups by wording; {@link AnswerGrouping#nearDuplicate(NearDuplicateOptions)} tells the rule. */
record NearDuplicateGrouping(NearDuplicateOptions options) implements AnswerGrouping {
    /** Some seconds of the bit-parallel distance. */
    private static final double MOST_CELLS = 2e11;

    private static final int MOST_LEFT_OUT = 10;

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

    @Override
    public Optional<GroupingStability> stability(List<String> answers, double mostCells) {
        double cells = Math.max(1, new ComparedTexts(DistinctTexts.of(answers), options).cellsOfAllPairs());
        double tries = mostCells / cells - GroupingStability.GROUPINGS;
        return tries < 0
                ? Optional.empty()
                : Optional.of(GroupingStability.of(answers, options, (int) Math.min(MOST_LEFT_OUT, tries)));
    }

    /* Also for few texts where they are long: a thousand pages would be compared for minutes. */
    private boolean comparesAll(ComparedTexts texts) {
        return texts.size() <= options.allLeadersLimit() && texts.cellsOfAllPairs() <= MOST_CELLS;
    }
}
