package dev.slop.report.input;

import dev.slop.core.Experiment;
import dev.slop.core.Prompt;
import dev.slop.core.SampleKey;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.embedding.ExperimentEmbedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Gathers the answers of several files; the draws of a model to a prompt are numbered as they come. */
final class AnswerCollector {
    private static final int LONGEST_SHARED = 200;
    private static final String ONE_PROMPT = "all";
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "refused", Outcome.REFUSED,
            "blocked", Outcome.BLOCKED,
            "truncated", Outcome.TRUNCATED,
            "failed", Outcome.FAILED);

    private final Map<String, String> promptTexts = new LinkedHashMap<>();
    private final Map<String, Prompt> asked = new HashMap<>();
    private final Map<List<String>, Integer> draws = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    /** Names and short answers come again and again; one copy of each is kept. */
    private final Map<String, String> texts = new HashMap<>();

    private final LongConsumer progress;

    AnswerCollector(LongConsumer progress) {
        this.progress = progress;
    }

    int size() {
        return answers.size();
    }

    /** Reads all of the row before anything is kept of it. */
    void add(Row row, Columns columns, String modelOfFile) throws UnreadableRowException {
        String answer = row.text(columns.answer());
        String text = columns.prompt().isPresent() ? named(row, columns.prompt().get()) : ONE_PROMPT;
        String id =
                columns.promptId().isPresent() ? named(row, columns.promptId().get()) : text;
        String model = columns.model().isPresent() ? named(row, columns.model().get()) : modelOfFile;
        String variant =
                columns.variant().isPresent() ? named(row, columns.variant().get()) : SampleKey.DEFAULT_VARIANT;
        Outcome outcome = columns.outcome().isPresent()
                ? outcome(row.text(columns.outcome().get()))
                : Outcome.ANSWERED;
        add(id, columns.prompt().isPresent() ? text : id, model, variant, outcome, answer);
    }

    void add(String prompt, String promptText, String model, String variant, Outcome outcome, String text) {
        int index = draws.merge(List.of(prompt, model, variant), 1, Integer::sum) - 1;
        promptTexts.putIfAbsent(prompt, promptText);
        answers.add(new Answer(once(prompt), once(model), once(variant), index, outcome, once(text)));
        progress.accept(answers.size());
    }

    /** Says how an experiment asked; of two that know a prompt, the first is right. */
    void asked(Experiment experiment) {
        experiment.prompts().forEach(prompt -> asked.putIfAbsent(prompt.id(), prompt));
    }

    private String once(String text) {
        if (text.length() > LONGEST_SHARED) {
            return text;
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static String named(Row row, String field) throws UnreadableRowException {
        String name = row.text(field);
        if (name.isBlank()) {
            throw new UnreadableRowException(field, "is blank");
        }
        return name;
    }

    private static Outcome outcome(String word) {
        return OUTCOMES.getOrDefault(word.toLowerCase(Locale.ROOT), Outcome.ANSWERED);
    }

    void took(String what) {
        taken.add(what);
    }

    void skip(SkippedRow row) {
        skipped.add(row);
    }

    ReadAnswers toTable(ReadOptions options, ExperimentEmbedder embedder) {
        List<PromptSpec> specs = promptTexts.entrySet().stream()
                .map(e -> spec(e.getKey(), e.getValue(), options, embedder))
                .toList();
        return new ReadAnswers(new AnswerTable(specs, answers), taken, skipped);
    }

    private PromptSpec spec(String id, String text, ReadOptions options, ExperimentEmbedder embedder) {
        Optional<Prompt> prompt = Optional.ofNullable(asked.get(id));
        return PromptSpecs.of(id, prompt.map(Prompt::text).orElse(text), prompt, options, embedder);
    }
}
