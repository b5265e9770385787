package dev.slop.cli;

import dev.slop.core.AnswerForm;
import dev.slop.core.Expectation;
import dev.slop.core.SameAnswer;
import dev.slop.report.input.ReadOptions.Format;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the options of {@code slop measure} say about the answers. */
final class MeasureForms {
    private static final Pattern INTEGER = Pattern.compile("integer:(-?\\d{1,18}):(-?\\d{1,18})");
    private static final String CHOICE = "choice:";

    private MeasureForms() {}

    static Format format(String text) {
        return Arrays.stream(Format.values())
                .filter(format -> format.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "--format must be one of " + String.join(", ", new Formats()) + ": '" + text + "'"));
    }

    /** The names of the formats, as they are typed. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::toString).iterator();
        }
    }

    static AnswerForm answer(String text) {
        if (text.equals("text")) {
            return new AnswerForm.FreeText();
        }
        Matcher integer = INTEGER.matcher(text);
        try {
            if (integer.matches()) {
                return new AnswerForm.WholeNumber(Long.parseLong(integer.group(1)), Long.parseLong(integer.group(2)));
            }
            if (text.startsWith(CHOICE)) {
                return new AnswerForm.Choice(choices(text.substring(CHOICE.length())));
            }
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--answer: " + e.getMessage());
        }
        throw new CommandException(
                ExitCode.USAGE, "--answer must be text, integer:MIN:MAX or choice:A,B,…: '" + text + "'");
    }

    private static List<String> choices(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .toList();
    }

    static SameAnswer same(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "exact" -> SameAnswer.EXACT;
            case "near-duplicate" -> SameAnswer.NEAR_DUPLICATE;
            case "semantic" -> SameAnswer.SEMANTIC;
            default ->
                throw new CommandException(
                        ExitCode.USAGE, "--same must be exact, near-duplicate or semantic: '" + text + "'");
        };
    }

    /** A form that is not stated may be the experiment's. */
    static Expectation expect(String text, Optional<AnswerForm> form) {
        if (!text.equals("uniform")) {
            throw new CommandException(ExitCode.USAGE, "--expect must be uniform: '" + text + "'");
        }
        if (form.filter(AnswerForm.FreeText.class::isInstance).isPresent()) {
            throw new CommandException(
                    ExitCode.USAGE, "--expect uniform needs --answer integer:MIN:MAX or choice:A,B,…");
        }
        return new Expectation.Uniform();
    }
}
