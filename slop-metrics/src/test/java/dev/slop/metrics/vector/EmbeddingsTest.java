package dev.slop.metrics.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingsTest {
    @Test
    void of_rowsOfAnyLength_areScaledToOne() {
        Embeddings texts = Points.rows(new float[] {3, 4}, new float[] {0, 1e-20f}, new float[] {-2e30f, 0});

        assertThat(texts.row(0)).containsExactly(0.6f, 0.8f);
        assertThat(texts.row(1)).containsExactly(0, 1);
        assertThat(texts.row(2)).containsExactly(-1, 0);
        assertThat(texts.cosine(0, 1)).isCloseTo(0.8, within(1e-7));
    }

    @Test
    void row_isACopy() {
        float[] given = {1, 0};
        Embeddings texts = Embeddings.of(List.of(given));
        given[0] = 7;
        texts.row(0)[0] = 9;

        assertThat(texts.row(0)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
    void of_rowWithoutDirection_isRejectedByNumber(float x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.rows(new float[] {1, 0}, new float[] {x, 0}))
                .withMessageContaining("row 1");
    }

    @Test
    void of_raggedOrNoRows_areRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.rows(new float[] {1, 0}, new float[] {1}))
                .withMessage("row 1 has 1 numbers, row 0 has 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Embeddings.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Points.sines(3, 2).select());
    }

    // numpy 2.4: rows scaled to unit length, mean of the upper triangle of U @ U.T; (A @ B.T).mean() of the two halves
    @ParameterizedTest
    @CsvSource({"6, 4, 0.03819614573046651, 0.11878182474632487", "4, 6, -0.1980454607300395, -0.4459175938891142"})
    void meanCosine_referenceValues(int n, int dimension, double inside, double across) {
        Embeddings texts = Points.sines(n, dimension);

        assertThat(MeanCosine.within(texts)).hasValueCloseTo(inside, within(1e-7));
        assertThat(MeanCosine.across(Points.first(texts, n / 2), Points.from(texts, n / 2)))
                .isCloseTo(across, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 129, 1500})
    void meanCosine_isTheMeanOverPairs(int n) {
        Embeddings texts = Points.random(n, 9, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += texts.cosine(i, j);
            }
        }

        assertThat(MeanCosine.within(texts)).hasValueCloseTo(sum / (n * (n - 1) / 2.0), within(1e-6));
    }

    @Test
    void meanCosine_edges() {
        Embeddings one = Points.rows(new float[] {1, 2});

        assertThat(MeanCosine.within(one)).isEmpty();
        assertThat(MeanCosine.within(one.and(one))).hasValueCloseTo(1.0, within(1e-7));
        assertThat(MeanCosine.across(one, one)).isCloseTo(1, within(1e-7));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanCosine.across(one, Points.sines(2, 3)));
    }

    @Test
    void medoid_isMostCentral() {
        assertThat(Medoid.of(Points.sines(6, 4))).isEqualTo(4); // numpy: (U @ U.T).sum(1).argmax()
        assertThat(Medoid.of(Points.sines(4, 6))).isZero();
        assertThat(Medoid.of(Points.rows(new float[] {1, 0}, new float[] {0, 1})))
                .isZero();
    }

    @Test
    void plane_referenceValues() {
        // numpy 2.4: svd of the centred unit rows, each axis turned so that its largest entry is positive
        PrincipalPlane wide = PrincipalPlane.of(Points.sines(6, 4));
        assertThat(wide.points().get(0).x()).isCloseTo(0.22201239, within(1e-5));
        assertThat(wide.points().get(1).x()).isCloseTo(-0.98415881, within(1e-5));
        assertThat(wide.points().get(0).y()).isCloseTo(-0.47930056, within(1e-5));
        assertThat(wide.points().get(5).y()).isCloseTo(-0.39948893, within(1e-5));
        assertThat(wide.firstShare()).isCloseTo(0.4686883816012735, within(1e-6));
        assertThat(wide.secondShare()).isCloseTo(0.3231493266876469, within(1e-6));

        PrincipalPlane flat = PrincipalPlane.of(Points.sines(4, 6));
        assertThat(flat.points().get(0).x()).isCloseTo(0.59507814, within(1e-5));
        assertThat(flat.points().get(3).y()).isCloseTo(-0.70464513, within(1e-5));
    }

    @Test
    void plane_ofEqualTexts_isAPoint() {
        Embeddings same = Points.sines(1, 5).select(0, 0, 0);
        PrincipalPlane plane = PrincipalPlane.of(same);

        assertThat(plane.firstShare()).isLessThan(1e-9);
        assertThat(plane.points()).allSatisfy(point -> {
            assertThat(point.x()).isCloseTo(0, within(1e-6));
            assertThat(point.y()).isCloseTo(0, within(1e-6));
        });
    }

    @Test
    void plane_ofTwoTexts_isALine() {
        PrincipalPlane plane = PrincipalPlane.of(Points.sines(2, 5));

        assertThat(plane.firstShare()).isCloseTo(1, within(1e-9));
        assertThat(plane.secondShare()).isCloseTo(0, within(1e-9));
    }
}
