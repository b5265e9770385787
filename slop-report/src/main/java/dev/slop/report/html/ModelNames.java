package dev.slop.report.html;

import dev.slop.metrics.analysis.Respondents;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Short names for models: {@code claude-haiku-4-5} for {@code anthropic/claude-haiku-4-5-20251001}, as long as no two
 * models come to share one.
 */
final class ModelNames {
    private static final int LONGEST = 60;
    private static final List<UnaryOperator<String>> SHORTER = List.of(
            name -> name.substring(name.lastIndexOf('/') + 1).replaceFirst("-20\\d{2}-?\\d{2}-?\\d{2}$", ""),
            name -> name.substring(name.lastIndexOf('/') + 1),
            name -> name);

    private final List<String> all;
    private final Respondents asked;
    private final Map<String, String> shortNames = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    ModelNames(Collection<String> names) {
        this(names, Respondents.of(List.of()));
    }

    /** Names of rows, with the models behind them. */
    ModelNames(Collection<String> names, Respondents asked) {
        this.asked = asked;
        all = List.copyOf(names);
        UnaryOperator<String> shorter =
                SHORTER.stream().filter(this::keepsApart).findFirst().orElse(UnaryOperator.identity());
        for (String name : all) {
            positions.put(name, positions.size());
            shortNames.put(name, VisibleText.line(shorter.apply(name), LONGEST));
        }
    }

    private boolean keepsApart(UnaryOperator<String> shorter) {
        Set<String> seen = new HashSet<>();
        return all.stream().map(shorter).allMatch(name -> !name.isBlank() && seen.add(name));
    }

    /** {@return who stands behind the names} */
    Respondents asked() {
        return asked;
    }

    /** {@return the full names, in the report's order} */
    List<String> all() {
        return all;
    }

    /** {@return the short names, in the report's order} */
    List<String> allShort() {
        return all.stream().map(this::shortName).toList();
    }

    /** {@return the short name of a model, or its own if the report does not know it} */
    String shortName(String model) {
        return shortNames.getOrDefault(model, VisibleText.line(model, LONGEST));
    }

    /** {@return the place of a model in the report's order, or -1} */
    int position(String model) {
        return positions.getOrDefault(model, -1);
    }
}
