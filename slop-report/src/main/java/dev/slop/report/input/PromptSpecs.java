package dev.slop.report.input;

import dev.slop.core.AnswerForm;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Expectation;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.Grouping;
import java.util.List;
import java.util.Optional;

/** Says in the words of the metrics what an experiment says of a prompt: the one place where both are known. */
final class PromptSpecs {
    private PromptSpecs() {}

    static PromptSpec of(Prompt prompt) {
        return of(prompt.id(), prompt.text(), prompt.answer(), prompt.same(), prompt.expect());
    }

    static PromptSpec of(
            String id, String text, AnswerForm answer, SameAnswer same, Optional<Expectation> expectation) {
        return new PromptSpec(
                id,
                text,
                rules(answer),
                grouping(id, same),
                expectation.filter(Expectation.Uniform.class::isInstance).flatMap(e -> target(id, answer)));
    }

    private static AnswerRules rules(AnswerForm form) {
        if (form instanceof AnswerForm.WholeNumber number) {
            return AnswerRules.wholeNumber(number.min(), number.max());
        }
        return form instanceof AnswerForm.Choice choice ? AnswerRules.choice(choice.choices()) : AnswerRules.text();
    }

    private static AnswerGrouping grouping(String id, SameAnswer same) {
        if (same == SameAnswer.SEMANTIC) {
            throw new ConfigurationException(
                    "prompt '" + id + "': same: semantic is not to be had here; use near-duplicate");
        }
        return new EqualAnswers();
    }

    private static Optional<Target> target(String id, AnswerForm form) {
        if (form instanceof AnswerForm.FreeText) {
            throw new ConfigurationException(
                    "prompt '" + id + "': expect: uniform needs an answer form with a range or a list of choices");
        }
        return Optional.empty();
    }

    private record EqualAnswers() implements AnswerGrouping {
        @Override
        public String name() {
            return "exact";
        }

        @Override
        public Grouping group(List<String> answers) {
            List<String> labels = FrequencyTable.of(answers).values();
            return new Grouping(labels, answers.stream().map(labels::indexOf).toList());
        }
    }
}
