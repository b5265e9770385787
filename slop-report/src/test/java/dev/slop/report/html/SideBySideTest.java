package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.answer.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static SideBySide of(Study study, List<String> models) {
        Analysis analysis = study.analysis();
        PromptAnalysis prompt = analysis.prompts().get(0);
        return SideBySide.of(PromptRef.of(0, prompt), prompt, new ModelNames(models), Detail.of(analysis));
    }

    @Test
    void sameFavourite_hasTheSameMark_inTheOrderOfTheModels() {
        SideBySide row = of(
                new Study()
                        .prompt("p", "Prompt")
                        .answered("p", "a", 2, "one")
                        .answered("p", "b", 2, "two")
                        .answered("p", "c", 3, "ONE!")
                        .add("p", "d", 1, Outcome.REFUSED, "no"),
                List.of("a", "b", "c", "d"));

        assertThat(row.verdict()).isEqualTo("2 of 3 models have the same favourite.");
        assertThat(row.cards()).extracting(SideBySide.Card::mark).containsExactly("A", "", "A");
        assertThat(row.cards()).extracting(card -> card.models().get(0)).containsExactly("a", "b", "c");
        assertThat(row.silent()).containsExactly("d");
    }

    @Test
    void tiedFavourite_saysSo() {
        SideBySide row = of(
                new Study().prompt("p", "Prompt").answered("p", "a", 1, "one").answered("p", "a", 1, "two"),
                List.of("a"));

        assertThat(row.cards().get(0).share()).isEqualTo("1 of 2 answers, tied with others");
        assertThat(row.verdict()).isEmpty();
    }

    @Test
    void manyModels_shareACard() {
        Study study = new Study().prompt("p", "Prompt");
        List<String> models = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
        models.forEach(model -> study.answered("p", model, 1, model.endsWith("1") ? "other" : "same"));

        SideBySide row = of(study, models);

        assertThat(row.cards()).extracting(card -> card.models().size()).containsExactly(18, 2);
        assertThat(row.cards()).extracting(SideBySide.Card::mark).containsExactly("A", "B");
        assertThat(row.left()).isZero();
    }
}
