package dev.slop.metrics.overlap;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import java.util.Map;

/** 50 random numbers between 1 and 100 of each of three models, and 5 fruits, as used all over the reference values. */
final class Blog {
    static final FrequencyTable<Integer> C = FrequencyTable.ofCounts(Map.of(42, 49L, 47, 1L));
    static final FrequencyTable<Integer> G = FrequencyTable.ofCounts(Map.ofEntries(
            Map.entry(17, 3L),
            Map.entry(37, 5L),
            Map.entry(47, 4L),
            Map.entry(57, 5L),
            Map.entry(58, 2L),
            Map.entry(62, 1L),
            Map.entry(63, 1L),
            Map.entry(64, 2L),
            Map.entry(67, 4L),
            Map.entry(73, 20L),
            Map.entry(81, 1L),
            Map.entry(83, 1L),
            Map.entry(87, 1L)));
    static final FrequencyTable<Integer> E =
            FrequencyTable.ofCounts(Map.of(37, 3L, 42, 10L, 53, 2L, 54, 2L, 57, 9L, 67, 7L, 73, 13L, 94, 1L, 97, 3L));
    static final List<FrequencyTable<Integer>> NUMBERS = List.of(C, G, E);

    static final FrequencyTable<String> FRUIT_C = FrequencyTable.ofCounts(Map.of("mango", 4L, "apple", 1L));
    static final FrequencyTable<String> FRUIT_G = FrequencyTable.ofCounts(Map.of("mango", 5L));
    static final FrequencyTable<String> FRUIT_E = FrequencyTable.ofCounts(Map.of("mango", 1L, "apple", 4L));

    private Blog() {}
}
