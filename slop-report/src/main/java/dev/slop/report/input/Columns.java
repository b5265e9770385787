package dev.slop.report.input;

import dev.slop.core.ConfigurationException;
import java.util.List;
import java.util.Optional;

/**
 * Which field of a file holds what.
 *
 * @param promptId id of the prompt, where it differs from the text
 * @param prompt text of the prompt
 * @param model who answered
 * @param variant the way of asking
 * @param outcome how the asking ended, in the words of {@code answers.csv}
 * @param answer text of the answer
 */
record Columns(
        Optional<String> promptId,
        Optional<String> prompt,
        Optional<String> model,
        Optional<String> variant,
        Optional<String> outcome,
        String answer) {
    private static final List<String> PROMPT_ID = List.of("prompt_id");
    private static final List<String> PROMPT = List.of("prompt", "question", "input");
    private static final List<String> MODEL = List.of("model", "provider", "generation_method");
    private static final List<String> ANSWER = List.of("answer", "response", "text", "output", "completion");

    /** Empty if no field is named for the answer and none looks like it. */
    static Optional<Columns> of(ReadOptions options, List<String> fields) {
        Optional<String> promptId = options.promptField().isPresent() ? Optional.empty() : guess(fields, PROMPT_ID);
        return options.answerField()
                .or(() -> guess(fields, ANSWER))
                .map(answer -> new Columns(
                        promptId,
                        options.promptField().or(() -> guess(fields, PROMPT)),
                        options.modelField().or(() -> guess(fields, MODEL)),
                        guess(fields, List.of("variant")),
                        guess(fields, List.of("outcome")),
                        answer));
    }

    private static Optional<String> guess(List<String> fields, List<String> names) {
        return names.stream()
                .flatMap(name -> fields.stream().filter(name::equalsIgnoreCase))
                .findFirst();
    }

    /** Refuses names that no row has. */
    static void require(ReadOptions options, String file, List<String> fields) {
        require("prompt", options.promptField(), file, fields);
        require("model", options.modelField(), file, fields);
        require("answer", options.answerField(), file, fields);
    }

    private static void require(String what, Optional<String> field, String file, List<String> fields) {
        field.filter(name -> !fields.contains(name)).ifPresent(name -> {
            throw new ConfigurationException(file + ": there is no column '" + name + "' for the " + what
                    + "; the columns are: " + shown(fields));
        });
    }

    static ConfigurationException noAnswer(String file, List<String> fields) {
        return new ConfigurationException(
                file + ": cannot tell which column holds the answer, name it; the columns are: " + shown(fields));
    }

    private static String shown(List<String> fields) {
        return Reasons.oneLine(fields.isEmpty() ? "none" : String.join(", ", fields));
    }
}
