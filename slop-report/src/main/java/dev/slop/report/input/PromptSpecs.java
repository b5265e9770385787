package dev.slop.report.input;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Expectation;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.CleanedAnswer;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.goodness.Target;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.report.embedding.ExperimentEmbedder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says in the words of the metrics what an experiment says of a prompt: the one place where both are known. */
final class PromptSpecs {
    private PromptSpecs() {}

    static PromptSpec of(Prompt prompt, ExperimentEmbedder embedder) {
        return of(
                prompt.id(), prompt.text(), prompt.answer(), prompt.same(), prompt.expect(), prompt.clean(), embedder);
    }

    static PromptSpec of(
            String id,
            String text,
            AnswerForm answer,
            SameAnswer same,
            Optional<Expectation> expectation,
            Cleaning clean,
            ExperimentEmbedder embedder) {
        try {
            AnswerRules rules = CleaningRules.of(answer, clean);
            return new PromptSpec(
                    id,
                    text,
                    rules,
                    grouping(same, embedder),
                    expectation.map(e -> target(answer, rules, e)),
                    embedder(same, answer, embedder));
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw fault(id, e);
        }
    }

    /** As options state it, else as an experiment that asked says, else the default. */
    static PromptSpec of(
            String id, String text, Optional<Prompt> asked, ReadOptions stated, ExperimentEmbedder embedder) {
        return of(
                id,
                text,
                stated.answer().or(() -> asked.map(Prompt::answer)).orElseGet(AnswerForm.FreeText::new),
                stated.same().or(() -> asked.map(Prompt::same)).orElse(SameAnswer.EXACT),
                stated.expect()
                        .or(() -> asked.filter(prompt -> stated.answer().isEmpty())
                                .flatMap(Prompt::expect)),
                stated.clean().or(() -> asked.map(Prompt::clean)).orElseGet(Cleaning::byDefault),
                embedder);
    }

    /** {@return how a prompt's answers are cleaned} */
    static AnswerRules rules(Prompt prompt) {
        try {
            return CleaningRules.of(prompt.answer(), prompt.clean());
        } catch (IllegalArgumentException e) {
            throw fault(prompt.id(), e);
        }
    }

    private static ConfigurationException fault(String id, RuntimeException e) {
        return new ConfigurationException("prompt '" + Reasons.oneLine(id) + "': " + e.getMessage(), e);
    }

    private static AnswerGrouping grouping(SameAnswer same, ExperimentEmbedder embedder) {
        return switch (same) {
            case EXACT -> AnswerGrouping.exact();
            case NEAR_DUPLICATE -> AnswerGrouping.nearDuplicate();
            case SEMANTIC -> embedder.grouping();
        };
    }

    /** Numbers and choices mean what they say; of texts the meaning is measured too, if the experiment has an embedder. */
    private static Optional<TextEmbedder> embedder(SameAnswer same, AnswerForm answer, ExperimentEmbedder embedder) {
        if (same == SameAnswer.SEMANTIC) {
            return Optional.of(embedder.required());
        }
        return answer instanceof AnswerForm.FreeText ? embedder.named() : Optional.empty();
    }

    private static Target target(AnswerForm form, AnswerRules rules, Expectation expectation) {
        if (expectation instanceof Expectation.Weights stated) {
            return Target.weights(cleaned(stated.weights(), rules));
        }
        if (form instanceof AnswerForm.WholeNumber number) {
            return Target.uniformIntegers(number.min(), number.max());
        }
        if (form instanceof AnswerForm.Choice choice) {
            return Target.uniform(choice.choices());
        }
        throw new IllegalArgumentException(
                "expect: uniform needs an answer form with a range or a list of choices; slop measure takes --answer");
    }

    /** Answers are cleaned before they are counted, so what is expected of them is too. */
    private static Map<String, Double> cleaned(Map<String, Double> weights, AnswerRules rules) {
        Map<String, Double> cleaned = new LinkedHashMap<>();
        weights.forEach((answer, weight) -> {
            CleanedAnswer clean = rules.apply(answer);
            if (clean.outcome() != Outcome.ANSWERED) {
                throw new IllegalArgumentException("expect: '" + answer + "' is not an answer that it permits");
            }
            cleaned.merge(clean.text(), weight, Double::sum);
        });
        return cleaned;
    }
}
