package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersNeededTest {
    private static final long[] SOME = {8, 6, 4, 2, 0};
    private static final long[] OTHERS = {4, 4, 4, 4, 4};

    @Test
    void samplesThatAreNotToldApart_getANumberOfAnswers_withThePowerItHas() {
        List<Finding> findings = AnswersNeeded.findings(List.of(List.of(tested("fruit", SOME, OTHERS, .2))), 1);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).prompt()).isEqualTo("fruit");
        assertThat(findings.get(0).text())
                .matches(
                        "fruit: 20 and 20 answers do not tell a and b apart \\(p = 0\\.20\\); about \\d+ of each would,"
                                + " with a chance of 0\\.\\d\\d \\[0\\.\\d\\d, 0\\.\\d\\d], if they differ as much as these show"
                                + " beyond chance\\.");
        Estimate power = (Estimate) findings.get(0).quantity();
        assertThat(power.value()).isBetween(.8, 1.0);
        assertThat(power.method()).contains("answers of each, simulated, Wilson");
        assertThat(AnswersNeeded.findings(List.of(List.of(tested("fruit", SOME, OTHERS, .2))), 1))
                .isEqualTo(findings);
    }

    @Test
    void samplesAsAlikeAsChanceHasThem_getNone() {
        List<Finding> findings = AnswersNeeded.findings(List.of(List.of(tested("fruit", SOME, SOME, 1))), 1);
        assertThat(findings.get(0).text())
                .isEqualTo("fruit: 20 and 20 answers do not tell a and b apart (p = 1);"
                        + " it would take more than 500 of each, if they differ at all.");
    }

    @Test
    void ofEachPrompt_theNearestIsTold_andOfThoseThree() {
        List<List<AnswersNeeded.Tested>> prompts = IntStream.range(0, 5)
                .mapToObj(i -> List.of(tested("p" + i, SOME, SOME, .9), tested("p" + i, SOME, OTHERS, .3 - .02 * i)))
                .toList();
        assertThat(AnswersNeeded.findings(prompts, 1))
                .extracting(Finding::prompt)
                .containsExactly("p4", "p3", "p2");
    }

    @Test
    void toldApart_orOfFewAnswers_areLeftOut() {
        long[] few = {3, 3, 3};
        assertThat(AnswersNeeded.findings(
                        List.of(List.of(tested("p", SOME, OTHERS, .05)), List.of(tested("q", few, few, .5)), List.of()),
                        1))
                .isEmpty();
    }

    @Test
    void analysisAndComparison_sayIt() {
        List<Answer> answers = new ArrayList<>();
        add(answers, "a", SOME);
        add(answers, "b", OTHERS);
        PromptSpec prompt = new PromptSpec("p", "p", AnswerRules.text(), AnswerGrouping.exact(), Optional.empty());
        AnswerTable table = new AnswerTable(List.of(prompt), answers);
        AnalysisOptions options = new AnalysisOptions(1, .95, 199);
        assertThat(Analyzer.analyze(table, options).overall().findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("p: 20 and 20 answers do not tell a and b apart"));
        assertThat(Comparer.models(table, "a", "b", options).limits())
                .anyMatch(text -> text.startsWith("p: 20 and 20 answers do not tell A and B apart"));
    }

    private static void add(List<Answer> answers, String model, long[] counts) {
        for (int cell = 0; cell < counts.length; cell++) {
            for (long i = 0; i < counts[cell]; i++) {
                answers.add(new Answer(
                        "p", model, Answer.DEFAULT_VARIANT, answers.size(), Outcome.ANSWERED, "answer " + cell));
            }
        }
    }

    private static AnswersNeeded.Tested tested(String prompt, long[] a, long[] b, double p) {
        return new AnswersNeeded.Tested(prompt, "a and b", a, b, p);
    }
}
