package dev.slop.metrics.grouping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Groups by a label; the text itself for the exact grouping. */
record GivenGrouping(String name, UnaryOperator<String> label) implements AnswerGrouping {
    static final GivenGrouping EXACT = new GivenGrouping("exact", UnaryOperator.identity());

    GivenGrouping {
        requireNonNull(label, "label");
    }

    @Override
    public Grouping group(List<String> answers) {
        DistinctTexts labels = DistinctTexts.of(answers.stream()
                .map(answer -> requireNonNull(label.apply(answer), "label of an answer"))
                .toList());
        return labels.partition(IntStream.range(0, labels.size()).toArray(), List.of());
    }
}
