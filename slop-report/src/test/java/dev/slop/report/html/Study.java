package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.Finding;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.GroupTree;
import dev.slop.metrics.analysis.LexicalAnalysis;
import dev.slop.metrics.analysis.MeasuredAnswer;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelDetail;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PairDetail;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.PromptDetail;
import dev.slop.metrics.analysis.SemanticAnalysis;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.diversity.Rarefaction;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.GroupingStability;
import dev.slop.metrics.lexical.LogOdds;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.SharedPhrase;
import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Makes analyses by hand: counts are right, intervals are plausible, no more. What the numbers are is another module's
 * business; here they only have to look like numbers.
 */
final class Study {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<OverusedPhrase>> overused = new TreeMap<>();
    private final Map<String, List<SharedPhrase>> shared = new LinkedHashMap<>();

    Study prompt(String id, String text) {
        texts.put(id, text);
        answers.putIfAbsent(id, new ArrayList<>());
        return this;
    }

    Study target(String id, String target) {
        targets.put(id, target);
        return this;
    }

    Study answered(String id, String model, int times, String text) {
        return add(id, model, times, Outcome.ANSWERED, text);
    }

    Study add(String id, String model, int times, Outcome outcome, String text) {
        List<Answer> all = answers.get(id);
        for (int i = 0; i < times; i++) {
            int index = (int)
                    all.stream().filter(answer -> answer.model().equals(model)).count();
            all.add(new Answer(id, model, "default", index, outcome, text));
        }
        return this;
    }

    Study finding(String prompt, String text, double value, double lower, double upper) {
        findings.add(new Finding(prompt, text, new Estimate(value, lower, upper, 0.95, "BCa bootstrap")));
        return this;
    }

    /** A phrase in 8 of the model's 20 texts and 2 of the others'. */
    Study overuses(String model, String phrase) {
        overused.computeIfAbsent(model, key -> new ArrayList<>())
                .add(new OverusedPhrase(phrase, 2, 8, 2, LogOdds.of(8, 20, 2, 40, 0.5, 50, 0.95), 0.004));
        return this;
    }

    Study shares(String prompt, String phrase, String... models) {
        shared.computeIfAbsent(prompt, key -> new ArrayList<>()).add(new SharedPhrase(phrase, 4, 7, List.of(models)));
        return this;
    }

    Analysis analysis() {
        List<PromptAnalysis> prompts =
                texts.keySet().stream().map(this::promptAnalysis).toList();
        LexicalAnalysis lexical = new LexicalAnalysis(
                shared.entrySet().stream()
                        .map(entry -> new LexicalAnalysis.PromptWording(entry.getKey(), List.of(), entry.getValue()))
                        .toList(),
                overused.entrySet().stream()
                        .map(entry -> new LexicalAnalysis.ModelWording(entry.getKey(), 20, entry.getValue()))
                        .toList());
        return new Analysis(
                AnalysisOptions.withDefaults(),
                prompts,
                overall(prompts),
                List.of(),
                List.of(),
                lexical,
                SemanticAnalysis.none());
    }

    private static String clean(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[.!]", "").strip();
    }

