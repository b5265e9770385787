package dev.slop.cli;

import dev.slop.core.Cleaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --clean} says. */
final class CleanOption {
    private final List<String> without = new ArrayList<>();
    private final List<Cleaning.Rule> with = new ArrayList<>();
    private final List<Cleaning.Rule> only = new ArrayList<>();

    private CleanOption() {}

    static Cleaning parse(List<String> values) {
        CleanOption option = new CleanOption();
        values.stream().flatMap(value -> items(value).stream()).forEach(option::add);
        return option.cleaning();
    }

    /** A setting may hold commas, so it reaches to the end. */
    private static List<String> items(String value) {
        List<String> items = new ArrayList<>();
        String rest = value;
        while (!rest.isEmpty()) {
            int comma = rest.indexOf(',');
            int setting = rest.indexOf('=');
            int end = comma < 0 || (setting >= 0 && setting < comma) ? rest.length() : comma;
            items.add(rest.substring(0, end).strip());
            rest = rest.substring(Math.min(rest.length(), end + 1));
        }
        return items;
    }

    private void add(String item) {
        if (item.startsWith("-")) {
            without.add(item.substring(1));
        } else if (item.startsWith("+")) {
            with.add(rule(item.substring(1)));
        } else {
            only.add(rule(item));
        }
    }

    private static Cleaning.Rule rule(String text) {
        int setting = text.indexOf('=');
        return setting < 0
                ? new Cleaning.Rule(text, Optional.empty())
                : new Cleaning.Rule(text.substring(0, setting), Optional.of(text.substring(setting + 1)));
    }

    private Cleaning cleaning() {
        if (only.isEmpty()) {
            return new Cleaning.Changed(without, with, List.of());
        }
        if (!without.isEmpty() || !with.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "--clean: either every rule has a sign, + or -, or none has one");
        }
        return new Cleaning.Only(only);
    }
}
