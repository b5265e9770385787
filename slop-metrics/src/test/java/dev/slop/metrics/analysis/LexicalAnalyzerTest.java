package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelTexts;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.SharedPhrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LexicalAnalyzerTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 99);
    private static final String ATOMS = "Why don't scientists trust atoms? Because they make up everything!";

    @Test
    void textPrompt_hasWording_andAPromptOfSingleWordsHasNone() {
        List<Answer> answers = new ArrayList<>(answers("joke", "a", Collections.nCopies(25, ATOMS)));
        answers.addAll(answers("joke", "b", varied(25)));
        answers.addAll(answers("fruit", "a", Collections.nCopies(10, "Mango")));
        Analysis analysis = analyze(answers, "joke", "fruit");
        assertThat(analysis.lexical().prompts())
                .extracting(LexicalAnalysis.PromptWording::prompt)
                .containsExactly("joke");
        assertThat(analysis.lexical().models().get(0).overused())
                .extracting(OverusedPhrase::phrase)
                .contains("don't scientists trust");
        assertThat(analysis.overall().findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("a says “") && text.contains("25 of its 25 answers"));
    }

    @Test
    void equalAnswers_haveAnIntervalOfSomeWidth() {
        ModelTexts texts = analyze(answers("joke", "a", Collections.nCopies(8, ATOMS)), "joke")
                .lexical()
                .prompts()
                .get(0)
                .models()
                .get(0);
        assertThat(texts.selfBleu4()).isInstanceOfSatisfying(Estimate.class, bleu -> {
            assertThat(bleu.value()).isEqualTo(1);
            assertThat(bleu.lower()).isLessThan(1);
        });
        assertThat(texts.length().mean()).isEqualTo(10);
        for (Quantity quantity : List.of(texts.distinct1(), texts.distinct2(), texts.rougeL())) {
            assertThat(quantity)
                    .isInstanceOfSatisfying(
                            Estimate.class, e -> assertThat(e.lower()).isLessThan(e.upper()));
        }
    }

    @Test
    void oneAnswer_hasNoEstimates() {
        LexicalAnalysis lexical =
                analyze(answers("joke", "a", List.of(ATOMS)), "joke").lexical();
        assertThat(lexical.prompts().get(0).models().get(0).selfBleu4()).isInstanceOf(Unavailable.class);
        assertThat(lexical.models().get(0).overused()).isEmpty();
    }

    @Test
    void sharedPhrases_areOfSeveralModels_andNotThePromptsOwn() {
        List<Answer> answers = new ArrayList<>(answers("joke", "a", List.of(ATOMS, "Tell me a joke about a cat")));
        answers.addAll(answers("joke", "b", List.of("Sure: " + ATOMS, "Tell me a joke about a cat")));
        assertThat(analyze(answers, "joke").lexical().prompts().get(0).shared())
                .extracting(SharedPhrase::phrase)
                .containsExactly("why don't scientists trust atoms because they make up everything");
    }

    @Test
    void orderOfAnswers_doesNotMatter() {
        List<Answer> answers = new ArrayList<>(answers("joke", "a", varied(12)));
        answers.addAll(answers("joke", "b", Collections.nCopies(9, ATOMS)));
        LexicalAnalysis before = analyze(answers, "joke").lexical();
        Collections.reverse(answers);
        assertThat(analyze(answers, "joke").lexical()).isEqualTo(before);
    }

    private static List<String> varied(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "The number " + i * 37 + " met another one at place " + i * 11 + " today")
                .toList();
    }

    private static List<Answer> answers(String prompt, String model, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Answer(prompt, model, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, texts.get(i)))
                .toList();
    }

    private static Analysis analyze(List<Answer> answers, String... prompts) {
        List<PromptSpec> specs = java.util.Arrays.stream(prompts)
                .map(id -> new PromptSpec(
                        id,
                        id.equals("joke") ? "Tell me a joke about a cat" : "A fruit",
                        AnswerRules.text(),
                        AnswerGrouping.exact(),
                        Optional.empty()))
                .toList();
        return Analyzer.analyze(new AnswerTable(specs, answers), OPTIONS);
    }
}
