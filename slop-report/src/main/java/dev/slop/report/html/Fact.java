package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.Dollars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A count of the study.
 *
 * @param value as printed
 * @param label what was counted
 */
record Fact(String value, String label) {
    static List<Fact> of(Analysis analysis, RunSummary summary) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        analysis.prompts()
                .forEach(prompt -> prompt.pooled().outcomes().forEach((k, v) -> outcomes.merge(k, v, Long::sum)));
        List<Fact> facts = new ArrayList<>();
        facts.add(counted(outcomes.getOrDefault(Outcome.ANSWERED, 0L), "answer measured", "answers measured"));
        Respondents asked = Respondents.of(analysis.prompts());
        facts.add(counted(asked.models().size(), "model", "models"));
        if (asked.severalWays()) {
            facts.add(new Fact(Figure.count(asked.variants().size()), "ways of asking"));
        }
        facts.add(counted(analysis.prompts().size(), "prompt", "prompts"));
        facts.add(counted(outcomes.getOrDefault(Outcome.REFUSED, 0L), "refusal", "refusals"));
        facts.add(counted(outcomes.getOrDefault(Outcome.FAILED, 0L), "failure", "failures"));
        for (Outcome other :
                List.of(Outcome.BLOCKED, Outcome.TRUNCATED, Outcome.EMPTY, Outcome.OUT_OF_RANGE, Outcome.UNPARSED)) {
            long count = outcomes.getOrDefault(other, 0L);
            if (count > 0) {
                facts.add(new Fact(Figure.count(count), words(other)));
            }
        }
        summary.usd().ifPresent(usd -> facts.add(new Fact(Dollars.text(usd), "cost")));
        return facts;
    }

    /** {@return an outcome as a reader knows it, for example {@code out of range}} */
    static String words(Outcome outcome) {
        return outcome == Outcome.UNPARSED
                ? "no list found"
                : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Fact counted(long count, String one, String many) {
        return new Fact(Figure.count(count), count == 1 ? one : many);
    }
}
