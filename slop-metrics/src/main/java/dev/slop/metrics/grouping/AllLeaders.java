package dev.slop.metrics.grouping;

import java.util.Arrays;
import java.util.List;

/** Compares a text with every leader. */
final class AllLeaders implements Leaders {
    private final NearDuplicateVerdict verdict;
    private int[] leaders = new int[16];
    private int size;

    AllLeaders(ComparedTexts texts) {
        this.verdict = new NearDuplicateVerdict(texts);
    }

    @Override
    public int join(int text) {
        verdict.begin(text);
        for (int i = 0; i < size; i++) {
            verdict.consider(leaders[i]);
        }
        if (verdict.nearest() == NONE) {
            leaders = size == leaders.length ? Arrays.copyOf(leaders, 2 * size) : leaders;
            leaders[size++] = text;
        }
        return verdict.nearest();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}
