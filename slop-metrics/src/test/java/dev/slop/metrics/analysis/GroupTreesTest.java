package dev.slop.metrics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.overlap.ModelTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GroupTreesTest {
    private static GroupTree tree(List<String> labels) {
        return GroupTrees.of(AnswerGrouping.exact(), groups(labels)).orElseThrow();
    }

    private static List<AnswerGroup> groups(List<String> labels) {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new AnswerGroup(i, labels.get(i), 1, labels.get(i), new TreeMap<>()))
                .toList();
    }

    @Test
    void of_shades_joinsThemAtTheReferenceHeights() {
        GroupTree tree = tree(List.of("dark blue", "light blue", "dark teal", "light teal"));

        // scipy.cluster.hierarchy.average of the Levenshtein distances over the longer lengths: .4, .444…, .7
        ModelTree.Join root = (ModelTree.Join) tree.tree();
        assertThat(2 * root.height()).isCloseTo(0.7, within(1e-12));
        assertThat(root.left().models()).containsExactly("dark blue", "dark teal");
        assertThat(2 * root.left().height()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(2 * root.right().height()).isCloseTo(0.4, within(1e-12));
        assertThat(tree.distance()).isEqualTo("normalised Levenshtein distance");
    }

    @Test
    void of_manyGroups_takesTheMostFrequent_andSaysOfHowMany() {
        List<String> labels =
                IntStream.range(0, 500).mapToObj(i -> "answer " + i).toList();
        GroupTree tree = tree(labels);

        assertThat(tree.tree().models()).containsExactlyInAnyOrderElementsOf(labels.subList(0, GroupTree.MOST));
        assertThat(List.of(tree.groups(), tree.ofGroups())).containsExactly(30, 500);
    }

    @Test
    void of_longOrBrokenLabels_namesThemApart() {
        String story = "once\nupon a time ".repeat(200);
        GroupTree tree = tree(List.of(story + "a", story + "b", story + "c", ""));

        assertThat(tree.tree().models()).doesNotHaveDuplicates().hasSize(4).allMatch(name -> name.length() <= 46);
        assertThat(tree.tree().newick()).doesNotContain("\n");
    }

    @Test
    void of_fewGroups_orNumbers_isAbsent() {
        assertThat(Stream.of(List.<String>of(), List.of("a", "b"), List.of("7", "-42", "73")))
                .allMatch(labels ->
                        GroupTrees.of(AnswerGrouping.exact(), groups(labels)).isEmpty());
        assertThat(GroupTrees.of(AnswerGrouping.exact(), groups(List.of("7", "42", "none"))))
                .isPresent();
    }

    @Test
    void of_shuffledLabels_isTheSameTree() {
        List<String> labels = new ArrayList<>(List.of("teal", "turquoise", "blue", "navy", "navy blue", "red"));
        GroupTree tree = tree(labels);
        Collections.shuffle(labels, new Random(1));

        assertThat(tree(labels)).isEqualTo(tree);
    }
}
