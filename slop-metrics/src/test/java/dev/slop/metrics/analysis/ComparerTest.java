package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparerTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 999);

    private static AnswerTable table(Answer... answers) {
        List<Answer> all = List.of(answers);
        return new AnswerTable(
                all.stream()
                        .map(Answer::prompt)
                        .distinct()
                        .sorted()
                        .map(id -> new PromptSpec(id, id, AnswerRules.text(), AnswerGrouping.exact(), Optional.empty()))
                        .toList(),
                all);
    }

    private static Answer[] answers(String prompt, String model, String... texts) {
        List<Answer> answers = new ArrayList<>();
        for (String text : texts) {
            answers.add(new Answer(prompt, model, "default", answers.size(), Outcome.ANSWERED, text));
        }
        return answers.toArray(Answer[]::new);
    }

    private static AnswerTable random(long seed, int prompts, int n, int kinds) {
        Random random = new Random(seed);
        List<Answer> answers = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            for (String model : List.of("x", "y")) {
                for (int i = 0; i < n; i++) {
                    String text = "answer " + random.nextInt(kinds);
                    answers.add(new Answer("p" + p, model, "default", i, Outcome.ANSWERED, text));
                }
            }
        }
        return table(answers.toArray(Answer[]::new));
    }

    private static Comparison runs(AnswerTable a, AnswerTable b) {
        return Comparer.runs("one", a, "two", b, OPTIONS);
    }

    private static Estimate estimate(Quantity quantity) {
        assertThat(quantity).isInstanceOf(Estimate.class);
        return (Estimate) quantity;
    }

    @Test
    void runs_identical_haveNoDifference() {
        AnswerTable run = random(1, 3, 12, 4);

        Comparison same = runs(run, run);

        assertThat(same.cells()).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.pValue().value()).hasValue(1);
            assertThat(cell.pValue().adjusted()).hasValue(1);
            assertThat(cell.effects()).allSatisfy(effect -> {
                Estimate difference = estimate(effect.difference());
                assertThat(difference.value()).isZero();
                assertThat(difference.lower()).isNegative();
                assertThat(difference.upper()).isCloseTo(-difference.lower(), within(1e-12));
            });
        });
        assertThat(same.leftOut()).isEmpty();
    }

    // By hand: A always "x": agreement 1; B 10 different answers: agreement 0, top share 1/10.
    @Test
    void runs_fromOneAnswerToTen_findTheShift() {
        String[] same = new String[10];
        String[] different = new String[10];
        for (int i = 0; i < 10; i++) {
            same[i] = "x";
            different[i] = "y" + i;
        }

        Comparison.Cell cell = runs(table(answers("joke", "gpt", same)), table(answers("joke", "gpt", different)))
                .cells()
                .get(0);

        Estimate agreement = estimate(cell.effect(VariantMeasure.AGREEMENT).difference());
        assertThat(agreement.value()).isEqualTo(-1);
        assertThat(agreement.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(agreement.upper()).isBetween(-0.9, -0.1);
        assertThat(estimate(cell.effect(VariantMeasure.TOP_SHARE).difference()).value())
                .isCloseTo(-0.9, within(1e-12));
        assertThat(estimate(cell.effect(VariantMeasure.DISTINCT_RATIO).difference())
                        .value())
                .isCloseTo(0.9, within(1e-12));
        assertThat(cell.pValue().value().orElseThrow()).isLessThanOrEqualTo(0.001);
    }

    @Test
    void runs_shifted_sayWhatChangedAndByHowMuch() {
        Comparison comparison = runs(
                table(answers("joke", "gpt", "x", "x", "x", "x", "x", "x", "x", "x")),
                table(answers("joke", "gpt", "a", "b", "c", "d", "e", "f", "g", "h")));

        assertThat(comparison.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.prompt()).isEqualTo("joke");
            assertThat(finding.text())
                    .startsWith("joke · gpt: two fresh answers agree less often in B: −1.00 [−1.00, ")
                    .contains("; what is answered changed, p = ")
                    .endsWith(" (Holm).");
        });
        assertThat(comparison.limits()).anyMatch(limit -> limit.startsWith("One prompt tells nothing"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void runs_exchanged_exchangeSigns(long seed) {
        AnswerTable a = random(seed, 3, 9, 3);
        AnswerTable b = random(seed + 100, 3, 14, 5);

        Comparison forth = runs(a, b);
        Comparison back = runs(b, a);

        for (int i = 0; i < forth.cells().size(); i++) {
            Comparison.Cell there = forth.cells().get(i);
            Comparison.Cell here = back.cells().get(i);
            assertThat(here.pValue()).isEqualTo(there.pValue());
            for (int m = 0; m < there.effects().size(); m++) {
                Estimate one = estimate(there.effects().get(m).difference());
                Estimate other = estimate(here.effects().get(m).difference());
                assertThat(other.value()).isCloseTo(-one.value(), within(1e-12));
                assertThat(other.lower()).isCloseTo(-one.upper(), within(1e-12));
                assertThat(other.upper()).isCloseTo(-one.lower(), within(1e-12));
            }
        }
    }

    // Under the null the smallest of 20 Holm-adjusted p-values is below 0.05 in at most 5 % of comparisons.
    @Test
    void runs_ofOneDistribution_rarelyFindADifference() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Comparison comparison = runs(random(seed, 5, 10, 4), random(seed + 1000, 5, 10, 4));
            found += comparison.cells().stream()
                            .anyMatch(cell -> cell.pValue().adjusted().orElse(1) <= 0.05)
                    ? 1
                    : 0;
        }
        assertThat(found).isLessThanOrEqualTo(6);
    }

    @Test
    void runs_promptsAndModelsOfOneSide_areNamedAndLeftOut() {
        AnswerTable a = table(concat(
                answers("p", "x", "1", "2"),
                answers("p", "old", "1"),
                answers("gone", "x", "1"),
                answers("q", "x", "1"),
                answers("q", "y", "1"),
                answers("p", "y", "1")));
        AnswerTable b = table(concat(answers("p", "x", "1", "2"), answers("q", "x", "3"), answers("p", "y", "1")));

        Comparison comparison = runs(a, b);

        assertThat(comparison.cells())
                .extracting(cell -> cell.prompt() + " " + cell.model().orElseThrow())
                .containsExactly("p x", "p y", "q x");
        assertThat(comparison.leftOut())
                .containsExactlyInAnyOrder(
                        new Comparison.LeftOut("A", Optional.empty(), Optional.of("old")),
                        new Comparison.LeftOut("A", Optional.of("gone"), Optional.empty()),
                        new Comparison.LeftOut("A", Optional.of("q"), Optional.of("y")));
    }

    @Test
    void runs_withoutACommonPrompt_sayWhatEachHas() {
        AnswerTable a = table(answers("p", "x", "1"));
        AnswerTable b = table(answers("q", "x", "1"));

        assertThatThrownBy(() -> runs(a, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no prompt has answers of the same model in both; prompts answered in A: p; in B: q");
    }

    @Test
    void runs_oneAnswerEach_sayWhatCannotBeTold() {
        Comparison comparison = runs(table(answers("p", "x", "1")), table(answers("p", "x", "2")));

        Comparison.Cell cell = comparison.cells().get(0);
        assertThat(cell.effect(VariantMeasure.AGREEMENT).difference()).isInstanceOf(Unavailable.class);
        assertThat(comparison.limits())
                .contains("No prompt and model has two answers on both sides: agreement cannot be compared.")
                .anyMatch(limit -> limit.startsWith("No test of a single prompt and model could"));
    }

    @Test
    void models_ofARun_arePairedByPrompt() {
        AnswerTable run = table(concat(
                answers("p", "x", "1", "1", "1"),
                answers("p", "y", "1", "2", "3"),
                answers("p", "z", "1"),
                answers("q", "x", "1", "1", "1"),
                answers("q", "y", "1", "2", "3")));

        Comparison comparison = Comparer.models(run, "x", "y", OPTIONS);

        assertThat(comparison.a()).isEqualTo("x");
        assertThat(comparison.b()).isEqualTo("y");
        assertThat(comparison.cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.model()).isEmpty());
        assertThat(comparison.findings().get(0).text())
                .startsWith(
                        "Over 2 prompts, no change in how often two fresh answers of one model agree can be told from"
                                + " 2 prompts: −1.00 [");
        assertThat(comparison.overall())
                .allSatisfy(variant -> assertThat(variant.model()).isEmpty());
    }

    @Test
    void models_theSame_areRefused() {
        AnswerTable run = table(answers("p", "x", "1"));

        assertThatThrownBy(() -> Comparer.models(run, "x", "x", OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'x' cannot be compared with itself");
    }

    @Test
    void variants_ofARun_arePairedByModel() {
        List<Answer> answers = new ArrayList<>();
        for (String variant : List.of("plain", "list")) {
            for (String model : List.of("x", "y")) {
                for (int i = 0; i < 6; i++) {
                    String text = variant.equals("plain") ? "same" : "one of " + i;
                    answers.add(new Answer("p", model, variant, i, Outcome.ANSWERED, text));
                }
            }
        }

        Comparison comparison = Comparer.variants(table(answers.toArray(Answer[]::new)), "plain", "list", OPTIONS);

        assertThat(comparison.cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(
                                estimate(cell.effect(VariantMeasure.AGREEMENT).difference())
                                        .value())
                        .isEqualTo(-1));
        assertThat(comparison.cells())
                .extracting(Comparison.Cell::model)
                .containsExactly(Optional.of("x"), Optional.of("y"));
    }

    @Test
    void effect_ofAPairOfModels_isRefused() {
        Comparison.Cell cell = runs(table(answers("p", "x", "1")), table(answers("p", "x", "2")))
                .cells()
                .get(0);

        assertThatThrownBy(() -> cell.effect(VariantMeasure.JACCARD)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Answer[] concat(Answer[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(Answer[]::new);
    }
}
