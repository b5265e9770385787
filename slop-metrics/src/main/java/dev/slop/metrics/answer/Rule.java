package dev.slop.metrics.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A rule made of a name and a function, and the rules that need no setting. */
record Rule(String name, Function<String, Optional<String>> function) implements AnswerRule {
    static final AnswerRule INVISIBLE = extracting("invisible", text -> Optional.of(InvisibleCharacters.strip(text)));
    static final AnswerRule QUOTES = stripping("quotes", Typography::foldQuotes);
    static final AnswerRule DASHES = stripping("dashes", Typography::foldDashes);
    static final AnswerRule UNICODE = stripping("unicode", Typography::normalize);
    static final AnswerRule MARKDOWN = stripping("markdown", Markdown::strip);
    static final AnswerRule LIST_NUMBERING = stripping("list-numbering", ListNumbering::strip);
    static final AnswerRule PREAMBLE = stripping("preamble", Preamble::strip);
    static final AnswerRule CLOSING_OFFER = stripping("closing-offer", ClosingOffer::strip);
    static final AnswerRule EMOJI = stripping("emoji", Emoji::strip);
    static final AnswerRule CASE = stripping("case", Typography::lowerCase);
    static final AnswerRule WHITE_SPACE = stripping("white-space", Typography::collapseSpace);
    static final AnswerRule PUNCTUATION = stripping("punctuation", Punctuation::strip);
    static final AnswerRule FIRST_LINE = stripping("first-line", Typography::firstLine);

    private static final List<AnswerRule> WITHOUT_SETTING = List.of(
            INVISIBLE,
            QUOTES,
            DASHES,
            UNICODE,
            MARKDOWN,
            LIST_NUMBERING,
            PREAMBLE,
            CLOSING_OFFER,
            EMOJI,
            CASE,
            WHITE_SPACE,
            PUNCTUATION,
            FIRST_LINE);

    Rule {
        requireNonNull(name, "name");
        requireNonNull(function, "function");
    }

    static AnswerRule stripping(String name, UnaryOperator<String> strip) {
        requireNonNull(strip, "strip");
        return new Rule(name, text -> {
            String after = strip.apply(text);
            return Optional.of(CodePoints.isBlank(after) ? text : after);
        });
    }

    static AnswerRule extracting(String name, Function<String, Optional<String>> extract) {
        return new Rule(name, extract);
    }

    static AnswerRule named(String name) {
        return WITHOUT_SETTING.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no cleaning rule \"" + name + "\"; there are " + String.join(", ", names())));
    }

    private static List<String> names() {
        return WITHOUT_SETTING.stream().map(AnswerRule::name).toList();
    }

    @Override
    public Optional<String> apply(String text) {
        return function.apply(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