    private PromptAnalysis promptAnalysis(String id) {
        Map<String, List<Answer>> groups = new TreeMap<>();
        TreeSet<String> models = new TreeSet<>();
        for (Answer answer : answers.get(id)) {
            models.add(answer.model());
            if (answer.outcome() == Outcome.ANSWERED) {
                groups.computeIfAbsent(clean(answer.text()), key -> new ArrayList<>())
                        .add(answer);
            }
        }
        List<String> labels = groups.keySet().stream()
                .sorted(Comparator.comparingInt(
                        (String label) -> -groups.get(label).size()))
                .toList();
        List<ModelAnalysis> perModel =
                models.stream().map(model -> model(id, model, groups, labels)).toList();
        List<PairAnalysis> pairs = new ArrayList<>();
        for (int a = 0; a < perModel.size(); a++) {
            for (int b = a + 1; b < perModel.size(); b++) {
                pairs.add(pair(perModel.get(a), perModel.get(b)));
            }
        }
        Quantity half = near(0.5);
        return new PromptAnalysis(
                id,
                texts.get(id),
                "exact",
                measured(id, labels),
                perModel,
                model(id, ModelAnalysis.POOLED, groups, labels),
                pairs,
                models.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Partition(near(2), near(1.8), near(3.6), Quantity.unavailable("too few"))),
                half,
                half,
                detail(labels));
    }

    private static PromptDetail detail(List<String> labels) {
        PromptDetail none = PromptDetail.unavailable("by hand");
        AnswerGrouping rule = AnswerGrouping.exact();
        List<String> shown = labels.stream().limit(GroupTree.MOST).toList();
        return new PromptDetail(
                none.agreement(),
                Optional.empty(),
                Optional.empty(),
                none.association(),
                none.fleissKappa(),
                none.equality(),
                Optional.empty(),
                shown.size() < GroupTree.FEWEST || AnswerKind.isNumber(shown.get(0))
                        ? Optional.empty()
                        : Optional.of(new GroupTree(
                                ModelTree.averageLinkage(shown, rule.distances(shown)),
                                shown.size(),
                                labels.size(),
                                rule.distance())),
                Optional.of(new GroupingStability(0.04, 0, 0, 0, 10)));
    }

    private List<MeasuredAnswer> measured(String id, List<String> labels) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        labels.forEach(label -> positions.put(label, positions.size()));
        return answers.get(id).stream()
                .sorted(Comparator.comparing(Answer::model).thenComparing(Answer::index))
                .map(answer -> {
                    boolean measured = answer.outcome() == Outcome.ANSWERED;
                    String cleaned = measured ? clean(answer.text()) : "";
                    return new MeasuredAnswer(
                            answer,
                            answer.outcome(),
                            cleaned,
                            cleaned.equals(answer.text()) ? List.of() : List.of("case", "punctuation"),
                            measured ? OptionalInt.of(positions.get(cleaned)) : OptionalInt.empty());
                })
                .toList();
    }

    private ModelAnalysis model(String id, String model, Map<String, List<Answer>> all, List<String> labels) {
        boolean pooled = model.equals(ModelAnalysis.POOLED);
        List<AnswerGroup> groups = new ArrayList<>();
        long n = 0;
        for (int i = 0; i < labels.size(); i++) {
            SortedMap<String, Long> who = new TreeMap<>();
            List<Answer> members = all.get(labels.get(i));
            members.stream()
                    .filter(answer -> pooled || answer.model().equals(model))
                    .forEach(answer -> who.merge(answer.model(), 1L, Long::sum));
            long count = who.values().stream().mapToLong(Long::longValue).sum();
            n += count;
            if (count > 0) {
                groups.add(
                        new AnswerGroup(i, labels.get(i), count, members.get(0).text(), who));
            }
        }
        groups.sort(Comparator.comparingLong(group -> -group.count()));
        Map<Outcome, Long> outcomes = new LinkedHashMap<>();
        answers.get(id).stream()
                .filter(answer -> pooled || answer.model().equals(model))
                .forEach(answer -> outcomes.merge(answer.outcome(), 1L, Long::sum));
        return model(model, n, outcomes, groups, Optional.ofNullable(targets.get(id)));
    }

    private static ModelAnalysis model(
            String model, long n, Map<Outcome, Long> outcomes, List<AnswerGroup> groups, Optional<String> target) {
        if (n == 0) {
            Quantity none = Quantity.unavailable("no answers");
            return new ModelAnalysis(
                    model,
                    0,
                    outcomes,
                    groups,
                    0,
                    none,
                    new ModelAnalysis.EntropyBits(none, none, none, none, none, none),
                    new ModelAnalysis.HillNumbers(none, none, none, none),
                    none,
                    none,
                    Optional.empty(),
                    ModelDetail.unavailable("no answers"));
        }
        double top = (double) groups.get(0).count() / n;
        double bits = groups.stream()
                .mapToDouble(g -> -((double) g.count() / n) * Math.log((double) g.count() / n) / Math.log(2))
                .sum();
        Quantity entropy = near(bits + (groups.size() - 1) / (2 * n * Math.log(2)));
        return new ModelAnalysis(
                model,
                n,
                outcomes,
                groups,
                groups.size(),
                wilson(top, n),
                new ModelAnalysis.EntropyBits(near(bits), near(bits), near(bits), near(bits), entropy, near(bits)),
                new ModelAnalysis.HillNumbers(near(1), near(1), near(1), near(1)),
                wilson(0.9, n),
                near(groups.size() * 1.3),
                target.map(words -> goodness(words, groups, n)),
                detail(groups, n));
    }

    /** The curve at the answers at which an analysis has it. */
    private static ModelDetail detail(List<AnswerGroup> groups, long n) {
        ModelDetail none = ModelDetail.unavailable("by hand");
        long[] counts = groups.stream().mapToLong(AnswerGroup::count).toArray();
        List<ModelDetail.RarefactionPoint> curve = LongStream.concat(
                        LongStream.rangeClosed(0, 10).map(tenths -> Math.max(1, n * tenths / 10)),
                        LongStream.rangeClosed(1, 5).map(fifths -> n + Math.max(1, n * fifths / 5)))
                .distinct()
                .filter(m -> n > 1)
                .mapToObj(m -> new ModelDetail.RarefactionPoint(
                        m, Rarefaction.hill(0, m).of(counts), 1, 1, 1))
                .toList();
        return new ModelDetail(none.richness(), none.simpson(), none.evenness(), none.goodTuringCoverage(), curve);
    }

    private static GoodnessOfFit goodness(String target, List<AnswerGroup> groups, long n) {
        double expected = n / 100.0;
        double chiSquare = groups.stream()
                        .mapToDouble(group -> group.count() * group.count() / expected)
                        .sum()
                - n;
        TestResult test = new TestResult(
                chiSquare, OptionalDouble.of(99), Math.pow(10, -chiSquare / 5), -chiSquare / 5, "chi-square");
        double distance = groups.stream()
                .mapToDouble(group -> Math.max(0, group.count() / (double) n - 0.01))
                .sum();
        return new GoodnessOfFit(
                target,
                100,
                test,
                test,
                near(chiSquare / n),
                wilson(distance, n),
                39.5,
                new GoodnessOfFit.Detail(n, 0, test, near(3), test, test));
    }

    private static PairAnalysis pair(ModelAnalysis a, ModelAnalysis b) {
        double collision = 0;
        int shared = 0;
        for (AnswerGroup x : a.groups()) {
            for (AnswerGroup y : b.groups()) {
                if (x.group() == y.group()) {
                    shared++;
                    collision += (double) x.count() / a.n() * y.count() / b.n();
                }
            }
        }
        double jaccard = (double) shared / Math.max(1, a.distinct() + b.distinct() - shared);
        boolean empty = a.n() == 0 || b.n() == 0;
        Quantity none = Quantity.unavailable("no answers");
        return new PairAnalysis(
                a.model(),
                b.model(),
                empty ? none : wilson(jaccard, 40),
                empty ? none : wilson(jaccard, 40),
                empty ? none : wilson(collision, 40),
                empty ? none : wilson(1 - collision, 40),
                empty ? none : wilson(1 - collision, 40),
                empty ? none : wilson(1 - jaccard, 40),
                empty ? none : wilson(collision, 40),
                PairDetail.unavailable("by hand"),
                new PairAnalysis.PairTest(
                        empty ? OptionalDouble.empty() : OptionalDouble.of(0.004),
                        empty ? OptionalDouble.empty() : OptionalDouble.of(0.012),
                        empty ? OptionalDouble.empty() : OptionalDouble.of(0.008),
                        "label permutation, B = 9999, Holm"));
    }

    private Overall overall(List<PromptAnalysis> prompts) {
        Map<String, List<ModelAnalysis>> models = new TreeMap<>();
        Map<List<String>, List<PairAnalysis>> pairs = new LinkedHashMap<>();
        for (PromptAnalysis prompt : prompts) {
            prompt.models()
                    .forEach(m -> models.computeIfAbsent(m.model(), key -> new ArrayList<>())
                            .add(m));
            prompt.pairs()
                    .forEach(p -> pairs.computeIfAbsent(List.of(p.a(), p.b()), key -> new ArrayList<>())
                            .add(p));
        }
        List<Overall.ModelMeans> means = models.entrySet().stream()
                .map(entry -> new Overall.ModelMeans(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream().mapToLong(ModelAnalysis::n).sum(),
                        mean(entry.getValue(), m -> value(m.topShare())),
                        mean(entry.getValue(), m -> value(m.entropyBits().chaoJost())),
                        mean(entry.getValue(), m -> m.distinct() / (double) Math.max(1, m.n()))))
                .toList();
        List<Overall.PairMeans> pairMeans = pairs.entrySet().stream()
                .map(entry -> new Overall.PairMeans(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue().size(),
                        mean(entry.getValue(), p -> value(p.jaccard())),
                        mean(entry.getValue(), p -> value(p.collisionProbability())),
                        mean(entry.getValue(), p -> value(p.jensenShannonBits()))))
                .toList();
        Quantity half = near(0.5);
        return new Overall(means, pairMeans, new PromptDetail.Agreement(half, half, half), tree(pairMeans), findings);
    }

    private static Optional<ModelTree> tree(List<Overall.PairMeans> pairs) {
        List<String> models = pairs.stream()
                .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                .distinct()
                .sorted()
                .toList();
        double[][] distances = new double[models.size()][models.size()];
        for (Overall.PairMeans pair : pairs) {
            double distance = Math.sqrt(value(pair.jensenShannonBits()));
            distances[models.indexOf(pair.a())][models.indexOf(pair.b())] = distance;
            distances[models.indexOf(pair.b())][models.indexOf(pair.a())] = distance;
        }
        return models.isEmpty() ? Optional.empty() : Optional.of(ModelTree.averageLinkage(models, distances));
    }

    private static <T> Quantity mean(List<T> of, ToDoubleFunction<T> number) {
        return near(of.stream().mapToDouble(number).average().orElse(0));
    }

    private static double value(Quantity quantity) {
        return quantity instanceof Estimate estimate ? estimate.value() : 0;
    }

    private static Quantity near(double value) {
        return new Estimate(value, 0.8 * value, 1.15 * value, 0.95, "BCa bootstrap");
    }

    private static Quantity wilson(double share, long n) {
        double z = 1.96;
        double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
        return new Estimate(share, Math.max(0, centre - half), Math.min(1, centre + half), 0.95, "Wilson");
    }
}
