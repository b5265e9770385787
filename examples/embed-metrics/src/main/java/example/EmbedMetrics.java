package example;

import dev.slop.metrics.FrequencyTable;
import java.util.List;

/** Counts the answers of a model with nothing but slop-metrics on the class path. */
public final class EmbedMetrics {
    private EmbedMetrics() {}

    public static void main(String[] args) {
        FrequencyTable<String> fruits = FrequencyTable.of(List.of("mango", "mango", "apple", "mango", "mango"));
        System.out.println(fruits.total() + " answers, " + fruits.distinct() + " different, most often "
                + fruits.values().get(0));
    }
}
