package dev.slop.metrics.analysis;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in plain words what was found; each sentence carries its number, its interval and its n. */
final class Findings {
    /** Below this a most frequent answer is an accident. */
    private static final int FEWEST_FOR_A_FAVOURITE = 3;

    private static final double SIGNIFICANCE = 0.05;
    private static final int LONGEST_QUOTE = 60;

    private Findings() {}

    /** {@return what is to be said of one prompt} */
    static List<Finding> of(AnalyzedPrompt analyzed) {
        PromptAnalysis prompt = analyzed.analysis();
        List<Finding> findings = new ArrayList<>();
        for (String warning : analyzed.warnings()) {
            findings.add(new Finding(
                    prompt.id(), prompt.id() + ": " + warning, Quantity.unavailable("a warning, not a number")));
        }
        Respondents asked = Respondents.of(List.of(prompt));
        sameness(prompt, asked, prompt.detail().agreement().all()).ifPresent(findings::add);
        sharedFavourite(prompt, asked).ifPresent(findings::add);
        for (ModelAnalysis model : prompt.models()) {
            misfit(prompt, model, asked.subject(model.model())).ifPresent(findings::add);
        }
        return findings;
    }

    /** {@return what is to be said of all prompts together} */
    static List<Finding> overall(long prompts, boolean severalWays, Quantity within, Quantity across) {
        if (prompts < 2 || !(within instanceof Estimate own) || !(across instanceof Estimate shared)) {
            return List.of();
        }
        String text = "Over " + prompts + " prompts, two fresh answers of one model"
                + (severalWays ? " asked in one way" : "") + " agree with probability " + interval(own)
                + ", two of different models" + (severalWays ? " or ways of asking" : "") + " with "
                + interval(shared) + ".";
        return List.of(new Finding("*", text, across));
    }

    private static Optional<Finding> sameness(PromptAnalysis prompt, Respondents asked, Quantity agreement) {
        ModelAnalysis pooled = prompt.pooled();
        if (pooled.n() < 2 || !(agreement instanceof Estimate estimate)) {
            return Optional.empty();
        }
        int models = asked.models().size();
        String ways = asked.severalWays() ? ", asked in " + asked.variants().size() + " ways," : "";
        String who = models == 1 ? asked.models().get(0) : models + " models";
        String text = prompt.id() + ": " + who + ways + " gave " + pooled.n() + " answers, " + pooled.distinct()
                + " different; two fresh answers of " + (models == 1 ? "it" : "all") + " agree with probability "
                + interval(estimate) + ".";
        return Optional.of(new Finding(prompt.id(), text, agreement));
    }

    private static Optional<Finding> sharedFavourite(PromptAnalysis prompt, Respondents asked) {
        List<ModelAnalysis> models = prompt.models();
        if (models.size() < 2 || models.stream().anyMatch(model -> !hasFavourite(model))) {
            return Optional.empty();
        }
        AnswerGroup first = models.get(0).groups().get(0);
        boolean shared = models.stream().allMatch(model -> model.groups().get(0).group() == first.group());
        long count = prompt.pooled().groups().stream()
                .filter(group -> group.group() == first.group())
                .mapToLong(AnswerGroup::count)
                .sum();
        return shared
                ? Optional.of(new Finding(
                        prompt.id(),
                        prompt.id() + ": "
                                + (asked.models().size() == 1 ? asked.models().get(0) : "every model")
                                + "'s most common answer is the same"
                                + (asked.severalWays() ? " however it is asked" : "")
                                + ", " + quote(first.label()) + ": " + count + " of "
                                + prompt.pooled().n() + " answers.",
                        prompt.pooled().topShare()))
                : Optional.empty();
    }

    private static boolean hasFavourite(ModelAnalysis model) {
        List<AnswerGroup> groups = model.groups();
        return model.n() >= FEWEST_FOR_A_FAVOURITE
                && (groups.size() == 1 || groups.get(0).count() > groups.get(1).count());
    }

    private static Optional<Finding> misfit(PromptAnalysis prompt, ModelAnalysis model, String who) {
        return model.goodness()
                .filter(fit -> fit.chiSquare().rejects(SIGNIFICANCE))
                .map(fit -> new Finding(
                        prompt.id(),
                        prompt.id() + ": " + who + " is not " + fit.target() + ": " + model.distinct()
                                + " different among "
                                + model.n() + " answers where " + format(fit.expectedDistinct())
                                + " are expected, most often "
                                + quote(model.groups().get(0).label()) + " ("
                                + model.groups().get(0).count() + " times); " + test(fit.chiSquare()) + ".",
                        model.topShare()));
    }

    private static String test(TestResult chiSquare) {
        return "chi-square " + format(chiSquare.statistic()) + ", p = " + pValue(chiSquare) + " (" + chiSquare.method()
                + ")";
    }

    private static String pValue(TestResult test) {
        return test.pValue() >= 1e-4
                ? String.format(Locale.ROOT, "%.2g", test.pValue())
                : String.format(Locale.ROOT, "10^%.1f", test.log10PValue());
    }

    private static String interval(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.2f [%.2f, %.2f]",
                estimate.value(),
                estimate.lower(),
                Math.min(estimate.upper(), Double.MAX_VALUE));
    }

    private static String format(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, "%.1f", number);
    }

    private static String quote(String label) {
        String cut = label.codePointCount(0, label.length()) <= LONGEST_QUOTE
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return "“" + cut + "”";
    }
}
