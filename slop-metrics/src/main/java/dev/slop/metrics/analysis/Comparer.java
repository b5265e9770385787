package dev.slop.metrics.analysis;

import dev.slop.metrics.inference.MultipleTesting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two sides, A and B: two runs, two models of a run, or two ways of asking.
 *
 * <p>Answers of both sides are grouped together, so that the same answer is the same on both. Prompts are paired by id
 * and models by name. Each pair of prompt and model gets differences with intervals and a test that both sides answer
 * alike, adjusted for all of them; over prompts there are mean differences with intervals and sign-flip tests, adjusted
 * too. Exchanging the sides exchanges the signs. Randomness and threads are as in {@link Analyzer}.
 */
public final class Comparer {
    private final List<PromptSpec> prompts;
    private final List<Answer> answers;
    private final AnalysisOptions options;

    private Comparer(List<PromptSpec> prompts, List<Answer> answers, AnalysisOptions options) {
        this.prompts = prompts;
        this.answers = answers;
        this.options = options;
    }

    /**
     * Compares two runs. Models are paired by name, with the way of asking where there are several.
     *
     * @param nameA what A is called
     * @param a answers of A; its prompts say how answers are cleaned and grouped, those of B too
     * @param nameB what B is called
     * @param b answers of B
     * @param options how it is computed
     * @return the comparison
     * @throws IllegalArgumentException if no prompt was answered by the same model in both
     */
    public static Comparison runs(String nameA, AnswerTable a, String nameB, AnswerTable b, AnalysisOptions options) {
        List<Answer> both = Stream.concat(
                        a.answers().stream().map(answer -> labelled(answer, Respondents.row(answer), Comparison.A)),
                        b.answers().stream().map(answer -> labelled(answer, Respondents.row(answer), Comparison.B)))
                .toList();
        List<PromptSpec> prompts = Stream.concat(a.prompts().stream(), b.prompts().stream())
                .collect(Collectors.toMap(PromptSpec::id, spec -> spec, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new Comparer(prompts, both, options).compare(nameA, nameB);
    }

    /**
     * Compares two models of a run, way of asking by way of asking.
     *
     * @param table answers, those of other models too
     * @param a name of one model
     * @param b name of the other
     * @param options how it is computed
     * @return the comparison; its cells have no model
     * @throws IllegalArgumentException if no prompt was answered by both
     */
    public static Comparison models(AnswerTable table, String a, String b, AnalysisOptions options) {
        Function<Answer, String> asked =
                answer -> answer.variant().equals(Answer.DEFAULT_VARIANT) ? "" : answer.variant();
        return within(table, Answer::model, a, b, asked, options);
    }

    /**
     * Compares two ways of asking, model by model.
     *
     * @param table answers, those to other ways of asking too
     * @param a id of one variant
     * @param b id of the other
     * @param options how it is computed
     * @return the comparison
     * @throws IllegalArgumentException if no model answered a prompt in both ways
     */
    public static Comparison variants(AnswerTable table, String a, String b, AnalysisOptions options) {
        return within(table, Answer::variant, a, b, Answer::model, options);
    }

    private static Comparison within(
            AnswerTable table,
            Function<Answer, String> side,
            String a,
            String b,
            Function<Answer, String> label,
            AnalysisOptions options) {
        if (a.equals(b)) {
            throw new IllegalArgumentException("'" + a + "' cannot be compared with itself");
        }
        Map<String, String> sides = Map.of(a, Comparison.A, b, Comparison.B);
        List<Answer> both = table.answers().stream()
                .filter(answer -> sides.containsKey(side.apply(answer)))
                .map(answer -> labelled(
                        answer, label.apply(answer), side.apply(answer).equals(a) ? Comparison.A : Comparison.B))
                .toList();
        return new Comparer(table.prompts(), both, options).compare(a, b);
    }

    private static Answer labelled(Answer answer, String model, String side) {
        return new Answer(answer.prompt(), model, side, answer.index(), answer.outcome(), answer.text());
    }

    private Comparison compare(String a, String b) {
        Map<String, List<Answer>> byPrompt = answers.stream().collect(Collectors.groupingBy(Answer::prompt));
        CellComparer comparer = new CellComparer(options, new RepeatedSamples(options));
        List<PairedPrompt> paired = prompts.parallelStream()
                .map(spec -> PairedPrompt.of(spec, byPrompt.getOrDefault(spec.id(), List.of())))
                .toList();
        List<Comparison.Cell> cells = adjusted(paired.parallelStream()
                .flatMap(prompt -> prompt.cells(comparer).stream())
                .toList());
        if (cells.isEmpty()) {
            throw new IllegalArgumentException(nothingInCommon(paired));
        }
        List<VariantAnalysis> overall = VariantAnalyzer.ofCounts(
                List.of(Comparison.A, Comparison.B),
                paired.stream().map(PairedPrompt::inBoth).toList(),
                options);
        return new Comparison(
                options,
                a,
                b,
                cells,
                overall,
                OneSided.of(paired),
                ComparisonWords.findings(cells, overall),
                Stream.concat(
                                ComparisonWords.limits(cells, overall, options).stream(),
                                AnswersNeeded.findings(tested(paired, cells), options.seed()).stream()
                                        .map(Finding::text))
                        .toList());
    }

    private static List<List<AnswersNeeded.Tested>> tested(List<PairedPrompt> paired, List<Comparison.Cell> cells) {
        Map<String, VariantCounts> counts =
                paired.stream().collect(Collectors.toMap(PairedPrompt::id, PairedPrompt::inBoth));
        return cells.stream()
                .filter(cell -> cell.pValue().value().isPresent())
                .map(cell -> {
                    VariantCounts prompt = counts.getOrDefault(cell.prompt(), VariantCounts.of(List.of()));
                    String model = cell.model().orElse("");
                    return List.of(new AnswersNeeded.Tested(
                            cell.prompt(),
                            "A and B" + cell.model().map(name -> " of " + name).orElse(""),
                            prompt.counts(model, Comparison.A).orElseThrow(),
                            prompt.counts(model, Comparison.B).orElseThrow(),
                            cell.pValue().value().orElseThrow()));
                })
                .toList();
    }

    private static String nothingInCommon(List<PairedPrompt> paired) {
        Function<Predicate<PairedPrompt>, String> ids = chosen -> {
            String names = paired.stream().filter(chosen).map(PairedPrompt::id).collect(Collectors.joining(", "));
            return names.isEmpty() ? "none" : names;
        };
        return "no prompt has answers of the same model in both; prompts answered in A: "
                + ids.apply(prompt -> !prompt.models(Comparison.A).isEmpty()) + "; in B: "
                + ids.apply(prompt -> !prompt.models(Comparison.B).isEmpty());
    }

    private static List<Comparison.Cell> adjusted(List<Comparison.Cell> cells) {
        double[] raw = cells.stream()
                .flatMapToDouble(cell -> cell.pValue().value().stream())
                .toArray();
        double[] holm = MultipleTesting.holm(raw);
        double[] hochberg = MultipleTesting.benjaminiHochberg(raw);
        List<Comparison.Cell> result = new ArrayList<>();
        int next = 0;
        for (Comparison.Cell cell : cells) {
            boolean tested = cell.pValue().value().isPresent();
            result.add(tested ? withTest(cell, cell.pValue().adjusted(holm[next], hochberg[next])) : cell);
            next += tested ? 1 : 0;
        }
        return result;
    }

    private static Comparison.Cell withTest(Comparison.Cell cell, PairAnalysis.PairTest test) {
        return new Comparison.Cell(cell.prompt(), cell.model(), cell.nA(), cell.nB(), cell.effects(), test);
    }
}
