package dev.slop.metrics.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.grouping.Grouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SemanticGroupingTest {
    /** A text is an angle in degrees. */
    private static final TextEmbedder ANGLES = new TextEmbedder() {
        @Override
        public String name() {
            return "angles";
        }

        @Override
        public Embeddings embed(List<String> texts) {
            return Embeddings.of(texts.stream()
                    .map(text -> Math.toRadians(Double.parseDouble(text)))
                    .map(angle -> new float[] {(float) Math.cos(angle), (float) Math.sin(angle)})
                    .toList());
        }
    };

    private static SemanticGrouping within10Degrees() {
        return SemanticGrouping.of(ANGLES, Math.cos(Math.toRadians(10)));
    }

    @Test
    void group_joinsWhatMeansTheSame_labelledByTheMedoid() {
        Grouping grouping = within10Degrees().group(List.of("0", "90", "4", "8", "91", "200", "4"));

        assertThat(grouping.labels()).containsExactly("4", "90", "200");
        assertThat(grouping.groupOf()).containsExactly(0, 1, 0, 0, 1, 2, 0);
        assertThat(grouping.warnings()).isEmpty();
    }

    @Test
    void distances_areThoseOfTheMeanings() {
        double[][] distances = within10Degrees().distances(List.of("0", "90", "180"));

        assertThat(distances[1][0]).isEqualTo(distances[0][1]).isCloseTo(1, within(1e-7));
        assertThat(distances[2][0]).isCloseTo(2, within(1e-7));
        assertThat(distances[2][2]).isZero();
        assertThat(within10Degrees().distances(List.of())).isEmpty();
    }

    @Test
    void group_chainOfSmallSteps_doesNotJoinItsEnds() {
        List<String> chain =
                IntStream.range(0, 30).mapToObj(i -> String.valueOf(i * 6)).toList();
        Grouping grouping = within10Degrees().group(chain);

        assertThat(grouping.labels().size()).isBetween(8, 15);
        assertThat(grouping.groupOf().get(0)).isNotEqualTo(grouping.groupOf().get(29));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void group_doesNotDependOnOrder(long seed) {
        Random random = new Random(seed);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(String.valueOf(random.nextInt(36) * 5));
        }
        Map<String, String> expected = labels(answers);
        Collections.shuffle(answers, random);

        assertThat(labels(answers)).isEqualTo(expected);
    }

    private static Map<String, String> labels(List<String> answers) {
        Grouping grouping = within10Degrees().group(answers);
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            labels.put(answers.get(i), grouping.labels().get(grouping.groupOf().get(i)));
        }
        return labels;
    }

    @Test
    void linkage_asScipy() {
        // scipy 1.17: fcluster(linkage(1 - cosines, 'average'), 0.7 and 1, 'distance')
        assertThat(MeanLinkage.group(Gram.ofRows(Points.sines(6, 4)), 0.3)).containsExactly(0, 1, 2, 3, 0, 0);
        assertThat(MeanLinkage.group(Gram.ofRows(Points.sines(6, 4)), 0)).containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(MeanLinkage.group(Gram.ofRows(Points.sines(4, 6)), 0.3)).containsExactly(0, 0, 2, 3);
        assertThat(MeanLinkage.group(Gram.ofRows(Points.sines(4, 6)), 0)).containsExactly(0, 0, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void linkage_asTheTextbook(long seed) {
        double[][] similarity = Gram.ofRows(Points.random(40, 3, seed));
        assertThat(MeanLinkage.group(Gram.ofRows(Points.random(40, 3, seed)), 0.6))
                .isEqualTo(textbook(similarity, 0.6));
    }

    /** Joins the most alike pair of groups, again and again, with means over all pairs made anew. */
    private static int[] textbook(double[][] similarity, double threshold) {
        List<List<Integer>> groups = new ArrayList<>(
                IntStream.range(0, similarity.length).mapToObj(List::of).toList());
        while (true) {
            double best = threshold;
            int[] pair = {};
            for (int a = 0; a < groups.size(); a++) {
                for (int b = a + 1; b < groups.size(); b++) {
                    double mean = mean(similarity, groups.get(a), groups.get(b));
                    if (mean >= best) {
                        best = mean;
                        pair = new int[] {a, b};
                    }
                }
            }
            if (pair.length == 0) {
                break;
            }
            List<Integer> joined = new ArrayList<>(groups.get(pair[0]));
            joined.addAll(groups.remove(pair[1]));
            groups.set(pair[0], joined);
        }
        int[] leaders = new int[similarity.length];
        groups.forEach(group -> group.forEach(i -> leaders[i] = Collections.min(group)));
        return leaders;
    }

    private static double mean(double[][] similarity, List<Integer> a, List<Integer> b) {
        return a.stream()
                        .mapToDouble(i ->
                                b.stream().mapToDouble(j -> similarity[i][j]).sum())
                        .sum()
                / (a.size() * b.size());
    }

    @Test
    void group_manyTexts_isBoundedAndSaid() {
        List<String> answers = IntStream.range(0, SemanticGrouping.MOST_LINKED + 1)
                .mapToObj(i -> String.valueOf(i % 4 * 90 + i * 1e-4))
                .toList();
        Grouping grouping = within10Degrees().group(answers);

        assertThat(grouping.labels()).hasSize(4);
        assertThat(grouping.warnings()).singleElement().asString().contains("4001 different texts");
    }

    @Test
    void group_nothing_isEmpty() {
        assertThat(within10Degrees().group(List.of()).labels()).isEmpty();
    }

    @Test
    void of_withoutThreshold_isRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemanticGrouping.of(ANGLES))
                .withMessageContaining("angles");
        assertThatIllegalArgumentException().isThrownBy(() -> SemanticGrouping.of(ANGLES, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SemanticGrouping.of(ANGLES, Double.NaN));
    }

    @Test
    void semanticEntropy_referenceValues() {
        Grouping groups = new Grouping(List.of("a", "b"), List.of(0, 0, 0, 1, 1));

        // uqlm, clusters of 3 and 2 among 5: 1 - .6730116670092565 / ln 5
        assertThat(SemanticEntropy.negentropy(groups)).hasValueCloseTo(0.581834339920648, within(1e-12));
        assertThat(SemanticEntropy.bits(groups, EntropyEstimator.plugIn()))
                .hasValueCloseTo(0.6730116670092565 / Math.log(2), within(1e-12));
    }

    @Test
    void semanticEntropy_withoutAnswers_isNoData() {
        Grouping none = new Grouping(List.of(), List.of());
        assertThat(SemanticEntropy.bits(none, EntropyEstimator.plugIn())).isEmpty();
        assertThat(SemanticEntropy.negentropy(none)).isEmpty();
        assertThat(SemanticEntropy.negentropy(new Grouping(List.of("a"), List.of(0))))
                .isEmpty();
        assertThat(SemanticEntropy.negentropy(new Grouping(List.of("a"), List.of(0, 0))))
                .hasValue(1);
    }
}
