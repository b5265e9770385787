package dev.slop.metrics.answer;

import static java.util.Objects.requireNonNull;

import dev.slop.metrics.answer.CleanedAnswer.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ordered cleaning rules, each named once. Immutable: every change gives a new object.
 *
 * <p>Applying them stops at the first extracting rule that finds no permitted answer ({@link Outcome#OUT_OF_RANGE}) or
 * as soon as nothing visible is left ({@link Outcome#EMPTY}). Any string can be applied, in time linear in its length.
 */
public final class AnswerRules {
    private static final List<AnswerRule> FOLDING =
            List.of(AnswerRule.invisible(), AnswerRule.quotes(), AnswerRule.dashes(), AnswerRule.unicode());

    /* Quotes fold before NFKC, which would tear an acute accent used as an apostrophe into a space and a mark. What
     * needs lines (markdown, numbering, preamble, offer) goes before white space; what announces or offers goes before
     * emoji, so that an emoji that is the answer is then alone and stays. */
    private static final AnswerRules TEXT = folding(
            AnswerRule.markdown(),
            AnswerRule.listNumbering(),
            AnswerRule.preamble(),
            AnswerRule.closingOffer(),
            AnswerRule.emoji(),
            AnswerRule.lowerCase(),
            AnswerRule.whiteSpace(),
            AnswerRule.punctuation());

    private final List<AnswerRule> rules;

    private AnswerRules(List<AnswerRule> rules) {
        this.rules = List.copyOf(rules);
        var names = new HashSet<String>();
        for (AnswerRule rule : this.rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("cleaning rule twice: " + rule.name());
            }
        }
    }

    /** {@return the rules for any text: every rule of {@link AnswerRule#named} but {@code first-line}, in that order} */
    public static AnswerRules text() {
        return TEXT;
    }

    /**
     * {@return the rules for an answer that is one whole number, read with {@link Locale#ROOT}}
     *
     * @param min smallest permitted
     * @param max largest permitted
     * @throws IllegalArgumentException if {@code min > max}
     */
    public static AnswerRules wholeNumber(long min, long max) {
        return wholeNumber(min, max, Locale.ROOT);
    }

    /**
     * {@return the rules for an answer that is one whole number}
     *
     * @param min smallest permitted
     * @param max largest permitted
     * @param locale whose decimal and grouping signs are read
     * @throws IllegalArgumentException if {@code min > max}
     */
    public static AnswerRules wholeNumber(long min, long max, Locale locale) {
        return folding(
                AnswerRule.markdown(), AnswerRule.emoji(), AnswerRule.number(locale), AnswerRule.range(min, max));
    }

    /**
     * {@return the rules for an answer that is one of a list}
     *
     * @param choices at least one, none blank
     * @throws IllegalArgumentException if there are no choices or one is blank
     */
    public static AnswerRules choice(List<String> choices) {
        return folding(AnswerRule.markdown(), AnswerRule.choice(choices));
    }

    /**
     * {@return exactly these rules}
     *
     * @param rules in order; none leaves answers as they are
     * @throws IllegalArgumentException if two have the same name
     */
    public static AnswerRules of(List<AnswerRule> rules) {
        return new AnswerRules(rules);
    }

    private static AnswerRules folding(AnswerRule... more) {
        var rules = new ArrayList<>(FOLDING);
        rules.addAll(List.of(more));
        return new AnswerRules(rules);
    }

    /** {@return the rules in order} */
    public List<AnswerRule> rules() {
        return rules;
    }

    /** {@return the rules' names in order} */
    public List<String> names() {
        return rules.stream().map(AnswerRule::name).toList();
    }

    /**
     * {@return these rules and one more at the end; a rule of the same name is replaced where it stands}
     *
     * @param rule to add
     */
    public AnswerRules with(AnswerRule rule) {
        requireNonNull(rule, "rule");
        var changed = new ArrayList<>(rules);
        int at = names().indexOf(rule.name());
        if (at >= 0) {
            changed.set(at, rule);
        } else {
            changed.add(rule);
        }
        return new AnswerRules(changed);
    }

    /**
     * {@return these rules and one more before another}
     *
     * @param name of the rule that it goes before
     * @param rule to add
     * @throws IllegalArgumentException if there is no rule {@code name}, or one of the new rule's name
     */
    public AnswerRules withBefore(String name, AnswerRule rule) {
        var changed = new ArrayList<>(rules);
        changed.add(position(name), rule);
        return new AnswerRules(changed);
    }

    /**
     * {@return these rules but one}
     *
     * @param name of the rule to leave out
     * @throws IllegalArgumentException if there is no such rule
     */
    public AnswerRules without(String name) {
        var changed = new ArrayList<>(rules);
        changed.remove(position(name));
        return new AnswerRules(changed);
    }

    /**
     * {@return these rules in another order}
     *
     * @param names all names, in the order wanted
     * @throws IllegalArgumentException if a name is missing, unknown or there twice
     */
    public AnswerRules inOrder(List<String> names) {
        if (names.size() != rules.size()) {
            throw new IllegalArgumentException("the order must name each of " + names() + " once: " + names);
        }
        return new AnswerRules(
                names.stream().map(name -> rules.get(position(name))).toList());
    }

    private int position(String name) {
        int at = names().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no rule \"" + name + "\" among " + names());
        }
        return at;
    }

    /**
     * Cleans one answer.
     *
     * @param answer as the model sent it
     * @return the cleaned answer with its trace
     */
    public CleanedAnswer apply(String answer) {
        var trace = new ArrayList<Step>(4);
        String text = requireNonNull(answer, "answer");
        for (AnswerRule rule : rules) {
            if (CodePoints.isBlank(text)) {
                break;
            }
            Optional<String> after = rule.apply(text);
            if (after.isEmpty()) {
                trace.add(new Step(rule.name(), ""));
                return new CleanedAnswer(Outcome.OUT_OF_RANGE, "", trace);
            }
            if (!after.get().equals(text)) {
                text = after.get();
                trace.add(new Step(rule.name(), text));
            }
        }
        return CodePoints.isBlank(text)
                ? new CleanedAnswer(Outcome.EMPTY, "", trace)
                : new CleanedAnswer(Outcome.ANSWERED, text, trace);
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
