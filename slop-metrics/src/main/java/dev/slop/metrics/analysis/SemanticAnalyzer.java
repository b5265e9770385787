package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import dev.slop.metrics.inference.MultipleTesting;
import dev.slop.metrics.vector.EmbeddingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures what the answers of an analysis mean, where they are embedded. */
final class SemanticAnalyzer {
    private SemanticAnalyzer() {}

    /**
     * {@return the analysis with what its answers mean, and with what could not be embedded among the findings}
     *
     * @param analysis of everything else
     * @param specs of its prompts, in their order
     */
    static Analysis complete(Analysis analysis, List<PromptSpec> specs) {
        RepeatedSamples repeated = new RepeatedSamples(analysis.options());
        List<Measured> measured = IntStream.range(0, specs.size())
                .parallel()
                .mapToObj(i -> measured(specs.get(i), analysis.prompts().get(i), analysis.options(), repeated))
                .toList();
        Overall overall = analysis.overall();
        List<Finding> findings = new ArrayList<>(overall.findings());
        measured.forEach(each -> each.fault().ifPresent(findings::add));
        return new Analysis(
                analysis.options(),
                analysis.prompts(),
                new Overall(overall.models(), overall.pairs(), overall.agreement(), overall.tree(), findings),
                analysis.variants(),
                analysis.stopped(),
                analysis.lexical(),
                new SemanticAnalysis(adjusted(measured.stream()
                        .flatMap(each -> each.meaning().stream())
                        .toList())));
    }

    /** What one embedder cannot do must not lose the other numbers of a study. */
    private static Measured measured(
            PromptSpec spec, PromptAnalysis prompt, AnalysisOptions options, RepeatedSamples repeated) {
        try {
            return new Measured(MeaningAnalyzer.of(spec, prompt, options, repeated), Optional.empty());
        } catch (EmbeddingException e) {
            String text = prompt.id() + ": what the answers mean is not measured, " + e.getMessage();
            return new Measured(
                    Optional.empty(),
                    Optional.of(new Finding(prompt.id(), text, Quantity.unavailable("a warning, not a number"))));
        }
    }

    private record Measured(Optional<PromptMeaning> meaning, Optional<Finding> fault) {}

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
