package dev.slop.metrics.analysis;

import dev.slop.metrics.grouping.GroupingStability;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tries how much each prompt's grouping hangs on its threshold and on single answers. */
final class StabilityAnalyzer {
    /** About a second on two cores, for all prompts together. */
    private static final double MOST_CELLS = 1e10;

    private StabilityAnalyzer() {}

    /** {@return the prompts with the stability of their groupings, where it can be tried} */
    static List<PromptAnalysis> complete(List<PromptAnalysis> prompts, List<PromptSpec> specs) {
        double cells = MOST_CELLS / Math.max(1, prompts.size());
        return IntStream.range(0, prompts.size())
                .parallel()
                .mapToObj(i -> complete(prompts.get(i), specs.get(i), cells))
                .toList();
    }

    private static PromptAnalysis complete(PromptAnalysis prompt, PromptSpec spec, double cells) {
        List<String> texts = prompt.answers().stream()
                .filter(answer -> answer.group().isPresent())
                .map(MeasuredAnswer::cleaned)
                .toList();
        Optional<GroupingStability> stability = spec.grouping().stability(texts, cells);
        return prompt.with(prompt.pairs(), prompt.detail().withStability(stability));
    }
}
