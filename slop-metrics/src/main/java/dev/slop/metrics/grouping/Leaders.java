package dev.slop.metrics.grouping;

import java.util.List;

/** The texts that lead groups, while the groups are found. */
interface Leaders {
    /** The position of no text. */
    int NONE = -1;

    /** {@return the leader that a text belongs to, or {@link #NONE}; then the text becomes a leader} */
    int join(int text);

    /** {@return what a reader must know} */
    List<String> warnings();

    /** {@return the partition when every text joins in canonical order} */
    static Grouping group(DistinctTexts texts, Leaders leaders) {
        var leaderOf = new int[texts.size()];
        for (int text = 0; text < leaderOf.length; text++) {
            int leader = leaders.join(text);
            leaderOf[text] = leader == NONE ? text : leader;
        }
        return texts.partition(leaderOf, leaders.warnings());
    }
}
