package dev.slop.metrics.analysis;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Computes the whole suite over a table of answers: per prompt, per model, per pair of models, and overall.
 *
 * <p>The result does not depend on the order of the answers, nor on the number of threads: everything random draws from
 * a stream that is seeded by {@link AnalysisOptions#seed()} and the prompt's id. Prompts are worked on in parallel in
 * the common pool. Answers whose outcome is not {@code ANSWERED} are counted and not measured.
 */
public final class Analyzer {
    private Analyzer() {}

    /**
     * Analyses a table.
     *
     * @param table the answers
     * @param options how everything is computed
     * @return the analysis, with the prompts in the table's order
     */
    public static Analysis analyze(AnswerTable table, AnalysisOptions options) {
        return analyze(table, options, () -> {});
    }

    /**
     * Analyses a table.
     *
     * @param table the answers
     * @param options how everything is computed
     * @param promptDone is run after each prompt, by several threads
     * @return the analysis, with the prompts in the table's order
     */
    public static Analysis analyze(AnswerTable table, AnalysisOptions options, Runnable promptDone) {
        Map<String, List<Answer>> byPrompt = table.answers().stream().collect(Collectors.groupingBy(Answer::prompt));
        List<PromptSpec> specs = table.prompts();
        RepeatedSamples repeated = new RepeatedSamples(options);
        List<AnalyzedPrompt> prompts = IntStream.range(0, specs.size())
                .parallel()
                .mapToObj(i -> {
                    AnalyzedPrompt prompt = analyzed(specs.get(i), byPrompt, options, repeated);
                    promptDone.run();
                    return prompt;
                })
                .toList();
        Analysis analysis = LexicalAnalyzer.complete(OverallAnalyzer.complete(prompts, options));
        return SemanticAnalyzer.complete(
                new Analysis(
                        options,
                        StabilityAnalyzer.complete(analysis.prompts(), specs),
                        analysis.overall(),
                        VariantAnalyzer.compare(table.variants(), analysis.prompts(), options),
                        table.stopped(),
                        analysis.lexical(),
                        SemanticAnalysis.none()),
                specs);
    }

    private static AnalyzedPrompt analyzed(
            PromptSpec spec, Map<String, List<Answer>> byPrompt, AnalysisOptions options, RepeatedSamples repeated) {
        PooledAnswers answers = PooledAnswers.of(spec, byPrompt.getOrDefault(spec.id(), List.of()));
        return PromptAnalyzer.analyze(answers, options, seed(spec.id(), options.seed()), repeated);
    }

    /** The same prompt gets the same stream whatever stands before it in the table. */
    static long seed(String id, long seed) {
        return Hashing.murmur3_128((int) (seed ^ (seed >>> 32)))
                .newHasher()
                .putLong(seed)
                .putString(id, StandardCharsets.UTF_8)
                .hash()
                .asLong();
    }
}
