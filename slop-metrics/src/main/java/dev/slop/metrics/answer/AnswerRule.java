package dev.slop.metrics.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One cleaning rule. Rules are pure functions of the text and take time linear in its length, whatever it holds; a
 * pattern given by the caller is the exception.
 *
 * <p>Two kinds: a <em>stripping</em> rule takes away what is not the answer and leaves the text alone where nothing
 * would remain (an answer of a single emoji keeps its emoji, the answer {@code "?"} its question mark); an
 * <em>extracting</em> rule looks for one of the permitted answers and may find none.
 */
public interface AnswerRule {
    /** {@return the name that traces and experiment files use, for example {@code white-space}} */
    String name();

    /**
     * Cleans a text.
     *
     * @param text not blank
     * @return the text after the rule, the same text where it does not apply, or empty where the text holds none of the
     *     permitted answers
     */
    Optional<String> apply(String text);

    /**
     * {@return a stripping rule of the caller's own; where nothing visible would remain, the text stays as it was}
     *
     * @param name for the trace
     * @param strip text to text
     */
    static AnswerRule of(String name, UnaryOperator<String> strip) {
        return Rule.stripping(name, strip);
    }

    /**
     * {@return the rule of that name}
     *
     * @param name of one of the rules that need no setting: {@code invisible}, {@code quotes}, {@code dashes},
     *     {@code unicode}, {@code markdown}, {@code list-numbering}, {@code preamble}, {@code closing-offer},
     *     {@code emoji}, {@code case}, {@code white-space}, {@code punctuation}, {@code first-line}
     * @throws IllegalArgumentException if there is no such rule; the message lists the names
     */
    static AnswerRule named(String name) {
        return Rule.named(name);
    }

    /**
     * {@return {@code invisible}: control characters, terminal escape sequences, marks of writing direction, zero-width
     * spaces and variation selectors go; an unpaired surrogate becomes U+FFFD} Joiners stay, they are spelling in
     * Persian and the Indic scripts.
     */
    static AnswerRule invisible() {
        return Rule.INVISIBLE;
    }

    /** {@return {@code quotes}: typographic quotation marks and apostrophes become {@code "} and {@code '}} */
    static AnswerRule quotes() {
        return Rule.QUOTES;
    }

    /** {@return {@code dashes}: hyphens, dashes and the minus sign become {@code -}} */
    static AnswerRule dashes() {
        return Rule.DASHES;
    }

    /**
     * {@return {@code unicode}: normalisation form KC} Runs of more than 30 combining marks are split first by U+034F,
     * as the Stream-Safe Text Format does, because ordering a longer run takes quadratic time.
     *
     * @see <a href="https://www.unicode.org/reports/tr15/">UAX #15, Unicode Normalization Forms</a>
     */
    static AnswerRule unicode() {
        return Rule.UNICODE;
    }

    /** {@return {@code markdown}: fences, emphasis, inline code, headings, quotations, rules and links lose their marks} */
    static AnswerRule markdown() {
        return Rule.MARKDOWN;
    }

    /** {@return {@code list-numbering}: {@code 1.}, {@code 2)}, {@code (3)} and bullets at the start of lines go} */
    static AnswerRule listNumbering() {
        return Rule.LIST_NUMBERING;
    }

    /**
     * {@return {@code preamble}: what announces the answer, as in {@code "Sure, here's one:"} or {@code "I'd pick"}}
     * Knows English and the commonest forms of German, French, Spanish, Italian, Portuguese, Russian, Chinese and
     * Japanese. {@code "Here's …"} must end in a colon or be a short line of its own; {@code "I'd pick"} and its like go
     * only where the whole text is short.
     */
    static AnswerRule preamble() {
        return Rule.PREAMBLE;
    }

