package dev.slop.metrics.analysis;

import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import dev.slop.metrics.inference.MultipleTesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures what the answers of an analysis mean, where they are embedded. */
final class SemanticAnalyzer {
    private SemanticAnalyzer() {}

    /**
     * {@return what the answers mean}
     *
     * @param specs of the prompts
     * @param prompts analysed, in the same order
     * @param options how everything is computed
     */
    static SemanticAnalysis of(List<PromptSpec> specs, List<PromptAnalysis> prompts, AnalysisOptions options) {
        Entropies entropies = new Entropies(options);
        List<PromptMeaning> meanings = IntStream.range(0, specs.size())
                .parallel()
                .mapToObj(i -> MeaningAnalyzer.of(specs.get(i), prompts.get(i), options, entropies))
                .flatMap(Optional::stream)
                .toList();
        return new SemanticAnalysis(adjusted(meanings));
    }

    /** As for overlap, the family is every pair of every prompt: what a reader sees in one report. */
    private static List<PromptMeaning> adjusted(List<PromptMeaning> meanings) {
        double[] raw = meanings.stream()
                .flatMap(meaning -> meaning.pairs().stream())
                .flatMapToDouble(pair -> pair.energy().pValue().value().stream())
                .toArray();
        double[] holm = MultipleTesting.holm(raw);
        double[] hochberg = MultipleTesting.benjaminiHochberg(raw);
        List<PromptMeaning> adjusted = new ArrayList<>();
        int next = 0;
        for (PromptMeaning meaning : meanings) {
            List<PairMeaning> pairs = new ArrayList<>();
            for (PairMeaning pair : meaning.pairs()) {
                boolean tested = pair.energy().pValue().value().isPresent();
                pairs.add(tested ? pair.adjusted(holm[next], hochberg[next]) : pair);
                next += tested ? 1 : 0;
            }
            adjusted.add(meaning.withPairs(pairs));
        }
        return adjusted;
    }
}
