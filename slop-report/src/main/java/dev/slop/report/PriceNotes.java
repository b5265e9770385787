package dev.slop.report;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says where prices are from, one sentence for all models of one source and date. */
final class PriceNotes {
    private final Map<String, List<String>> models = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    void add(ModelId model, Optional<Price> price) {
        models.computeIfAbsent(about(price), key -> new ArrayList<>()).add(model.toString());
    }

    private static String about(Optional<Price> price) {
        if (price.isEmpty()) {
            return "price unknown; state it in a file and name it with 'prices: FILE' or --prices FILE";
        }
        String date = price.get().date().map(day -> ", as of " + day).orElse("");
        return price.get().isFree()
                ? "free: " + price.get().source()
                : "price from " + price.get().source() + date;
    }

    void say(String sentence) {
        others.add(sentence);
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        models.forEach((about, names) -> all.add(String.join(", ", names) + ": " + about));
        all.addAll(others);
        return all;
    }
}
