package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.Grouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalyzerTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 499);

    /* "Pick a random number between 1 and 100" of the experiment that slop's demo replays, 50 draws a model. */
    private static final Map<Integer, Integer> CLAUDE = Map.of(42, 49, 47, 1);
    private static final Map<Integer, Integer> GPT = new TreeMap<>(Map.of(17, 3, 37, 5, 47, 4, 57, 5, 58, 2, 62, 1));
    private static final Map<Integer, Integer> GEMINI =
            Map.of(37, 3, 42, 10, 53, 2, 54, 2, 57, 9, 67, 7, 73, 13, 94, 1, 97, 3);

    static {
        GPT.putAll(Map.of(63, 1, 64, 2, 67, 4, 73, 20, 81, 1, 83, 1, 87, 1));
    }

    @Test
    void analyze_numbersOfThreeModels_givesTheReferenceValues() {
        PromptAnalysis prompt = Analyzer.analyze(numbers(), OPTIONS).prompts().get(0);
        ModelAnalysis claude = prompt.models().get(0);
        ModelAnalysis gemini = prompt.models().get(1);
        ModelAnalysis gpt = prompt.models().get(2);

        // Bits: R entropy 1.3.2. Chi-square and its 4754, 958, 802: scipy.stats.chisquare, uniform on 1..100.
        assertThat(value(claude.entropyBits().plugIn())).isCloseTo(0.141440542541821, within(1e-12));
        assertThat(value(gpt.entropyBits().plugIn())).isCloseTo(2.95560158279904, within(1e-12));
        assertThat(value(gemini.entropyBits().plugIn())).isCloseTo(2.78354455464635, within(1e-12));
        // R entropy, nats, divided by ln 2.
        assertThat(value(gpt.entropyBits().millerMadow())).isCloseTo(2.16866690397566 / Math.log(2), within(1e-12));
        assertThat(value(gpt.entropyBits().chaoShen())).isCloseTo(2.25215061519354 / Math.log(2), within(1e-12));
        assertThat(chiSquare(claude)).isCloseTo(4754, within(1e-9));
        assertThat(chiSquare(gpt)).isCloseTo(958, within(1e-9));
        assertThat(chiSquare(gemini)).isCloseTo(802, within(1e-9));
        assertThat(List.of(claude.distinct(), gpt.distinct(), gemini.distinct()))
                .containsExactly(2, 13, 9);
        // 100 (1 - .99^50)
        assertThat(gpt.goodness().orElseThrow().expectedDistinct()).isCloseTo(39.4993932862, within(1e-9));
        // sqrt(chi-square / n)
        assertThat(value(gpt.goodness().orElseThrow().cohensW())).isCloseTo(Math.sqrt(958 / 50.0), within(1e-9));
        // scipy: jaccard of the sets, jensenshannon(base 2) squared; vegan: 1 - horn distance.
        assertThat(value(prompt.pairs().get(0).jaccard())).isCloseTo(1 / 10.0, within(1e-12));
        assertThat(value(prompt.pairs().get(1).jaccard())).isCloseTo(1 / 14.0, within(1e-12));
        assertThat(value(prompt.pairs().get(2).jaccard())).isCloseTo(4 / 18.0, within(1e-12));
        assertThat(value(prompt.pairs().get(2).jensenShannonBits())).isCloseTo(0.368775334993569, within(1e-12));
        assertThat(value(prompt.pairs().get(2).morisitaHorn())).isCloseTo(1 - 0.251612903225806, within(1e-12));
        assertThat(value(prompt.pairs().get(2).collisionProbability())).isCloseTo(0.1392, within(1e-12));
        // exp(H of the pool - mean H), equal weights; bias-corrected Cramér's V (Bergsma).
        Partition partition = prompt.partition().orElseThrow();
        assertThat(value(partition.beta())).isCloseTo(1.84272733040105, within(1e-12));
        assertThat(value(prompt.cramersV())).isCloseTo(0.63157579411, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void analyze_shuffledAnswers_givesTheSame(long seed) {
        AnswerTable table = numbers();
        List<Answer> shuffled = new ArrayList<>(table.answers());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Analyzer.analyze(new AnswerTable(table.prompts(), shuffled), OPTIONS))
                .isEqualTo(Analyzer.analyze(table, OPTIONS));
    }

    @Test
    void analyze_onOneThread_givesTheSameAsOnSeveral() throws Exception {
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            Analysis alone =
                    single.submit(() -> Analyzer.analyze(numbers(), OPTIONS)).get();
            assertThat(alone).isEqualTo(Analyzer.analyze(numbers(), OPTIONS));
        } finally {
            single.shutdown();
        }
    }

    @Test
    void analyze_anotherPromptInFront_changesNothing() {
        PromptSpec other = spec("aaa", Optional.empty());
        AnswerTable table = numbers();
        AnswerTable longer = new AnswerTable(List.of(other, table.prompts().get(0)), table.answers());
        assertThat(Analyzer.analyze(longer, OPTIONS).prompts().get(1).models())
                .isEqualTo(Analyzer.analyze(table, OPTIONS).prompts().get(0).models());
    }

    @Test
    void analyze_noAnswers_saysSo() {
        AnswerTable table = new AnswerTable(List.of(spec("p", Optional.of(Target.uniformIntegers(1, 6)))), List.of());
        Analysis analysis = Analyzer.analyze(table, OPTIONS);
        ModelAnalysis pooled = analysis.prompts().get(0).pooled();
        assertThat(pooled.n()).isZero();
        assertThat(pooled.topShare()).isInstanceOf(Unavailable.class);
        assertThat(pooled.entropyBits().plugIn()).isInstanceOf(Unavailable.class);
        assertThat(pooled.goodness()).isEmpty();
        assertThat(analysis.overall().findings()).isEmpty();
    }

    @Test
    void analyze_allEqual_givesNoIntervalWithoutWidth() {
        AnswerTable table = table(Map.of("a", List.of("x", "x", "x", "x", "x"), "b", List.of("x", "x", "x")));
        PromptAnalysis prompt = Analyzer.analyze(table, OPTIONS).prompts().get(0);
        for (ModelAnalysis model : prompt.models()) {
            assertThat(List.of(
                            model.topShare(),
                            model.entropyBits().plugIn(),
                            model.entropyBits().millerMadow(),
                            model.hill().q1(),
                            model.hill().q2()))
                    .allSatisfy(AnalyzerTest::hasWidth);
        }
        // 1 - .05^(1/5) of a second answer
        Estimate topShare = (Estimate) prompt.models().get(0).topShare();
        assertThat(topShare.lower()).isCloseTo(Math.pow(0.05, 0.2), within(1e-12));
        assertThat(topShare.upper()).isEqualTo(1);
    }

    @Test
    void analyze_outcomesOtherThanAnswered_areCountedAndNotMeasured() {
        List<Answer> answers = new ArrayList<>();
        int index = 0;
        for (Outcome outcome :
                List.of(Outcome.ANSWERED, Outcome.REFUSED, Outcome.BLOCKED, Outcome.TRUNCATED, Outcome.FAILED)) {
            answers.add(new Answer("p", "m", Answer.DEFAULT_VARIANT, index++, outcome, "7"));
        }
        answers.add(new Answer("p", "m", Answer.DEFAULT_VARIANT, index++, Outcome.ANSWERED, "700"));
        answers.add(new Answer("p", "m", Answer.DEFAULT_VARIANT, index, Outcome.ANSWERED, " "));
        PromptSpec spec =
                new PromptSpec("p", "p", AnswerRules.wholeNumber(1, 100), AnswerGrouping.exact(), Optional.empty());
        ModelAnalysis model = Analyzer.analyze(new AnswerTable(List.of(spec), answers), OPTIONS)
                .prompts()
                .get(0)
                .models()
                .get(0);
        assertThat(model.n()).isEqualTo(1);
        assertThat(model.outcomes())
                .containsEntry(Outcome.ANSWERED, 1L)
                .containsEntry(Outcome.REFUSED, 1L)
                .containsEntry(Outcome.BLOCKED, 1L)
                .containsEntry(Outcome.TRUNCATED, 1L)
                .containsEntry(Outcome.FAILED, 1L)
                .containsEntry(Outcome.OUT_OF_RANGE, 1L)
                .containsEntry(Outcome.EMPTY, 1L);
    }

    @Test
    void analyze_modelWithoutAnswers_isShownAndLeavesTheOthersAlone() {
        List<Answer> answers = new ArrayList<>(table(Map.of("a", List.of("x", "y", "x"), "b", List.of("x", "z", "x")))
                .answers());
        answers.add(new Answer("p", "c", Answer.DEFAULT_VARIANT, 0, Outcome.FAILED, ""));
        AnswerTable table = new AnswerTable(List.of(spec("p", Optional.empty())), answers);
        PromptAnalysis prompt = Analyzer.analyze(table, OPTIONS).prompts().get(0);
        assertThat(prompt.models()).extracting(ModelAnalysis::model).containsExactly("a", "b", "c");
        assertThat(prompt.pairs().get(0).jaccard()).isInstanceOf(Estimate.class);
        assertThat(prompt.pairs().get(1).jaccard()).isInstanceOf(Unavailable.class);
        assertThat(value(prompt.partition().orElseThrow().beta())).isBetween(1.0, 2.0);
    }

    @Test
    void analyze_pairs_areAdjustedOverTheWholeReport() {
        Analysis analysis = Analyzer.analyze(numbers(), OPTIONS);
        assertThat(analysis.prompts().get(0).pairs())
                .allSatisfy(pair -> assertThat(pair.pValue().adjusted().orElseThrow())
                        .isGreaterThanOrEqualTo(pair.pValue().value().orElseThrow()));
    }

    @Test
    void analyze_variants_standApart() {
        List<Answer> answers = List.of(
                new Answer("p", "m", Answer.DEFAULT_VARIANT, 0, Outcome.ANSWERED, "x"),
                new Answer("p", "m", "list", 0, Outcome.ANSWERED, "y"));
        AnswerTable table = new AnswerTable(List.of(spec("p", Optional.empty())), answers);
        assertThat(Analyzer.analyze(table, OPTIONS).prompts().get(0).models())
                .extracting(ModelAnalysis::model)
                .containsExactly("m", "m (list)");
    }

    @Test
    void findings_carryNumberIntervalAndN() {
        Analysis analysis = Analyzer.analyze(numbers(), OPTIONS);
        assertThat(analysis.overall().findings().get(0).text())
                .startsWith(
                        "number: 3 models gave 150 answers, 18 different; two fresh answers of all agree with probability 0.2")
                .matches(".*\\d\\.\\d\\d \\[\\d\\.\\d\\d, \\d\\.\\d\\d\\]\\.");
        assertThat(analysis.overall().findings())
                .extracting(Finding::text)
                .anySatisfy(text ->
                        assertThat(text).contains("claude is not uniform").contains("4754"));
    }

    @Test
    void findings_tellWhatTheGroupingCouldNotDo() {
        AnswerGrouping bounded = new AnswerGrouping() {
            @Override
            public String name() {
                return "bounded";
            }

            @Override
            public Grouping group(List<String> texts) {
                return new Grouping(List.of("one", "two"), List.of(0, 1), List.of("2 texts were not compared."));
            }
        };
        List<Answer> answers = List.of(
                new Answer("p", "m", Answer.DEFAULT_VARIANT, 0, Outcome.ANSWERED, "one"),
                new Answer("p", "m", Answer.DEFAULT_VARIANT, 1, Outcome.ANSWERED, "two"));
        PromptSpec spec = new PromptSpec("p", "p", AnswerRules.text(), bounded, Optional.empty());
        Analysis analysis = Analyzer.analyze(new AnswerTable(List.of(spec), answers), OPTIONS);
        assertThat(analysis.overall().findings())
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).isEqualTo("p: 2 texts were not compared."));
    }

    @Test
    void table_answerToAnUnknownPrompt_isRefused() {
        List<PromptSpec> prompts = List.of(spec("p", Optional.empty()));
        List<Answer> answers = List.of(new Answer("q", "m", Answer.DEFAULT_VARIANT, 0, Outcome.ANSWERED, "x"));
        assertThatThrownBy(() -> new AnswerTable(prompts, answers)).hasMessageContaining("unknown prompt: q");
    }

    private static void hasWidth(Quantity quantity) {
        Estimate estimate = (Estimate) quantity;
        assertThat(estimate.upper()).isGreaterThan(estimate.lower());
    }

    private static double value(Quantity quantity) {
        return ((Estimate) quantity).value();
    }

    private static double chiSquare(ModelAnalysis model) {
        return model.goodness().orElseThrow().chiSquare().statistic();
    }

    private static PromptSpec spec(String id, Optional<Target> target) {
        return new PromptSpec(id, id, AnswerRules.text(), AnswerGrouping.exact(), target);
    }

    private static AnswerTable table(Map<String, List<String>> texts) {
        List<Answer> answers = new ArrayList<>();
        texts.forEach((model, list) -> {
            for (int i = 0; i < list.size(); i++) {
                answers.add(new Answer("p", model, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, list.get(i)));
            }
        });
        return new AnswerTable(List.of(spec("p", Optional.empty())), answers);
    }

    private static AnswerTable numbers() {
        PromptSpec spec = new PromptSpec(
                "number",
                "Pick a random number between 1 and 100",
                AnswerRules.wholeNumber(1, 100),
                AnswerGrouping.exact(),
                Optional.of(Target.uniformIntegers(1, 100)));
        List<Answer> answers = new ArrayList<>();
        add(answers, "claude", CLAUDE);
        add(answers, "gpt", GPT);
        add(answers, "gemini", GEMINI);
        return new AnswerTable(List.of(spec), answers);
    }

    private static void add(List<Answer> answers, String model, Map<Integer, Integer> counts) {
        int[] index = {0};
        new TreeMap<>(counts).forEach((number, count) -> {
            for (int i = 0; i < count; i++) {
                answers.add(new Answer(
                        "number", model, Answer.DEFAULT_VARIANT, index[0]++, Outcome.ANSWERED, number.toString()));
            }
        });
    }
}
