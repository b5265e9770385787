package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariantAnalysisTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 199);

    private final List<Answer> answers = new ArrayList<>();

    private void answered(String prompt, String model, String variant, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            answers.add(new Answer(prompt, model, variant, i, Outcome.ANSWERED, texts[i]));
        }
    }

    private static PromptSpec spec(String id) {
        return new PromptSpec(id, id, AnswerRules.text(), AnswerGrouping.exact(), Optional.empty());
    }

    private Analysis analyze(String... variants) {
        return Analyzer.analyze(
                new AnswerTable(List.of(spec("p"), spec("q")), answers, List.of(variants), List.of()), OPTIONS);
    }

    private static VariantAnalysis.Measured number(VariantAnalysis variant, VariantMeasure measure) {
        return variant.numbers().stream()
                .filter(n -> n.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static double value(dev.slop.metrics.Quantity quantity) {
        return ((Estimate) quantity).value();
    }

    private void study() {
        for (String prompt : List.of("p", "q")) {
            answered(prompt, "a", "plain", "x", "x", "x", "x");
            answered(prompt, "b", "plain", "x", "x", "x", "y");
            answered(prompt, "a", "list", "x", "x", "y", "z");
            answered(prompt, "b", "list", "u", "v", "w", "x");
        }
    }

    // By hand: top share plain (1 + 3/4)/2, list (1/2 + 1/4)/2; unbiased Simpson plain (1 + 1/2)/2, list (1/6 + 0)/2;
    // Jaccard plain {x}{x,y} 1/2, list {x,y,z}{u,v,w,x} 1/6; same answer plain 3/4, list 1/2 · 1/4.
    @Test
    void analyze_twoVariants_averagesOverModelsAndPairs() {
        study();

        List<VariantAnalysis> variants = analyze("plain", "list").variants();

        VariantAnalysis plain = variants.get(0);
        VariantAnalysis list = variants.get(1);
        assertThat(plain.model()).isEmpty();
        assertThat(plain.n()).isEqualTo(16);
        assertThat(value(number(plain, VariantMeasure.TOP_SHARE).value())).isEqualTo(0.875);
        assertThat(value(number(list, VariantMeasure.TOP_SHARE).value())).isEqualTo(0.375);
        assertThat(value(number(list, VariantMeasure.TOP_SHARE).difference())).isEqualTo(-0.5);
        assertThat(value(number(plain, VariantMeasure.AGREEMENT).value())).isEqualTo(0.75);
        assertThat(value(number(list, VariantMeasure.AGREEMENT).value())).isCloseTo(1.0 / 12, within(1e-12));
        assertThat(value(number(plain, VariantMeasure.JACCARD).value())).isEqualTo(0.5);
        assertThat(value(number(list, VariantMeasure.JACCARD).value())).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(value(number(plain, VariantMeasure.COLLISION_PROBABILITY).value()))
                .isEqualTo(0.75);
        assertThat(value(number(list, VariantMeasure.COLLISION_PROBABILITY).value()))
                .isEqualTo(0.125);
        assertThat(value(number(list, VariantMeasure.DISTINCT_RATIO).value())).isEqualTo(0.875);
        assertThat(number(plain, VariantMeasure.TOP_SHARE).difference()).isInstanceOf(Unavailable.class);
        assertThat(number(list, VariantMeasure.TOP_SHARE).pValue().value()).hasValue(0.5);
        assertThat(number(list, VariantMeasure.TOP_SHARE).pValue().adjusted()).hasValue(1);
    }

    @Test
    void findings_ofSeveralWays_countModelsAsModels_andNameTheWay() {
        study();

        List<String> found = analyze("plain", "list").overall().findings().stream()
                .map(Finding::text)
                .toList();

        assertThat(found)
                .anyMatch(text -> text.startsWith("p: 2 models, asked in 2 ways, gave 16 answers, 6 different;"))
                .anyMatch(
                        text -> text.startsWith("Over 2 prompts, two fresh answers of one model asked in one way agree")
                                && text.contains("two of different models or ways of asking with"));
    }

    @Test
    void findings_ofOneModelInSeveralWays_areAboutTheModel() {
        for (String variant : List.of("plain", "list")) {
            answered("p", "a", variant, "x", "x", "x", "y");
        }

        assertThat(analyze("plain", "list").overall().findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("p: a, asked in 2 ways, gave 8 answers"))
                .contains("p: a's most common answer is the same however it is asked, “x”: 6 of 8 answers.");
    }

    @Test
    void respondents_areToldApartFromRows() {
        study();

        Respondents asked = Respondents.of(analyze("plain", "list").prompts());

        assertThat(asked.models()).containsExactly("a", "b");
        assertThat(asked.variants()).containsExactlyInAnyOrder("list", "plain");
        assertThat(asked.byRow()).containsOnlyKeys("a (list)", "a (plain)", "b (list)", "b (plain)");
        assertThat(asked.modelsAmong(List.of("a (list)", "a (plain)"))).isOne();
        assertThat(asked.subject("a (list)")).isEqualTo("a, asked as “list”,");
        assertThat(Respondents.of(List.of()).subject("a (list)")).isEqualTo("a (list)");
    }

    @Test
    void analyze_oneModel_hasNoPairs() {
        study();

        VariantAnalysis ofA = analyze("plain", "list").variants().get(2);

        assertThat(ofA.model()).contains("a");
        assertThat(ofA.variant()).isEqualTo("plain");
        assertThat(ofA.numbers())
                .extracting(VariantAnalysis.Measured::measure)
                .doesNotContain(VariantMeasure.JACCARD, VariantMeasure.COLLISION_PROBABILITY);
    }

    // By hand: 8 answers, half x: 2 different. At 2 of 8: 1 + P(differ) = 1 + 4 · 4 / C(8, 2) = 11/7, over 2.
    @Test
    void analyze_unequalNumbersOfAnswers_rarefiesTheRatio() {
        for (String prompt : List.of("p", "q")) {
            answered(prompt, "a", "plain", "x", "x", "x", "x", "y", "y", "y", "y");
            answered(prompt, "a", "list", "x", "y");
        }

        List<VariantAnalysis> variants = analyze("plain", "list").variants();

        assertThat(value(number(variants.get(0), VariantMeasure.DISTINCT_RATIO).value()))
                .isCloseTo(11.0 / 14, within(1e-12));
        assertThat(value(number(variants.get(1), VariantMeasure.DISTINCT_RATIO).value()))
                .isEqualTo(1);
    }

    @Test
    void analyze_aVariantWithoutAnswers_hasNumbersUnavailable() {
        study();

        VariantAnalysis none = analyze("plain", "list", "silent").variants().get(2);

        assertThat(none.n()).isZero();
        assertThat(none.numbers()).allSatisfy(number -> {
            assertThat(number.value()).isInstanceOf(Unavailable.class);
            assertThat(number.difference()).isInstanceOf(Unavailable.class);
            assertThat(number.pValue().value()).isEmpty();
        });
    }

    @Test
    void analyze_oneVariant_comparesNothing() {
        answered("p", "a", "default", "x");

        Analysis analysis = Analyzer.analyze(new AnswerTable(List.of(spec("p")), answers), OPTIONS);

        assertThat(analysis.variants()).isEmpty();
        assertThat(analysis.stopped()).isEmpty();
    }

    @Test
    void analyze_answersInAnotherOrder_isTheSame() {
        study();
        List<VariantAnalysis> first = analyze("plain", "list").variants();
        Collections.shuffle(answers, new Random(3));

        assertThat(analyze("plain", "list").variants()).isEqualTo(first);
    }

    @Test
    void variants_notStated_areThoseOfTheAnswersWithTheDefaultFirst() {
        answered("p", "a", "warm", "x");
        answered("p", "a", "default", "x");
        answered("p", "a", "cold", "x");

        assertThat(new AnswerTable(List.of(spec("p")), answers).variants()).containsExactly("default", "cold", "warm");
    }
}
