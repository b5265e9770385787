package dev.slop.metrics.grouping;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Groups by wording; {@link AnswerGrouping#nearDuplicate(NearDuplicateOptions)} tells the rule. */
record NearDuplicateGrouping(NearDuplicateOptions options) implements AnswerGrouping {
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
        return Leaders.group(texts, new AllLeaders(compared));
    }
}
