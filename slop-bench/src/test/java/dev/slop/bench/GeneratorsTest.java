package dev.slop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.lexical.LexicalDiversity;
import dev.slop.metrics.lexical.RougeL;
import dev.slop.metrics.lexical.SelfBleu;
import dev.slop.metrics.lexical.TokenizedTexts;
import dev.slop.metrics.overlap.PairwiseJaccard;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A benchmark of the wrong data measures nothing: the generators are held to what they promise. */
final class GeneratorsTest {
    @Test
    void zipfAnswers_followTheLaw() {
        // Shares of the first two of 1,000 at exponent 1: 1/H and 1/(2H), H = 7.48547086 (harmonic number of 1,000).
        // 200,000 draws: standard error of the first share .00076; the tolerance is five of them.
        List<String> texts = new ZipfAnswers(1_000, 1).texts(200_000, 42);
        assertThat(share(texts, "answer 0")).isCloseTo(0.13359213, within(0.004));
        assertThat(share(texts, "answer 1")).isCloseTo(0.06679606, within(0.003));
    }

    @Test
    void zipfAnswers_equalSeeds_giveEqualAnswers() {
        ZipfAnswers answers = new ZipfAnswers(50, 1.2);
        assertThat(answers.texts(100, 7)).isEqualTo(answers.texts(100, 7)).isNotEqualTo(answers.texts(100, 8));
    }

    @Test
    void zipfCounts_sumToTheDraws() {
        assertThat(Arrays.stream(new ZipfAnswers(50, 1.2).counts(1_000, 7)).sum())
                .isEqualTo(1_000);
    }

    @Test
    void answerSets_haveTheSizeAndOverlap() {
        List<Set<String>> sets = AnswerSets.of(3, 1_000, 42);
        assertThat(sets).allSatisfy(set -> assertThat(set).hasSize(1_000));
        long shared = sets.get(0).stream().filter(sets.get(1)::contains).count();
        assertThat(shared).isBetween(250L, 750L);
    }

    @Test
    void answerSets_areTheSame_asTextsAndAsNumbers() {
        List<Set<String>> texts = AnswerSets.of(3, 500, 7);
        List<int[]> ids = AnswerSets.ids(3, 500, 7);
        for (int i = 0; i < 3; i++) {
            assertThat(Arrays.stream(ids.get(i)).mapToObj(id -> "answer " + id).collect(Collectors.toSet()))
                    .isEqualTo(texts.get(i));
        }
        assertThat(PairwiseJaccard.ofIds(ids).intersection(0, 2))
                .isEqualTo(PairwiseJaccard.of(texts).intersection(0, 2));
    }

    @Test
    void manyModels_thatAreAlike_areOneModel_andThoseThatAreNotAreMore() {
        ManyModels alike = new ManyModels(ModelPair.all().get(0), 4);
        assertThat(alike.endless().get("beta")).isCloseTo(1, within(1e-9));
        assertThat(alike.endless().get("alpha")).isCloseTo(20, within(1e-9));
        assertThat(alike.endless().get("Krippendorff's alpha")).isCloseTo(0, within(1e-9));
        // Few answers make equal models look different: Miller and Madow's bias.
        assertThat(alike.means(10).get("beta")).isBetween(1.3, 2.5);
        assertThat(new ManyModels(ModelPair.all().get(4), 4).endless().get("beta"))
                .isBetween(1.05, 2.0);
    }

    @Test
    void jokes_copiesOfAThird_areExact_andTheRestAlike() {
        LabelledTexts jokes = JokeTexts.generate(5_000, 20, 42);
        assertThat(jokes.texts()).hasSize(5_000);
        assertThat(Arrays.stream(jokes.truth()).distinct().count()).isEqualTo(20);
        // The most frequent text of each joke is the joke itself: .35 of its copies, and lower-cased ones never.
        long exact = jokes.texts().stream()
                .filter(t -> jokes.texts().stream().filter(t::equals).count() > 50)
                .count();
        assertThat(exact / 5_000.0).isBetween(0.35, 0.95);
        assertThat(jokes.texts()).allSatisfy(t -> assertThat(t.length()).isBetween(80, 190));
    }

    @Test
    void statements_areOfTheirLength_andCopiesOfAFewMost() {
        LabelledTexts statements = StatementTexts.generate(5_000, 1_000, 42);
        assertThat(statements.texts().stream()
                        .mapToInt(String::length)
                        .average()
                        .orElseThrow())
                .isBetween(100.0, 140.0);
        // The first of 1,000: the cube of a uniform number is below 1/1,000 in a tenth; standard error .0042.
        assertThat(Arrays.stream(statements.truth()).filter(t -> t == 0).count() / 5_000.0)
                .isCloseTo(0.1, within(0.02));
        assertThat(StatementTexts.generate(50, 20, 1).texts())
                .isEqualTo(StatementTexts.generate(50, 20, 1).texts());
    }

    @Test
    void agreement_isOfPairs() {
        LabelledTexts texts = new LabelledTexts(List.of("a", "b", "c", "d"), new int[] {0, 0, 0, 1});
        // Pairs that belong together: ab, ac, bc; put together: ab, cd.
        LabelledTexts.Agreement agreement = texts.agreement(new int[] {5, 5, 7, 7});
        assertThat(agreement.precision()).isEqualTo(1 / 2.0);
        assertThat(agreement.recall()).isEqualTo(1 / 3.0);
        assertThat(agreement.f1()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void noveltySizeAnswers_areSharedInPart() {
        AnswerTable table = NoveltySizeAnswers.table(24, 100, 10, 42);
        assertThat(table.prompts()).hasSize(100);
        assertThat(table.answers()).hasSize(24_000);
        // Two thirds are drawn from what all models say; 24,000 draws: standard error .003.
        double shared = table.answers().stream()
                        .filter(answer -> answer.text().startsWith("what all"))
                        .count()
                / 24_000.0;
        assertThat(shared).isCloseTo(2.0 / 3, within(0.015));
    }

    @Test
    void zipfTexts_haveTheirWords_andOneMeasureWhoeverComputesIt() {
        List<List<String>> texts = ZipfTexts.of(30, 40, 42);
        assertThat(texts).hasSize(30).allSatisfy(text -> assertThat(text).hasSize(40));
        TokenizedTexts tokenized = TokenizedTexts.ofTokens(texts);
        assertThat(SelfBleu.of(tokenized, 4).orElseThrow())
                .isCloseTo(TextbookTexts.selfBleu(texts, 4), within(1e-12))
                .isBetween(0.01, 0.95);
        assertThat(RougeL.homogenisation(tokenized).orElseThrow())
                .isCloseTo(TextbookTexts.rougeL(texts), within(1e-12));
        assertThat(LexicalDiversity.meanDistinct(tokenized, 4).orElseThrow())
                .isCloseTo(TextbookTexts.meanDistinct(texts, 4), within(1e-12));
    }

    private static double share(List<String> texts, String text) {
        return texts.stream().filter(text::equals).count() / (double) texts.size();
    }
}
