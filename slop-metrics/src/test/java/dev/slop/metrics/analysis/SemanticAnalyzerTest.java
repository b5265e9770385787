package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.analysis.SemanticAnalysis.ModelMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.Place;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.MeanCosine;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TwoSampleTest;
import dev.slop.metrics.vector.VendiScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

final class SemanticAnalyzerTest {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 0.95, 199);
    private static final List<String> OWN = List.of("teal", "teal", "teal", "turquoise", "blue");
    private static final List<String> OTHER = List.of("blue", "navy", "red", "crimson");

    @Test
    void analyze_withEmbedder_measuresMeaning() {
        PromptMeaning meaning = meaning(colours());
        ModelMeaning own = meaning.models().get(0);
        Embeddings rows = Letters.INSTANCE.embed(OWN);
        Embeddings others = Letters.INSTANCE.embed(OTHER);

        assertThat(meaning.embedder()).isEqualTo("letters");
        assertThat(meaning.texts()).isEqualTo(6);
        assertThat(meaning.models()).extracting(ModelMeaning::model).containsExactly("a", "b");
        assertThat(value(own.meanCosine())).isCloseTo(MeanCosine.within(rows).orElseThrow(), within(1e-6));
        assertThat(value(own.vendi())).isCloseTo(VendiScore.ofOrder(1).of(rows), within(1e-6));
        assertThat(own.medoid()).isEqualTo("teal");
        assertThat(meaning.pooled().n()).isEqualTo(9);
        PairMeaning pair = meaning.pairs().get(0);
        assertThat(value(pair.meanCosine())).isCloseTo(MeanCosine.across(rows, others), within(1e-6));
        assertThat(pair.energy().distance().orElseThrow())
                .isCloseTo(TwoSampleTest.energyDistance().statistic(rows, others), within(1e-6));
        assertThat(pair.energy().pValue().adjusted()).isPresent();
    }

    @Test
    void meanCosine_interval_isTheJackknifeOfAnswers() {
        Estimate own = (Estimate) meaning(colours()).models().get(0).meanCosine();
        double[] without = IntStream.range(0, OWN.size())
                .mapToDouble(i -> MeanCosine.within(Letters.INSTANCE.embed(without(OWN, i)))
                        .orElseThrow())
                .toArray();
        double half = 2.7764451051977987 * jackknifeError(without); // scipy.stats.t.ppf(.975, 4)

        double room = 1 - Math.pow(0.05, 1.0 / OWN.size());
        assertThat(own.lower()).isCloseTo(own.value() - Math.max(half, room * own.value()), within(1e-6));
        assertThat(own.upper())
                .isCloseTo(
                        own.value() + Math.max(Math.min(1 - own.value(), half), room * (1 - own.value())),
                        within(1e-6));
    }

    @Test
    void meanCosineOfPair_interval_isTheJackknifeOfBothSamples() {
        Estimate across = (Estimate) meaning(colours()).pairs().get(0).meanCosine();
        double own = jackknifeError(IntStream.range(0, OWN.size())
                .mapToDouble(
                        i -> MeanCosine.across(Letters.INSTANCE.embed(without(OWN, i)), Letters.INSTANCE.embed(OTHER)))
                .toArray());
        double other = jackknifeError(IntStream.range(0, OTHER.size())
                .mapToDouble(
                        i -> MeanCosine.across(Letters.INSTANCE.embed(OWN), Letters.INSTANCE.embed(without(OTHER, i))))
                .toArray());
        double error = Math.sqrt(own * own + other * other);
        double freedom = Math.pow(error, 4) / (Math.pow(own, 4) / 4 + Math.pow(other, 4) / 3);

        double half = error * new TDistribution(null, freedom).inverseCumulativeProbability(0.975);

        assertThat(half).isGreaterThan(across.value() * (1 - Math.pow(0.05, 0.25)));
        assertThat(across.lower()).isCloseTo(across.value() - half, within(1e-6));
    }

    @Test
    void analyze_withoutEmbedder_changesNothingElse() {
        Analysis with = Analyzer.analyze(colours(), OPTIONS);
        Analysis without = Analyzer.analyze(table(Optional.empty(), AnswerGrouping.exact()), OPTIONS);

        assertThat(without.semantic()).isEqualTo(SemanticAnalysis.none());
        assertThat(without.prompts()).isEqualTo(with.prompts());
        assertThat(without.overall()).isEqualTo(with.overall());
        assertThat(with.semantic().of("other")).isEmpty();
    }

    @Test
    void analyze_orderAndThreads_doNotMatter() throws Exception {
        AnswerTable table = colours();
        List<Answer> shuffled = new ArrayList<>(table.answers());
        Collections.shuffle(shuffled, new Random(5));
        SemanticAnalysis expected = Analyzer.analyze(table, OPTIONS).semantic();

        assertThat(Analyzer.analyze(new AnswerTable(table.prompts(), shuffled), OPTIONS)
                        .semantic())
                .isEqualTo(expected);
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            assertThat(single.submit(() -> Analyzer.analyze(table, OPTIONS).semantic())
                            .get())
                    .isEqualTo(expected);
        } finally {
            single.shutdown();
        }
    }

    @Test
    void analyze_repeatedAnswers_areEmbeddedOnce() {
        List<String> seen = new CopyOnWriteArrayList<>();
        TextEmbedder counting = new Letters() {
            @Override
            public Embeddings embed(List<String> texts) {
                seen.addAll(texts);
                return super.embed(texts);
            }
        };
        Analyzer.analyze(table(Optional.of(counting), AnswerGrouping.exact()), OPTIONS);

        assertThat(seen).containsExactly("blue", "crimson", "navy", "red", "teal", "turquoise");
    }

    @Test
    void entropy_needsAGroupingByMeaning() {
        Quantity unknown = meaning(colours()).pooled().entropyBits();
        PromptMeaning grouped = meaning(table(Optional.empty(), SemanticGrouping.of(Letters.INSTANCE, 0.99)));
        Analysis analysis =
                Analyzer.analyze(table(Optional.empty(), SemanticGrouping.of(Letters.INSTANCE, 0.99)), OPTIONS);

        assertThat(((Unavailable) unknown).reason()).isEqualTo("no threshold of the same meaning is known for letters");
        assertThat(grouped.pooled().entropyBits())
                .isEqualTo(analysis.prompts().get(0).pooled().entropyBits().chaoJost());
    }

    @Test
    void entropy_ofAnotherGrouping_isByTheEmbeddersThreshold() {
        TextEmbedder loose = new Letters() {
            @Override
            public OptionalDouble sameMeaning() {
                return OptionalDouble.of(0.001);
            }
        };
        PromptMeaning meaning = meaning(table(Optional.of(loose), AnswerGrouping.exact()));

        assertThat(value(meaning.pooled().entropyBits())).isZero();
    }

    @Test
    void analyze_equalAnswers_boundAnother() {
        PromptMeaning meaning = meaning(new AnswerTable(
                List.of(spec(Optional.of(Letters.INSTANCE), AnswerGrouping.exact())),
                answers("a", List.of("blue", "blue", "blue", "blue"))));
        Estimate cosine = (Estimate) meaning.pooled().meanCosine();
        Estimate vendi = (Estimate) meaning.pooled().vendi();

        assertThat(cosine.value()).isCloseTo(1, within(1e-6));
        assertThat(cosine.lower()).isLessThan(0.99);
        assertThat(vendi.value()).isCloseTo(1, within(1e-6));
        assertThat(vendi.upper()).isCloseTo(1 + 3 * (1 - Math.pow(0.05, 0.25)), within(1e-5));
        assertThat(meaning.map().firstShare()).isZero();
    }

    @Test
    void analyze_fewOrNoAnswers_givesReasons() {
        List<Answer> answers = new ArrayList<>(answers("a", List.of("blue")));
        answers.add(new Answer("p", "refuser", Answer.DEFAULT_VARIANT, 0, Outcome.REFUSED, "no"));
        answers.addAll(answers("b", List.of("red", "navy")));
        PromptMeaning meaning =
                meaning(new AnswerTable(List.of(spec(Optional.of(Letters.INSTANCE), AnswerGrouping.exact())), answers));

        assertThat(meaning.models()).extracting(ModelMeaning::model).containsExactly("a", "b");
        assertThat(meaning.models()).extracting(ModelMeaning::meanCosine).allMatch(Unavailable.class::isInstance);
        assertThat(meaning.models()).extracting(ModelMeaning::vendi).allMatch(Unavailable.class::isInstance);
        assertThat(meaning.pairs().get(0).meanCosine()).isInstanceOf(Unavailable.class);
        assertThat(meaning.pairs().get(0).energy().distance()).isPresent();
        assertThat(Analyzer.analyze(
                                new AnswerTable(
                                        List.of(spec(Optional.of(Letters.INSTANCE), AnswerGrouping.exact())),
                                        List.of(answers.get(1))),
                                OPTIONS)
                        .semantic()
                        .prompts())
                .isEmpty();
    }

    @Test
    void analyze_answersThatCannotBeEmbedded_areToldAndLeftOut() {
        TextEmbedder failing = new Letters() {
            @Override
            public Embeddings embed(List<String> texts) {
                throw new EmbeddingException("no row for 'blue'");
            }
        };
        Analysis analysis = Analyzer.analyze(table(Optional.of(failing), AnswerGrouping.exact()), OPTIONS);

        assertThat(analysis.semantic().prompts()).isEmpty();
        assertThat(analysis.overall().findings())
                .last()
                .extracting(Finding::text)
                .isEqualTo("p: what the answers mean is not measured, no row for 'blue'");
    }

    @Test
    void map_countsRepeatsAndNamesTheGivers() {
        PromptMeaning meaning = meaning(colours());
        Place first = meaning.map().places().get(0);

        assertThat(meaning.map().places()).hasSize(6);
        assertThat(first.text()).isEqualTo("teal");
        assertThat(first.count()).isEqualTo(3);
        assertThat(meaning.map().places().stream()
                        .filter(place -> place.text().equals("blue"))
                        .findFirst()
                        .orElseThrow()
                        .models())
                .hasToString("{a=1, b=1}");
        assertThat(meaning.map().firstShare())
                .isGreaterThanOrEqualTo(meaning.map().secondShare())
                .isBetween(0.3, 1.0);
    }

    @Test
    void map_ofVeryManyTexts_isBounded() {
        List<String> many = new ArrayList<>(IntStream.range(0, 2_500)
                .mapToObj(i -> "text " + Integer.toString(i, 26))
                .toList());
        many.add("text 0");
        PromptMeaning meaning = meaning(new AnswerTable(
                List.of(spec(Optional.of(Letters.INSTANCE), AnswerGrouping.exact())), answers("a", many)));

        assertThat(meaning.texts()).isEqualTo(2_500);
        assertThat(meaning.map().places()).hasSize(2_000);
        assertThat(meaning.map().places().get(0).count()).isEqualTo(2);
    }

    @Test
    void groups_ofSeveralTexts_haveAMedoid() {
        PromptMeaning meaning = meaning(table(Optional.empty(), SemanticGrouping.of(Letters.INSTANCE, 0.001)));

        assertThat(meaning.groups()).hasSize(1);
        assertThat(OWN).contains(meaning.groups().get(0).medoid());
        assertThat(meaning(colours()).groups()).isEmpty();
    }

    private static double jackknifeError(double[] without) {
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return Math.sqrt((without.length - 1.0) / without.length * squares);
    }

    private static List<String> without(List<String> texts, int left) {
        List<String> rest = new ArrayList<>(texts);
        rest.remove(left);
        return rest;
    }

    private static double value(Quantity quantity) {
        return ((Estimate) quantity).value();
    }

    private static PromptMeaning meaning(AnswerTable table) {
        return Analyzer.analyze(table, OPTIONS).semantic().of("p").orElseThrow();
    }

    private static AnswerTable colours() {
        return table(Optional.of(Letters.INSTANCE), AnswerGrouping.exact());
    }

    private static AnswerTable table(Optional<TextEmbedder> embedder, AnswerGrouping grouping) {
        List<Answer> answers = new ArrayList<>(answers("a", OWN));
        answers.addAll(answers("b", OTHER));
        PromptSpec spec = embedder.isPresent()
                ? spec(embedder, grouping)
                : new PromptSpec("p", "p", AnswerRules.text(), grouping, Optional.empty());
        return new AnswerTable(List.of(spec), answers);
    }

    private static PromptSpec spec(Optional<TextEmbedder> embedder, AnswerGrouping grouping) {
        return new PromptSpec("p", "p", AnswerRules.text(), grouping, Optional.empty(), embedder);
    }

    private static List<Answer> answers(String model, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Answer("p", model, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, texts.get(i)))
                .toList();
    }

    /** How often each letter occurs: alike spelt, alike meant. */
    private static class Letters implements TextEmbedder {
        static final TextEmbedder INSTANCE = new Letters();

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public Embeddings embed(List<String> texts) {
            return Embeddings.of(texts.stream().map(Letters::row).toList());
        }

        private static float[] row(String text) {
            float[] row = new float[27];
            text.chars().forEach(c -> row[c >= 'a' && c <= 'z' ? c - 'a' : 26]++);
            return row;
        }
    }
}
