package dev.slop.report.input;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.metrics.answer.AnswerRule;
import dev.slop.metrics.answer.AnswerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the rules that a prompt's cleaning names. */
final class CleaningRules {
    /** These read the answer out of the text, with the settings that the answer's form gives: they always take part. */
    private static final Set<String> OF_FORM = Set.of("number", "range", "choice");

    /* A rule that is added without an order stands where it can do its work: what reads a structure before the marks of
     * that structure are taken away, what needs lines before white space is folded. */
    private static final List<String> BEFORE_MARKS = List.of("markdown");
    private static final List<String> BEFORE_WORDS = List.of("emoji", "number", "choice", "case", "white-space");
    private static final List<String> BEFORE_FORM = List.of("number", "choice");

    private CleaningRules() {}

    static AnswerRules of(AnswerForm form, Cleaning cleaning) {
        AnswerRules usual = usual(form);
        try {
            return cleaning instanceof Cleaning.Changed changed
                    ? changed(usual, changed)
                    : only(usual, cleaning.stated());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("clean: " + e.getMessage(), e);
        }
    }

    private static AnswerRules usual(AnswerForm form) {
        if (form instanceof AnswerForm.WholeNumber number) {
            return AnswerRules.wholeNumber(number.min(), number.max(), number.locale());
        }
        return form instanceof AnswerForm.Choice choice ? AnswerRules.choice(choice.choices()) : AnswerRules.text();
    }

    private static AnswerRules only(AnswerRules usual, List<Cleaning.Rule> stated) {
        List<AnswerRule> ofForm = new ArrayList<>(usual.rules());
        ofForm.removeIf(rule -> !OF_FORM.contains(rule.name()));
        List<AnswerRule> rules = new ArrayList<>();
        for (Cleaning.Rule one : stated) {
            AnswerRule rule = ofForm.stream()
                    .filter(known -> known.name().equals(one.name()))
                    .findFirst()
                    .orElseGet(() -> rule(one));
            ofForm.remove(rule);
            rules.add(rule);
        }
        rules.addAll(ofForm);
        return AnswerRules.of(rules);
    }

    private static AnswerRules changed(AnswerRules usual, Cleaning.Changed changes) {
        AnswerRules rules = usual;
        for (String name : changes.without()) {
            rules = without(rules, name);
        }
        for (Cleaning.Rule rule : changes.with()) {
            rules = with(rules, rule(rule));
        }
        return changes.order().isEmpty() ? rules : rules.inOrder(changes.order());
    }

    /** A rule that this form of answer does not have anyway may be switched off for all forms at once. */
    private static AnswerRules without(AnswerRules rules, String name) {
        if (OF_FORM.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" reads the answer and cannot be switched off");
        }
        if (rules.names().contains(name)) {
            return rules.without(name);
        }
        return rules.with(AnswerRule.named(name)).without(name);
    }

    private static AnswerRules with(AnswerRules rules, AnswerRule rule) {
        if (rules.names().contains(rule.name())) {
            return rules.with(rule);
        }
        return before(rule.name()).stream()
                .filter(rules.names()::contains)
                .findFirst()
                .map(name -> rules.withBefore(name, rule))
                .orElseGet(() -> rules.with(rule));
    }

    private static List<String> before(String added) {
        return switch (added) {
            case Cleaning.Rule.REGEX, Cleaning.Rule.JSON_FIELD -> BEFORE_MARKS;
            case "first-line" -> BEFORE_WORDS;
            default -> BEFORE_FORM;
        };
    }

    private static AnswerRule rule(Cleaning.Rule rule) {
        return switch (rule.name()) {
            case Cleaning.Rule.REGEX -> AnswerRule.regex(Pattern.compile(setting(rule)));
            case Cleaning.Rule.JSON_FIELD -> AnswerRule.jsonField(setting(rule));
            default -> plain(rule);
        };
    }

    private static AnswerRule plain(Cleaning.Rule rule) {
        AnswerRule known = AnswerRule.named(rule.name());
        if (rule.setting().isPresent()) {
            throw new IllegalArgumentException("\"" + rule.name() + "\" takes no setting");
        }
        return known;
    }

    private static String setting(Cleaning.Rule rule) {
        return rule.setting()
                .orElseThrow(() -> new IllegalArgumentException("\"" + rule.name() + "\" needs a setting"));
    }
}
