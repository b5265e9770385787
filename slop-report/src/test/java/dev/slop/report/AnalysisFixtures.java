package dev.slop.report;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.Finding;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelDetail;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PairAnalysis.PairTest;
import dev.slop.metrics.analysis.PairDetail;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.PromptDetail;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Analyses made by hand, so that what is written can be tested apart from what is computed. Counts are true to the
 * answers; intervals and overlap numbers are merely plausible.
 */
public final class AnalysisFixtures {
    public static final String CLAUDE = "anthropic/claude-haiku-4-5-20251001";
    public static final String GEMINI = "gemini/gemini-2.5-flash";
    public static final String GPT = "openai/gpt-5-mini";

    private AnalysisFixtures() {}

    public static Analysis ofPrompts(PromptAnalysis... prompts) {
        return new Analysis(AnalysisOptions.withDefaults(), List.of(prompts), overall(List.of(), List.of(), List.of()));
    }

    /** Two prompts, three models, one of which refused once, and two findings. */
    public static Analysis fruitAndNumber() {
        PromptAnalysis fruit = prompt(
                "fruit",
                "Pick a random fruit, only return the fruit",
                new TreeMap<>(Map.of(
                        CLAUDE,
                        List.of("Mango", "Mango", "Mango", "Mango", "Apple"),
                        GEMINI,
                        List.of("Apple", "Apple", "Apple", "Apple", "Mango"),
                        GPT,
                        List.of("Mango", "Mango", "Mango", "Mango", "Mango"))),
                Optional.empty(),
                1);
        List<String> claudeNumbers =
                IntStream.range(0, 50).mapToObj(i -> i == 0 ? "47" : "42").toList();
        List<String> gptNumbers =
                IntStream.range(0, 50).mapToObj(i -> "" + (57 + i * i % 17)).toList();
        PromptAnalysis number = prompt(
                "number",
                "Pick a random number between 1 and 100, only return the number",
                new TreeMap<>(Map.of(CLAUDE, claudeNumbers, GPT, gptNumbers)),
                Optional.of(fit()),
                0);
        Overall overall = overall(
                List.of(
                        new Overall.ModelMeans(
                                CLAUDE, 2, 55, estimate(.89, .8, .98), estimate(.51, .14, .88), estimate(.22, .04, .4)),
                        new Overall.ModelMeans(
                                GEMINI,
                                1,
                                5,
                                estimate(.8, .38, .96),
                                Quantity.unavailable("one prompt"),
                                estimate(.4, .2, .6)),
                        new Overall.ModelMeans(
                                GPT, 2, 55, estimate(.61, .22, 1), estimate(1.4, 0, 2.9), estimate(.23, .2, .26))),
                List.of(new Overall.PairMeans(
                        CLAUDE, GPT, 2, estimate(.25, 0, .5), estimate(.4, 0, .8), estimate(.6, .2, 1))),
                List.of(
                        new Finding(
                                "number",
                                "anthropic/claude-haiku-4-5-20251001 said 42 in 49 of 50 answers (98%, 95% interval 89% to 100%).",
                                estimate(.98, .89, .9995)),
                        new Finding(
                                "fruit", "15 answers of three models hold 2 different fruits.", estimate(2, 2, 5))));
        return new Analysis(AnalysisOptions.withDefaults(), List.of(fruit, number), overall);
    }

    private static Overall overall(
            List<Overall.ModelMeans> models, List<Overall.PairMeans> pairs, List<Finding> findings) {
        Quantity none = Quantity.unavailable("by hand");
        return new Overall(models, pairs, new PromptDetail.Agreement(none, none, none), Optional.empty(), findings);
    }

    public static Estimate estimate(double value, double lower, double upper) {
        return new Estimate(value, lower, upper, .95, "by hand");
    }

    public static GoodnessOfFit fit() {
        return new GoodnessOfFit(
                "uniform over 1..100",
                100,
                new TestResult(4754, OptionalDouble.of(99), .0001, -4, "Monte Carlo, B = 9999, seed 1"),
                new TestResult(441.3, OptionalDouble.of(99), .0001, -4, "Monte Carlo, B = 9999, seed 1"),
                estimate(9.751, 8, 10),
                estimate(.98, .97, .98),
                39.499,
                new GoodnessOfFit.Detail(
                        50,
                        0,
                        new TestResult(2031, OptionalDouble.of(99), .0001, -4, "Monte Carlo, B = 9999, seed 1"),
                        estimate(6.5, 6.3, 6.6),
                        new TestResult(4754, OptionalDouble.of(99), 0, -930.5, "chi-square distribution"),
                        new TestResult(450.7, OptionalDouble.of(99), 2.5e-46, -45.6, "chi-square distribution")));
    }

