package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Expectation;
import dev.slop.core.SameAnswer;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.embedding.ExperimentEmbedder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PromptSpecsTest {
    private static final AnswerForm TEXT = new AnswerForm.FreeText();
    private static final AnswerForm NUMBER = new AnswerForm.WholeNumber(1, 100);
    private static final AnswerForm COIN = new AnswerForm.Choice(List.of("Heads", "Tails"));

    @Test
    void of_wholeNumber_readsTheNumberAndItsRange() {
        PromptSpec spec = spec(NUMBER, SameAnswer.EXACT, new Expectation.Uniform());

        assertThat(spec.rules().apply("**42**").text()).isEqualTo("42");
        assertThat(spec.rules().apply("101").outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
        assertThat(spec.target().orElseThrow().toString()).contains("1..100");
    }

    @Test
    void of_choice_expectsItsChoices() {
        PromptSpec spec = spec(COIN, SameAnswer.NEAR_DUPLICATE, new Expectation.Uniform());

        assertThat(spec.rules().apply("It is heads!").text()).isEqualTo("Heads");
        assertThat(spec.grouping().name()).isEqualTo("near-duplicate");
        assertThat(spec.target()).isPresent();
    }

    @Test
    void of_weights_areCleanedLikeAnswers() {
        PromptSpec spec = spec(TEXT, SameAnswer.EXACT, new Expectation.Weights(Map.of("Mango", 1.0, "Apple!", 3.0)));

        assertThat(spec.target().orElseThrow().toString()).contains("apple", "mango");
    }

    @Test
    void of_weightOfNoAnswer_isRefused() {
        assertRefused(NUMBER, SameAnswer.EXACT, new Expectation.Weights(Map.of("200", 1.0)), "'200' is not an answer");
    }

    @Test
    void of_choiceTwice_isRefused() {
        assertRefused(
                new AnswerForm.Choice(List.of("a", "a")),
                SameAnswer.EXACT,
                new Expectation.Uniform(),
                "the answer 'a' is listed twice");
    }

    @Test
    void of_semantic_withoutTheModule_tellsHowToAddIt() {
        assertRefused(TEXT, SameAnswer.SEMANTIC, new Expectation.Weights(Map.of("a", 1.0)), "SLOP_CLASSPATH");
    }

    private static PromptSpec spec(AnswerForm form, SameAnswer same, Expectation expectation) {
        return PromptSpecs.of(
                "p",
                "?",
                form,
                same,
                Optional.of(expectation),
                Cleaning.byDefault(),
                ExperimentEmbedder.installed(same));
    }

    private static void assertRefused(AnswerForm form, SameAnswer same, Expectation expectation, String message) {
        assertThatThrownBy(() -> spec(form, same, expectation))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("prompt 'p': ")
                .hasMessageContaining(message);
    }
}