    /**
     * {@return {@code closing-offer}: the last sentences go while they offer more, as in {@code "Want another?"} or
     * {@code "Let me know if …"}} Languages as for {@link #preamble()}. A text that only asks ({@code "Want to hear a
     * joke about construction? I'm still working on it."}) stays.
     */
    static AnswerRule closingOffer() {
        return Rule.CLOSING_OFFER;
    }

    /**
     * {@return {@code emoji}: emoji and pictographs go} Signs that tell answers apart stay: card suits, chess men, dice,
     * zodiac, notes, ♀ and ♂. Where no letter, digit or other symbol would remain the emoji is the answer and stays.
     */
    static AnswerRule emoji() {
        return Rule.EMOJI;
    }

    /** {@return {@code case}: lower case whatever the locale; {@code ß} becomes {@code ss}, final sigma a sigma} */
    static AnswerRule lowerCase() {
        return Rule.CASE;
    }

    /** {@return {@code white-space}: runs of any white space become one space, none at the ends} */
    static AnswerRule whiteSpace() {
        return Rule.WHITE_SPACE;
    }

    /**
     * {@return {@code punctuation}: punctuation at both ends goes} {@code # % & @ §} stay ({@code C#}, {@code 50%}), and
     * a sign or point before a digit ({@code -5}, {@code .5}).
     */
    static AnswerRule punctuation() {
        return Rule.PUNCTUATION;
    }

    /** {@return {@code first-line}: only the first line that is not blank} */
    static AnswerRule firstLine() {
        return Rule.FIRST_LINE;
    }

    /**
     * {@return {@code number}: the first number of the text in plain digits; extracting} Digits of any script go before
     * English number words ({@code forty-two}). The ends of a range ({@code between 1 and 100}, {@code 1-100}) are not
     * answers, neither are digits glued to a Latin letter before them ({@code B12}). {@code 3.14} stays {@code 3.14},
     * {@code 42.0} is {@code 42}, {@code 1/2} stays {@code 1/2}.
     *
     * @param locale whose decimal and grouping signs are read: {@code 1,000} is {@code 1000} in {@link Locale#ROOT} and
     *     {@link Locale#ENGLISH}, {@code 1.000} in {@link Locale#GERMAN}. Groups must have three digits
     */
    static AnswerRule number(Locale locale) {
        return Rule.extracting("number", new NumberExtraction(locale)::extract);
    }

    /**
     * {@return {@code range}: the text if it is a whole number of that range; extracting}
     *
     * @param min smallest permitted
     * @param max largest permitted
     * @throws IllegalArgumentException if {@code min > max}
     */
    static AnswerRule range(long min, long max) {
        return Rule.extracting("range", new WholeNumberRange(min, max)::check);
    }

    /**
     * {@return {@code choice}: the choice that comes first in the text, as it is spelled in the list; extracting} Case,
     * width, quotes and dashes do not matter. Only whole words count, except in scripts written without spaces. Where
     * two begin at the same place the longer one is meant ({@code New York} before {@code New}).
     *
     * @param permitted at least one, none blank
     * @throws IllegalArgumentException if there are no choices or one is blank
     */
    static AnswerRule choice(List<String> permitted) {
        return Rule.extracting("choice", new ChoiceExtraction(permitted)::extract);
    }

    /**
     * {@return {@code json-field}: the value of the first field of that name in the JSON that the text holds;
     * extracting} Text around the JSON is skipped. Strings are unescaped, objects and arrays kept as written.
     *
     * @param field its name
     */
    static AnswerRule jsonField(String field) {
        return Rule.extracting("json-field", new JsonFieldExtraction(field)::extract);
    }

    /**
     * {@return {@code regex}: the first match's group 1, or the whole match where there is no group; extracting} A
     * pattern that backtracks without end is the caller's; one that exhausts the stack counts as no match.
     *
     * @param pattern to find
     */
    static AnswerRule regex(Pattern pattern) {
        return Rule.extracting("regex", text -> RegexExtraction.extract(pattern, text));
    }
}