    /** The answers as text; each model's first {@code refused} further answers were refusals. */
    public static PromptAnalysis prompt(
            String id, String text, SortedMap<String, List<String>> answers, Optional<GoodnessOfFit> fit, int refused) {
        List<String> pooledAnswers =
                answers.values().stream().flatMap(List::stream).toList();
        List<String> labels = FrequencyTable.of(pooledAnswers).values();
        List<MeasuredAnswer> measured = new ArrayList<>();
        List<ModelAnalysis> models = new ArrayList<>();
        answers.forEach((model, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                Answer answer = new Answer(id, model, "default", i, Outcome.ANSWERED, texts.get(i));
                measured.add(new MeasuredAnswer(
                        answer,
                        Outcome.ANSWERED,
                        texts.get(i),
                        List.of("trim"),
                        OptionalInt.of(labels.indexOf(texts.get(i)))));
            }
            for (int i = 0; i < refused; i++) {
                Answer answer = new Answer(id, model, "default", texts.size() + i, Outcome.REFUSED, "No.");
                measured.add(new MeasuredAnswer(answer, Outcome.REFUSED, "", List.of(), OptionalInt.empty()));
            }
            models.add(model(model, texts, labels, answers, fit, refused));
        });
        List<PairAnalysis> pairs = new ArrayList<>();
        for (int a = 0; a < models.size(); a++) {
            for (int b = a + 1; b < models.size(); b++) {
                pairs.add(pair(models.get(a).model(), models.get(b).model()));
            }
        }
        return new PromptAnalysis(
                id,
                text,
                "exact",
                measured,
                models,
                model(ModelAnalysis.POOLED, pooledAnswers, labels, answers, fit, refused * answers.size()),
                pairs,
                models.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Partition(
                                estimate(1.5, 1.2, 2),
                                estimate(1.4, 1.1, 1.9),
                                estimate(2.1, 1.6, 2.9),
                                estimate(.2, .05, .45))),
                estimate(.6, .2, .9),
                estimate(.1, -.1, .4),
                PromptDetail.unavailable("by hand"));
    }

    private static ModelAnalysis model(
            String model,
            List<String> texts,
            List<String> labels,
            SortedMap<String, List<String>> answers,
            Optional<GoodnessOfFit> fit,
            int refused) {
        FrequencyTable<String> table = FrequencyTable.of(texts);
        List<AnswerGroup> groups = table.values().stream()
                .map(label -> new AnswerGroup(
                        labels.indexOf(label), label, table.count(label), label, givenBy(label, answers)))
                .toList();
        EnumMap<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        outcomes.put(Outcome.ANSWERED, table.total());
        outcomes.put(Outcome.REFUSED, (long) refused);
        boolean none = texts.isEmpty();
        double share = none ? 0 : (double) table.counts()[0] / table.total();
        double bits = -groups.stream()
                .mapToDouble(g -> (double) g.count() / table.total())
                .map(p -> p * Math.log(p) / Math.log(2))
                .sum();
        Quantity missing = Quantity.unavailable("no answers");
        Quantity entropy = none ? missing : estimate(bits + 0.0, Math.max(0, bits - .3), bits + .3);
        return new ModelAnalysis(
                model,
                table.total(),
                outcomes,
                groups,
                table.distinct(),
                none ? missing : estimate(share, Math.max(0, share - .2), Math.min(1, share + .1)),
                new ModelAnalysis.EntropyBits(entropy, entropy, entropy, entropy, entropy, entropy),
                new ModelAnalysis.HillNumbers(entropy, entropy, entropy, entropy),
                none ? missing : estimate(.9, .7, .99),
                none
                        ? missing
                        : new Estimate(table.distinct(), table.distinct(), Double.POSITIVE_INFINITY, .95, "Chao1"),
                none ? Optional.empty() : fit,
                ModelDetail.unavailable("by hand"));
    }

    private static SortedMap<String, Long> givenBy(String label, SortedMap<String, List<String>> answers) {
        SortedMap<String, Long> models = new TreeMap<>();
        answers.forEach((model, texts) -> {
            long count = texts.stream().filter(label::equals).count();
            if (count > 0) {
                models.put(model, count);
            }
        });
        return models;
    }

    private static PairAnalysis pair(String a, String b) {
        return new PairAnalysis(
                a,
                b,
                estimate(.0714, .02, .2),
                estimate(.0101, 0, .05),
                estimate(.0028, 0, .01),
                estimate(.9639, .9, 1),
                estimate(.9798, .9, 1),
                estimate(.98, .9, 1),
                estimate(.0016, 0, .006),
                PairDetail.unavailable("by hand"),
                new PairTest(
                        OptionalDouble.of(.0001),
                        OptionalDouble.of(.0003),
                        OptionalDouble.of(.0002),
                        "label permutation, B = 9999, seed 1"));
    }
}
