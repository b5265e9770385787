package dev.slop.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How answers are cleaned before they are compared: names of rules and their settings alone. Which rules there are, and
 * what they do, is the measuring side's business.
 */
public sealed interface Cleaning {
    /** {@return the rules that the form of the answer has by default} */
    static Cleaning byDefault() {
        return new Changed(List.of(), List.of(), List.of());
    }

    /** {@return every rule that is named to be applied, with its setting} */
    List<Rule> stated();

    /**
     * These rules in this order, and no others but those that read the answer's form out of a text.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if there is no rule.
     *
     * @param rules at least one
     */
    record Only(List<Rule> rules) implements Cleaning {
        public Only {
            rules = List.copyOf(rules);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("cleaning needs at least one rule");
            }
        }

        @Override
        public List<Rule> stated() {
            return rules;
        }
    }

    /**
     * The rules that the form of the answer has by default, changed.
     *
     * @param without names of rules that are switched off
     * @param with rules that are added
     * @param order names of all rules that are then left, in their order; empty: as they stand
     */
    record Changed(List<String> without, List<Rule> with, List<String> order) implements Cleaning {
        public Changed {
            without = List.copyOf(without);
            with = List.copyOf(with);
            order = List.copyOf(order);
        }

        @Override
        public List<Rule> stated() {
            return with;
        }
    }

    /**
     * One rule.
     *
     * @param name for example {@code white-space}
     * @param setting of a rule that needs one: a regular expression, the name of a JSON field
     */
    record Rule(String name, Optional<String> setting) {
        /** The rule whose setting is a regular expression. */
        public static final String REGEX = "regex";

        /** The rule whose setting is the name of a JSON field. */
        public static final String JSON_FIELD = "json-field";

        /** {@return the names of the rules that need a setting} */
        public static List<String> withSetting() {
            return Stream.of(REGEX, JSON_FIELD).toList();
        }
    }
}
