package dev.slop.providers;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.ProviderConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Reads a provider's options; every fault names {@code providers.ID.OPTION}. */
final class Options {
    private static final String ANY = "*";

    private final ProviderConfig config;

    private Options(ProviderConfig config) {
        this.config = config;
    }

    /** An option of {@code known} that ends in {@code *} stands for all that begin like it. */
    static Options of(ProviderConfig config, String... known) {
        for (String name : new TreeSet<>(config.options().keySet())) {
            if (Arrays.stream(known).noneMatch(k -> matches(k, name))) {
                throw new ConfigurationException("providers." + config.id() + "." + name + ": unknown option of type "
                        + config.type() + "; it knows " + String.join(", ", List.of(known)));
            }
        }
        return new Options(config);
    }

    private static boolean matches(String known, String name) {
        return known.endsWith(ANY) ? name.startsWith(known.substring(0, known.length() - 1)) : name.equals(known);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(config.options().get(name)).map(String::strip);
    }

    String required(String name) {
        return text(name).filter(v -> !v.isEmpty()).orElseThrow(() -> wrong(name, "is required"));
    }

    boolean flag(String name) {
        return oneOf(name, "false", "true", "false").equals("true");
    }

    String oneOf(String name, String byDefault, String... allowed) {
        String value = text(name).orElse(byDefault);
        if (!List.of(allowed).contains(value)) {
            throw wrong(name, "must be " + String.join(" or ", allowed) + ", not '" + value + "'");
        }
        return value;
    }

    long integer(String name, long byDefault, long low, long high) {
        String value = text(name).orElse(Long.toString(byDefault));
        try {
            long number = Long.parseLong(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong(name, "must be a whole number from " + low + " to " + high + ", not '" + value + "'");
    }

    /** A positive whole number, where one is stated. */
    OptionalLong count(String name) {
        return text(name).filter(value -> !value.isEmpty()).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(integer(name, 0, 1, Integer.MAX_VALUE));
    }

    double number(String name, double byDefault, double low, double high) {
        String value = text(name).orElse(Double.toString(byDefault));
        try {
            double number = Double.parseDouble(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong(name, "must be a number from " + low + " to " + high + ", not '" + value + "'");
    }

    ConfigurationException wrong(String field, String what) {
        return new ConfigurationException("providers." + config.id() + "." + field + ": " + what);
    }
}
