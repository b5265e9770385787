package dev.slop.metrics.analysis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One prompt's answers on both sides, grouped together; who answered on both is compared. */
final class PairedPrompt {
    private final String id;
    private final Set<String> both;
    private final VariantCounts all;
    private final VariantCounts inBoth;

    private PairedPrompt(String id, List<MeasuredAnswer> answers) {
        this.id = id;
        this.all = VariantCounts.of(answers);
        this.both = new TreeSet<>(models(Comparison.A));
        this.both.retainAll(models(Comparison.B));
        this.inBoth = VariantCounts.of(answers.stream()
                .filter(answer -> both.contains(answer.answer().model()))
                .toList());
    }

    static PairedPrompt of(PromptSpec spec, List<Answer> answers) {
        return new PairedPrompt(spec.id(), PooledAnswers.of(spec, answers).answers());
    }

    String id() {
        return id;
    }

    /** {@return how often each group was given, by those who answered on both sides} */
    VariantCounts inBoth() {
        return inBoth;
    }

    /** {@return who has a measured answer on a side} */
    Set<String> models(String side) {
        return all.models().stream()
                .filter(model -> all.counts(model, side).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Comparison.Cell> cells(CellComparer comparer) {
        return both.stream()
                .map(model -> comparer.cell(
                        id,
                        model,
                        inBoth.counts(model, Comparison.A).orElseThrow(),
                        inBoth.counts(model, Comparison.B).orElseThrow()))
                .toList();
    }
}
