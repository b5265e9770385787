package dev.slop.report.stopping;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.core.StoppingCriterion;
import dev.slop.core.sampling.Cell;
import dev.slop.core.sampling.StoppingRule;
import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.CleanedAnswer;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.diversity.Chao1;
import dev.slop.metrics.diversity.Coverage;
import dev.slop.metrics.diversity.DiversityMeasure;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.input.ExperimentTables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What {@code until} in an experiment asks for: judges the samples of one prompt, model and variant as the report will
 * measure them, after the prompt's cleaning and grouping, but grouped without the other models' answers.
 *
 * <ul>
 *   <li>Coverage is the Chao–Jost estimate, the one that the report shows ({@link Coverage#chaoJost()}).
 *   <li>Distinct width is that of the log-normal 95 % interval of bias-corrected Chao1 ({@link Chao1#estimate}).
 * </ul>
 *
 * <p>Where the number cannot be computed, sampling goes on.
 */
public final class ExperimentStopping implements StoppingRule {
    private static final double LEVEL = 0.95;
    private static final DiversityMeasure COVERAGE = Coverage.chaoJost();

    private final Experiment experiment;
    private final Map<String, StoppingCriterion> criteria = new HashMap<>();
    private final Map<String, PromptSpec> specs;

    private ExperimentStopping(Experiment experiment, ExperimentEmbedder embedder) {
        this.experiment = experiment;
        for (Prompt prompt : experiment.prompts()) {
            experiment.untilOf(prompt).ifPresent(criterion -> criteria.put(prompt.id(), criterion));
        }
        this.specs = criteria.isEmpty()
                ? Map.of()
                : ExperimentTables.of(experiment, List.of(), embedder).prompts().stream()
                        .collect(Collectors.toMap(PromptSpec::id, spec -> spec));
    }

    /**
     * {@return the rule of an experiment}
     *
     * @param experiment says which prompts are sampled until it is enough
     * @throws ConfigurationException if a prompt asks for a measure that cannot be had
     */
    public static StoppingRule of(Experiment experiment) {
        return of(experiment, ExperimentEmbedder.of(experiment));
    }

    /**
     * {@return the rule of an experiment}
     *
     * @param experiment says which prompts are sampled until it is enough
     * @param embedder the experiment's
     * @throws ConfigurationException if a prompt asks for a measure that cannot be had
     */
    public static StoppingRule of(Experiment experiment, ExperimentEmbedder embedder) {
        return new ExperimentStopping(experiment, embedder);
    }

    @Override
    public OptionalInt nextJudgement(Cell cell, int drawn, int planned) {
        StoppingCriterion criterion = criteria.get(cell.prompt());
        return criterion == null ? OptionalInt.empty() : criterion.nextJudgement(drawn, planned);
    }

    @Override
    public Optional<String> enough(Cell cell, List<Sample> samples) {
        StoppingCriterion criterion = criteria.get(cell.prompt());
        PromptSpec spec = specs.get(cell.prompt());
        return criterion == null || spec == null
                ? Optional.empty()
                : reached(criterion, counts(spec, ExperimentTables.answers(experiment, samples)));
    }

    /** {@return how often each group was given} */
    private static long[] counts(PromptSpec spec, List<Answer> answers) {
        List<String> texts = answers.stream()
                .filter(answer -> answer.outcome() == Outcome.ANSWERED)
                .map(answer -> spec.rules().apply(answer.text()))
                .filter(cleaned -> cleaned.outcome() == Outcome.ANSWERED)
                .map(CleanedAnswer::text)
                .toList();
        Map<Integer, Long> counts = spec.grouping().group(texts).groupOf().stream()
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * {@return what is reached, in a few words; empty if it is not}
     *
     * @param criterion what is asked for
     * @param counts how often each different answer was given
     */
    public static Optional<String> reached(StoppingCriterion criterion, long[] counts) {
        String threshold =
                BigDecimal.valueOf(criterion.threshold()).stripTrailingZeros().toPlainString();
        return switch (criterion.measure()) {
            case COVERAGE ->
                COVERAGE.unavailable(counts).isEmpty() && COVERAGE.of(counts) >= criterion.threshold()
                        ? Optional.of("coverage ≥ " + threshold)
                        : Optional.empty();
            case DISTINCT_WIDTH ->
                width(Chao1.biasCorrected().estimate(counts, LEVEL)) <= criterion.threshold()
                        ? Optional.of("width of the interval of Chao1 ≤ " + threshold)
                        : Optional.empty();
        };
    }

    private static double width(Quantity quantity) {
        return quantity instanceof Estimate estimate ? estimate.upper() - estimate.lower() : Double.POSITIVE_INFINITY;
    }
}
