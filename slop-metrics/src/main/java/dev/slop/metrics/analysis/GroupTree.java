package dev.slop.metrics.analysis;

import dev.slop.metrics.overlap.ModelTree;

/**
 * The groups of a prompt by how alike they are, so that "teal" and "turquoise" can be read as shades of one answer: average
 * linkage over what the groups are called.
 *
 * @param tree whose leaves are the labels of the groups on one line, of long ones the beginning, told apart by the group's
 *     number where two begin alike
 * @param groups in the tree: the most frequent, {@value #MOST} at most
 * @param ofGroups how many there are
 * @param distance name of the distance between two groups' labels, the one that the grouping goes by
 */
public record GroupTree(ModelTree tree, int groups, int ofGroups, String distance) {
    /** Groups that a tree has at most. */
    public static final int MOST = 30;

    /** Groups that a tree has at least: two are a distance, no tree. */
    public static final int FEWEST = 3;
}
