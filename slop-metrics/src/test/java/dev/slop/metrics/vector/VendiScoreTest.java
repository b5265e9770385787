package dev.slop.metrics.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.diversity.HillNumber;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VendiScoreTest {
    private static final double[][] THREE = {{1, .9, 0}, {.9, 1, 0}, {0, 0, 1}};

    // vendi_score.score_K(K, q) of the reference package
    @ParameterizedTest
    @CsvSource({
        "0.5, 2.420348357053285",
        "1, 2.1573004833739833",
        "2, 1.9480519480519483",
        "Infinity, 1.5789473684210527"
    })
    void ofKernel_referenceValues(double q, double expected) {
        VendiScore.Score score = VendiScore.ofOrder(q).of(THREE);

        assertThat(score.value()).isCloseTo(expected, within(1e-12));
        assertThat(score.warnings()).isEmpty();
    }

    @Test
    void ofKernel_exponentialOfDistances_asThePackage() {
        double[] samples = {0, 0, 10, 10, 20, 20}; // vendi.score(samples, lambda a, b: np.exp(-abs(a - b)))
        double[][] kernel = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                kernel[i][j] = Math.exp(-Math.abs(samples[i] - samples[j]));
            }
        }
        assertThat(VendiScore.ofOrder(1).of(kernel).value()).isCloseTo(2.999999995877701, within(1e-9));
    }

    @Test
    void ofEmbeddings_asThePackage() {
        Embeddings x = Points.rows(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1}); // vendi.score_X(X, q)

        assertThat(VendiScore.ofOrder(1).of(x)).isCloseTo(1.8898815748423097, within(1e-6));
        assertThat(VendiScore.ofOrder(2).of(x)).isCloseTo(1.8, within(1e-6));
    }

    // numpy 2.4: eigvalsh(U @ U.T / n), then the Hill number of order q
    @ParameterizedTest
    @CsvSource({
        "6, 4, 0, 4",
        "6, 4, 0.5, 3.7793804180681354",
        "6, 4, 1, 3.586067756844668",
        "6, 4, 2, 3.2825590931636457",
        "6, 4, 3, 3.0717529032863315",
        "6, 4, Infinity, 2.3524669578245283",
        "4, 6, 0, 4",
        "4, 6, 0.5, 2.9772365805749357",
        "4, 6, 1, 2.6407288268674782",
        "4, 6, 2, 2.349205955452207",
        "4, 6, 3, 2.1979489816035724",
        "4, 6, Infinity, 1.7908893687483334"
    })
    void ofEmbeddings_referenceValues(int n, int dimension, double q, double expected) {
        assertThat(VendiScore.ofOrder(q).of(Points.sines(n, dimension))).isCloseTo(expected, within(2e-6));
    }

    @ParameterizedTest
    @CsvSource({"4, 9, 1", "4, 9, 2", "40, 9, 0.5", "40, 9, 1", "40, 9, 2"})
    void ofCounts_asIfEachTextWereThereSoOften(int n, int dimension, double q) {
        Embeddings texts = Points.random(n, dimension, 3);
        long[] counts = new Random(4).longs(n, 0, 4).toArray();
        int[] repeated = IntStream.range(0, n)
                .flatMap(i -> IntStream.generate(() -> i).limit(counts[i]))
                .toArray();

        assertThat(VendiScore.ofOrder(q).of(texts, counts))
                .isCloseTo(VendiScore.ofOrder(q).of(texts.select(repeated)), within(1e-5));
    }

    @Test
    void ofCounts_notFitting_isRejected() {
        Embeddings texts = Points.random(3, 4, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendiScore.ofOrder(1).of(texts, new long[] {1, 2}))
                .withMessage("2 counts for 3 texts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendiScore.ofOrder(1).of(texts, new long[] {1, -2, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendiScore.ofOrder(1).of(texts, new long[3]));
    }

    @Test
    void ofKernel_notPositive_isClippedAndSaid() {
        double[][] kernel = {{1, .9, .1}, {.9, 1, .9}, {.1, .9, 1}}; // eigenvalues of K/3: -.0746, .3, .7746
        VendiScore.Score score = VendiScore.ofOrder(1).of(kernel);

        assertThat(score.value()).isCloseTo(1.8079132967562976, within(1e-12)); // numpy, negative set to 0, rescaled
        assertThat(score.negativeShare()).isCloseTo(0.07459130676189997, within(1e-12));
        assertThat(score.warnings()).singleElement().asString().contains("not positive semi-definite", "0.0746");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .3, 1, 2, 7, Double.POSITIVE_INFINITY})
    void alikeOrNot_isTheHillNumberOfCounts(double q) {
        int[] labels = {0, 0, 0, 1, 1, 2};
        double[][] kernel = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                kernel[i][j] = labels[i] == labels[j] ? 1 : 0;
            }
        }
        double hill = HillNumber.ofOrder(q).of(new long[] {3, 2, 1});

        assertThat(VendiScore.ofOrder(q).of(kernel).value()).isCloseTo(hill, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isMonotoneBoundedAndOrderFree(long seed) {
        Embeddings texts = Points.random(30 + (int) seed * 10, 40, seed);
        double before = 40 + 1e-6;
        for (double q : new double[] {0, .5, 1, 2, 5, Double.POSITIVE_INFINITY}) {
            double score = VendiScore.ofOrder(q).of(texts);
            assertThat(score).isBetween(1.0, before + 1e-9);
            assertThat(VendiScore.ofOrder(q).of(Points.reversed(texts))).isCloseTo(score, within(1e-5));
            before = score;
        }
    }

    @Test
    void dualForm_equalsTheKernel() {
        Embeddings many = Points.random(300, 12, 3);
        for (double q : new double[] {1, 2, Double.POSITIVE_INFINITY}) {
            double kernel = VendiScore.ofOrder(q).of(Gram.ofRows(many)).value();
            assertThat(VendiScore.ofOrder(q).of(many)).isCloseTo(kernel, within(1e-4));
        }
    }

    @Test
    void equalTexts_scoreOne() {
        Embeddings same = Points.sines(1, 8).select(new int[500]);
        for (double q : new double[] {0, .5, 1, 2, Double.POSITIVE_INFINITY}) {
            assertThat(VendiScore.ofOrder(q).of(same)).isCloseTo(1, within(1e-5));
        }
        assertThat(VendiScore.ofOrder(1).of(Points.sines(1, 8))).isCloseTo(1, within(1e-6));
    }

    @Test
    void badInput_isNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> VendiScore.ofOrder(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> VendiScore.ofOrder(Double.NaN));
        VendiScore score = VendiScore.ofOrder(1);
        assertThatIllegalArgumentException().isThrownBy(() -> score.of(new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.of(new double[][] {{1, 0}, {0}}))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.of(new double[][] {{1, .5}, {.4, 1}}))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> score.of(new double[][] {{2}}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50, 200})
    void eigenvalues_giveTraceAndSquares(int n) {
        Random random = new Random(n);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = matrix[j][i] = random.nextGaussian();
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += matrix[i][i];
        }
        double squares = Kernel.sumOfSquares(matrix);
        double[] values = SymmetricEigenvalues.of(matrix);

        assertThat(Arrays.stream(values).sum()).isCloseTo(trace, within(1e-10 * n));
        assertThat(Arrays.stream(values).map(v -> v * v).sum()).isCloseTo(squares, within(1e-9 * n * n));
    }

    @Test
    void eigenvalues_ofKnownMatrix() {
        double[][] second = new double[50][50]; // second differences: 2 - 2 cos(k pi / 51)
        for (int i = 0; i < 50; i++) {
            second[i][i] = 2;
            if (i > 0) {
                second[i][i - 1] = second[i - 1][i] = -1;
            }
        }
        double[] values = SymmetricEigenvalues.of(second);
        for (int k = 0; k < 50; k++) {
            assertThat(values[k]).isCloseTo(2 - 2 * Math.cos((k + 1) * Math.PI / 51), within(1e-13));
        }
    }
}
