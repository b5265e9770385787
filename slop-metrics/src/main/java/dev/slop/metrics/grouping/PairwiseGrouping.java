package dev.slop.metrics.grouping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Groups by a similarity of the caller's. */
record PairwiseGrouping(String name, ToDoubleBiFunction<String, String> similarity, double threshold, long mostCalls)
        implements AnswerGrouping {
    PairwiseGrouping {
        requireNonNull(name, "name");
        requireNonNull(similarity, "similarity");
        if (Double.isNaN(threshold) || mostCalls < 0) {
            throw new IllegalArgumentException(
                    "threshold must be a number, mostCalls not negative: " + threshold + ", " + mostCalls);
        }
    }

    @Override
    public Grouping group(List<String> answers) {
        DistinctTexts texts = DistinctTexts.of(answers);
        return Leaders.group(texts, new PairwiseLeaders(texts));
    }

    private final class PairwiseLeaders implements Leaders {
        private final DistinctTexts texts;
        private final List<Integer> leaders = new ArrayList<>();
        private long calls;
        private int alone;

        private PairwiseLeaders(DistinctTexts texts) {
            this.texts = texts;
        }

        @Override
        public int join(int text) {
            if (mostCalls - calls < leaders.size()) {
                alone++;
                return NONE;
            }
            int nearest = nearest(text);
            if (nearest == NONE) {
                leaders.add(text);
            }
            return nearest;
        }

        private int nearest(int text) {
            int nearest = NONE;
            double best = Double.NEGATIVE_INFINITY;
            calls += leaders.size();
            for (int leader : leaders) {
                double similar = similarity.applyAsDouble(texts.text(leader), texts.text(text));
                if (similar >= threshold && similar > best) {
                    best = similar;
                    nearest = leader;
                }
            }
            return nearest;
        }

        @Override
        public List<String> warnings() {
            return alone == 0
                    ? List.of()
                    : List.of(name + ": " + alone + " different texts stand alone because the " + mostCalls
                            + " permitted comparisons were used up");
        }
    }
}
