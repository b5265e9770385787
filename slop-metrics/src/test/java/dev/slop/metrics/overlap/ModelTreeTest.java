package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTreeTest {
    private static final double[][] FIVE = {
        {0, 17, 21, 31, 23},
        {17, 0, 30, 34, 21},
        {21, 30, 0, 28, 39},
        {31, 34, 28, 0, 43},
        {23, 21, 39, 43, 0},
    };

    // Wikipedia, "UPGMA", working example; scipy.cluster.hierarchy.average: (0 1) 17, (4 01) 22, (2 3) 28, all 33
    @Test
    void fiveBacteria_joinAsPublished() {
        ModelTree tree = ModelTree.averageLinkage(List.of("a", "b", "c", "d", "e"), FIVE);
        assertThat(tree.newick()).isEqualTo("(((a:8.5,b:8.5):2.5,e:11):5.5,(c:14,d:14):2.5);");
        assertThat(tree.height()).isEqualTo(16.5);
        assertThat(tree.models()).containsExactly("a", "b", "e", "c", "d");
    }

    // scipy.cluster.hierarchy.average of the JSD matrix: G, E at .36877533, then C at .78827241
    @Test
    void numbers_joinAsScipy() {
        double[][] distances = {
            {0, .963903595255632, .612641233981702},
            {.963903595255632, 0, .368775334993569},
            {.612641233981702, .368775334993569, 0},
        };
        ModelTree tree = ModelTree.averageLinkage(List.of("claude", "gpt", "gemini"), distances);
        ModelTree.Join root = (ModelTree.Join) tree;
        assertThat(root.left()).isEqualTo(new ModelTree.Leaf("claude"));
        assertThat(root.right().models()).containsExactly("gemini", "gpt");
        assertThat(2 * root.right().height()).isCloseTo(.36877533, within(5e-9));
        assertThat(2 * root.height()).isCloseTo(.78827241, within(5e-9));
    }

    @Test
    void oneModel_isALeaf() {
        assertThat(ModelTree.averageLinkage(List.of("a"), new double[1][1]).newick())
                .isEqualTo("a:0;");
    }

    @Test
    void names_areQuotedWhereNeeded() {
        ModelTree tree =
                ModelTree.averageLinkage(List.of("it's (new)", "openai/gpt-5"), new double[][] {{0, 1}, {1, 0}});
        assertThat(tree.newick()).isEqualTo("('it''s (new)':0.5,openai/gpt-5:0.5);");
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfModels_doesNotMatter_evenWithTies(long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(9);
        double[][] distances = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distances[j][i] = random.nextInt(4);
            }
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<String> names = order.stream().map(i -> "m" + i).toList();
        ModelTree tree = ModelTree.averageLinkage(names, distances);
        Collections.shuffle(order, random);
        double[][] shuffled = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                shuffled[i][j] = distances[order.get(i)][order.get(j)];
            }
        }
        assertThat(ModelTree.averageLinkage(order.stream().map(names::get).toList(), shuffled))
                .isEqualTo(tree);
        assertThat(tree.models()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(tree.newick()).doesNotContain(":-").endsWith(";");
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> ModelTree.averageLinkage(List.of(), new double[0][0]))
                .hasMessageStartingWith("needs different models");
        assertThatThrownBy(() -> ModelTree.averageLinkage(List.of("a", "a"), new double[2][2]))
                .hasMessageStartingWith("needs different models");
        for (double[][] bad : new double[][][] {
            {{0, 1}, {2, 0}}, {{0, Double.NaN}, {Double.NaN, 0}}, {{0, -1}, {-1, 0}}, {{0}, {0, 0}}
        }) {
            assertThatThrownBy(() -> ModelTree.averageLinkage(List.of("a", "b"), bad))
                    .hasMessageStartingWith("distances must be square, symmetric and 0 or more: row");
        }
    }
}
