package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairwiseJaccardTest {
    static Stream<Arguments> shapes() {
        // sets, elements, universe: dense, one block and many; sparse; sets of very different size
        return Stream.of(
                Arguments.of(2, 5, 8),
                Arguments.of(7, 200, 800),
                Arguments.of(30, 3_000, 900_000),
                Arguments.of(100, 50, 400),
                Arguments.of(12, 40, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyPair_equalsPlainSets(int sets, int elements, int universe) {
        List<Set<Integer>> plain = random(sets, elements, universe);
        List<int[]> ids = plain.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        PairwiseJaccard ofIds = PairwiseJaccard.ofIds(ids);
        PairwiseJaccard ofSets = PairwiseJaccard.of(plain);
        for (int i = 0; i < sets; i++) {
            for (int j = 0; j < sets; j++) {
                int shared = Sets.intersection(plain.get(i), plain.get(j)).size();
                int either = Sets.union(plain.get(i), plain.get(j)).size();
                assertThat(ofIds.intersection(i, j)).isEqualTo(shared);
                assertThat(ofSets.intersection(i, j)).isEqualTo(shared);
                assertThat(ofIds.index(i, j)).hasValue((double) shared / either);
            }
        }
    }

    @Test
    void bitsAndLists_agree() {
        int[][] sets = random(40, 500, 5_000).stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        assertThat(BitRows.intersections(sets, 5_000)).isEqualTo(InvertedLists.intersections(sets));
    }

    // 1/14, 1/10, 4/18 (scipy)
    @Test
    void numbers_matchReference() {
        PairwiseJaccard jaccard = PairwiseJaccard.of(Blog.NUMBERS.stream()
                .map(table -> new LinkedHashSet<>(table.values()))
                .collect(Collectors.toList()));
        assertThat(jaccard.index(0, 1)).hasValue(1.0 / 14);
        assertThat(jaccard.index(2, 0)).hasValue(1.0 / 10);
        assertThat(jaccard.index(1, 2)).hasValue(4.0 / 18);
        assertThat(jaccard.index(1, 1)).hasValue(1);
        assertThat(jaccard.sets()).isEqualTo(3);
        assertThat(jaccard.size(1)).isEqualTo(13);
    }

    @Test
    void emptySet_isUndefined() {
        PairwiseJaccard jaccard = PairwiseJaccard.of(List.of(Set.of(), Set.of("a"), Set.<String>of()));
        assertThat(jaccard.index(0, 1)).isEmpty();
        assertThat(jaccard.index(0, 2)).isEmpty();
        assertThat(jaccard.index(0, 0)).isEmpty();
        assertThat(PairwiseJaccard.ofIds(List.of()).sets()).isZero();
    }

    @Test
    void badElements_areNamed() {
        assertThatThrownBy(() -> PairwiseJaccard.ofIds(List.of(new int[] {1}, new int[] {-3})))
                .hasMessage("set 1 has a negative element: -3");
        assertThatThrownBy(() -> PairwiseJaccard.ofIds(List.of(new int[] {4, 2, 4})))
                .hasMessageContaining("set 0 has element 4 twice");
        assertThatThrownBy(() -> PairwiseJaccard.ofIds(List.of(new int[] {1 << 30, 1 << 30})))
                .hasMessage("set 0 has element 1073741824 twice");
    }

    private static List<Set<Integer>> random(int sets, int elements, int universe) {
        SplittableRandom random = new SplittableRandom(elements);
        List<Set<Integer>> all = new ArrayList<>();
        for (int i = 0; i < sets; i++) {
            int size = Math.max(1, elements * (i + 1) / sets);
            all.add(Arrays.stream(random.doubles(size).toArray())
                    .mapToObj(u -> (int) (u * u * universe))
                    .collect(Collectors.toSet()));
        }
        return all;
    }
}
