package example;

import dev.slop.metrics.FrequencyTable;
import dev.slop.metrics.diversity.EntropyEstimator;
import java.util.List;
import java.util.Locale;

/** Counts the answers of a model with nothing but slop-metrics on the class path. */
public final class EmbedMetrics {
    private EmbedMetrics() {}

    public static void main(String[] args) {
        FrequencyTable<String> fruits = FrequencyTable.of(List.of("mango", "mango", "apple", "mango", "mango"));
        double bits = EntropyEstimator.millerMadow().bits(fruits.counts());
        System.out.println(fruits.total() + " answers, " + fruits.distinct() + " different, most often "
                + fruits.values().get(0) + String.format(Locale.ROOT, ", entropy %.2f bit", bits));
    }
}
