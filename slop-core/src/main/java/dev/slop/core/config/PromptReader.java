package dev.slop.core.config;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Expectation;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds a prompt from the file's values. */
final class PromptReader {
    private static final List<String> SAME =
            Stream.of(SameAnswer.values()).map(PromptReader::word).toList();

    private PromptReader() {}

    /** @param usual how answers are cleaned where the prompt does not say */
    static Prompt read(Field field, String defaultId, Cleaning usual) {
        if (field.isText()) {
            return Prompt.of(defaultId, field.filledText()).withClean(usual);
        }
        Section section = field.section(Keys.PROMPT);
        Optional<UntilReader> until = section.find("until").map(UntilReader::read);
        AnswerForm answer = section.find("answer").map(PromptReader::answer).orElse(new AnswerForm.FreeText());
        return new Prompt(
                section.find("id").map(Field::filledText).orElse(defaultId),
                section.require("text").filledText(),
                section.find("system").map(Field::text),
                UntilReader.samples(section, until),
                answer,
                section.find("same").map(PromptReader::same).orElse(SameAnswer.EXACT),
                section.find("expect").map(f -> expectation(f, answer)),
                until.map(UntilReader::criterion),
                section.find("clean").map(CleaningReader::read).orElse(usual));
    }

    /** The word for a constant, in the file's spelling. */
    static String word(SameAnswer same) {
        return same.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SameAnswer same(Field field) {
        return SameAnswer.valueOf(field.word(SAME).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static AnswerForm answer(Field field) {
        if (field.isText()) {
            field.word(List.of("text"));
            return new AnswerForm.FreeText();
        }
        Section section = field.section(List.of("integer", "choice", "locale"));
        Optional<Field> integer = section.find("integer");
        Optional<Field> choice = section.find("choice");
        if (integer.isPresent() == choice.isPresent()) {
            throw field.error("must be text, {integer: [LOWEST, HIGHEST]} or {choice: [A, B]}");
        }
        Optional<Field> locale = section.find("locale");
        if (choice.isPresent() && locale.isPresent()) {
            throw locale.orElseThrow().error("is for integer only");
        }
        Locale numbers = locale.map(PromptReader::locale).orElse(Locale.ROOT);
        return integer.map(f -> wholeNumber(f, numbers)).orElseGet(() -> choice(choice.orElseThrow()));
    }

    private static Locale locale(Field field) {
        Locale locale = Locale.forLanguageTag(field.filledText());
        if (locale.equals(Locale.ROOT)
                || !Arrays.asList(Locale.getAvailableLocales()).contains(locale)) {
            throw field.error("must be a language such as de or en-IN, but is '" + Field.shorten(field.text()) + "'");
        }
        return locale;
    }

    private static AnswerForm wholeNumber(Field field, Locale locale) {
        List<Field> bounds = field.list();
        if (bounds.size() != 2) {
            throw field.error("must be [LOWEST, HIGHEST]");
        }
        long lowest = bounds.get(0).wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
        return new AnswerForm.WholeNumber(lowest, bounds.get(1).wholeNumber(lowest, Long.MAX_VALUE), locale);
    }

    private static AnswerForm choice(Field field) {
        Set<String> choices = new LinkedHashSet<>();
        for (Field item : field.list()) {
            if (!choices.add(item.filledText())) {
                throw item.error("is stated twice: '" + Field.shorten(item.text()) + "'");
            }
        }
        return new AnswerForm.Choice(List.copyOf(choices));
    }

    private static Expectation expectation(Field field, AnswerForm answer) {
        if (!field.isText()) {
            return weights(field.section(List.of("weights")).require("weights"));
        }
        field.word(List.of("uniform"));
        if (answer instanceof AnswerForm.FreeText) {
            throw field.error(
                    "is uniform, but over what? State answer: {integer: [LOWEST, HIGHEST]} or {choice: [A, B]}");
        }
        return new Expectation.Uniform();
    }

    private static Expectation weights(Field field) {
        Map<String, Double> weights = new LinkedHashMap<>();
        field.mapping()
                .forEach((answer, entry) -> weights.put(answer, entry.value().positive()));
        if (weights.isEmpty()) {
            throw field.error("must not be empty");
        }
        return new Expectation.Weights(weights);
    }
}
