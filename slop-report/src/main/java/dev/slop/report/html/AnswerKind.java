package dev.slop.report.html;

import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the answers to a prompt mostly are, which decides how they are drawn. */
enum AnswerKind {
    /** Whole numbers: a histogram. */
    NUMBER,
    /** Names of colours: bars in these colours. */
    COLOUR,
    /** Anything else: bars by group. */
    TEXT;

    /** At most 15 digits, which a double of the drawing script holds exactly. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,15}");

    /** {@return the kind that nearly all (numbers) or most (colours) of the answers are of} */
    static AnswerKind of(PromptAnalysis prompt) {
        if (share(prompt, AnswerKind::isNumber) >= 0.9) {
            return NUMBER;
        }
        return share(prompt, label -> CssColours.named(label).isPresent()) >= 0.6 ? COLOUR : TEXT;
    }

    /** {@return whether the label is a whole number} */
    static boolean isNumber(String label) {
        return WHOLE_NUMBER.matcher(label).matches();
    }

    private static double share(PromptAnalysis prompt, Predicate<String> test) {
        long all = 0;
        long passed = 0;
        for (AnswerGroup group : prompt.pooled().groups()) {
            all += group.count();
            passed += test.test(group.label()) ? group.count() : 0;
        }
        return all == 0 ? 0 : (double) passed / all;
    }

    /** {@return the name as the page's scripts know it} */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
