package dev.slop.core.config;

import dev.slop.core.Cleaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code clean}: a list of rules, or changes to the usual ones. */
final class CleaningReader {
    private CleaningReader() {}

    static Cleaning read(Field field) {
        if (field.isList()) {
            return new Cleaning.Only(distinct(field, CleaningReader::rule));
        }
        Section section = field.section(Keys.CLEAN);
        return new Cleaning.Changed(
                names(section, "without"),
                section.find("with")
                        .map(with -> distinct(with, CleaningReader::rule))
                        .orElse(List.of()),
                names(section, "order"));
    }

    private static List<String> names(Section section, String key) {
        return section.find(key).map(list -> distinct(list, CleaningReader::plainRule)).orElse(List.of()).stream()
                .map(Cleaning.Rule::name)
                .toList();
    }

    /** A name without its setting. */
    private static Cleaning.Rule plainRule(Field field) {
        return new Cleaning.Rule(field.filledText(), Optional.empty());
    }

    private static List<Cleaning.Rule> distinct(Field field, Function<Field, Cleaning.Rule> read) {
        List<Cleaning.Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Field item : field.list()) {
            Cleaning.Rule rule = read.apply(item);
            if (!names.add(rule.name())) {
                throw item.error("is stated twice: '" + Field.shorten(rule.name()) + "'");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Cleaning.Rule rule(Field field) {
        if (!field.isText()) {
            Section section = field.section(Cleaning.Rule.withSetting());
            Optional<Field> regex = section.find(Cleaning.Rule.REGEX);
            Optional<Field> json = section.find(Cleaning.Rule.JSON_FIELD);
            if (regex.isPresent() == json.isPresent()) {
                throw field.error("must be the name of a rule, {regex: PATTERN} or {json-field: NAME}");
            }
            return regex.map(f -> new Cleaning.Rule(Cleaning.Rule.REGEX, Optional.of(pattern(f))))
                    .orElseGet(() -> new Cleaning.Rule(
                            Cleaning.Rule.JSON_FIELD,
                            Optional.of(json.orElseThrow().filledText())));
        }
        String name = field.filledText();
        if (Cleaning.Rule.withSetting().contains(name)) {
            throw field.error("must be written {" + name + ": …}");
        }
        return new Cleaning.Rule(name, Optional.empty());
    }

    private static String pattern(Field field) {
        String pattern = field.filledText();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw field.error("is no regular expression: " + e.getDescription());
        }
        return pattern;
    }

    /** {@return what the file says of it} */
    static Object format(Cleaning cleaning) {
        if (cleaning instanceof Cleaning.Changed changed) {
            Map<String, Object> map = new LinkedHashMap<>();
            putFilled(map, "without", changed.without());
            putFilled(map, "with", rules(changed.with()));
            putFilled(map, "order", changed.order());
            return map;
        }
        return rules(cleaning.stated());
    }

    private static void putFilled(Map<String, Object> map, String key, List<?> values) {
        if (!values.isEmpty()) {
            map.put(key, values);
        }
    }

    private static List<Object> rules(List<Cleaning.Rule> rules) {
        return rules.stream()
                .map(rule -> rule.setting()
                        .<Object>map(setting -> Map.of(rule.name(), setting))
                        .orElse(rule.name()))
                .toList();
    }
}
