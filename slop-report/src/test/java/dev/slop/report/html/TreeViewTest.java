package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.overlap.ModelTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeViewTest {
    private static final List<String> MODELS = List.of("x/a", "x/b", "x/c");

    @Test
    void of_threeModels_drawsEachJoinFromLeafToRoot() {
        ModelTree tree = ModelTree.averageLinkage(MODELS, new double[][] {{0, 0.2, 0.8}, {0.2, 0, 0.8}, {0.8, 0.8, 0}});
        TreeView view = TreeView.ofModels(tree, new ModelNames(MODELS));

        // a and b join at a quarter of the width, halfway between their rows; c joins them at the root
        assertThat(view.path()).isEqualTo("M100.00 0.500H75.00V1.500H100.00M75.00 1.000H0.00V2.500H100.00");
        assertThat(view.leaves()).extracting(TreeView.Leaf::name).containsExactly("a", "b", "c");
        assertThat(view.joins())
                .containsExactly(new TreeView.Merge("a", "b", "0.2"), new TreeView.Merge("a, b", "c", "0.8"));
        assertThat(view.newick()).isEqualTo(tree.newick());
    }

    @Test
    void ofGroups_ofColours_hasASwatchWhereTheNameIsOne() {
        ModelTree tree = ModelTree.averageLinkage(List.of("sky blue", "url(x)"), new double[][] {{0, 1}, {1, 0}});

        assertThat(TreeView.ofGroups(tree, AnswerKind.COLOUR).leaves())
                .containsExactly(new TreeView.Leaf("sky blue", "skyblue"), new TreeView.Leaf("url(x)", ""));
        assertThat(TreeView.ofGroups(tree, AnswerKind.TEXT).leaves())
                .extracting(TreeView.Leaf::swatch)
                .containsOnly("");
    }

    @Test
    void of_equalModels_isFlatAndFinite() {
        ModelTree tree = ModelTree.averageLinkage(MODELS, new double[3][3]);

        assertThat(TreeView.ofModels(tree, new ModelNames(MODELS)).path()).doesNotContain("NaN", "Infinity");
    }
}
