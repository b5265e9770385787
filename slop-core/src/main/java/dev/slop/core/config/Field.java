package dev.slop.core.config;

import dev.slop.core.ConfigurationException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of the file, with its place and its name; each reading says in one line what is wrong. Texts are taken as
 * they are written, so {@code [yes, no]} are two words and no truth values.
 */
final class Field {
    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9][0-9_]*)");
    /* Three digits of exponent: no number of an experiment needs more, and longer ones are slow to compute with. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9][0-9_]*(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_WHOLE = 20;
    private static final int LONGEST_SHOWN = 60;

    private final Source source;
    private final Node node;
    private final String name;

    Field(Source source, Node node, String name) {
        this.source = source;
        this.node = node;
        this.name = name;
    }

    Source source() {
        return source;
    }

    String name() {
        return name;
    }

    boolean isText() {
        return node instanceof ScalarNode && !isNothing();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    private boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.NULL)
                && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** An error at this value that begins with its name. */
    ConfigurationException error(String problem) {
        return source.error(node.getStartMark(), (name.isEmpty() ? "the file" : name) + " " + problem);
    }

    private ConfigurationException wrong(String expected) {
        return error("must be " + expected + ", but is " + shown());
    }

    private String shown() {
        if (isNothing()) {
            return "empty";
        }
        if (!(node instanceof ScalarNode scalar)) {
            return node instanceof SequenceNode ? "a list" : "a mapping";
        }
        String value = scalar.getValue();
        if (Secrets.isSuspect(value)) {
            return "a text that looks like a key";
        }
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return (quoted ? "the text '" : "'") + shorten(value) + "'";
    }

    static String shorten(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Any text, also an empty one in quotes. */
    String text() {
        if (!isText()) {
            throw wrong("a text");
        }
        String value = ((ScalarNode) node).getValue();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw error("holds half of a surrogate pair, which cannot be sent");
        }
        return value;
    }

    String filledText() {
        String value = text();
        if (value.isBlank()) {
            throw error("must not be blank");
        }
        return value;
    }

    /** A file, from the folder of this one on. */
    Path path() {
        try {
            return source.folder().resolve(filledText()).normalize();
        } catch (InvalidPathException e) {
            throw error("must be a file");
        }
    }

    /** One of the words; the message suggests the nearest. */
    String word(List<String> words) {
        String value = isText() ? text() : "";
        if (!words.contains(value)) {
            throw error("must be " + String.join(" or ", words) + ", but is " + shown() + suggestion(value, words));
        }
        return value;
    }

    static String suggestion(String value, Iterable<String> known) {
        List<String> words = new ArrayList<>();
        known.forEach(words::add);
        return Suggestion.nearest(value, words)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    long wholeNumber(long min, long max) {
        String expected = "a whole number " + range(min, max);
        String digits = number(WHOLE, expected);
        if (digits.length() > LONGEST_WHOLE) {
            throw wrong(expected);
        }
        BigDecimal value = new BigDecimal(digits);
        if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw wrong(expected);
        }
        return value.longValueExact();
    }

    private static String range(long min, long max) {
        if (max < Long.MAX_VALUE) {
            return "from " + min + " to " + max;
        }
        return min > Long.MIN_VALUE ? "of at least " + min : "of 64 bits";
    }

    BigDecimal decimal(String expected, Predicate<BigDecimal> allowed) {
        BigDecimal value = new BigDecimal(number(DECIMAL, expected));
        if (!allowed.test(value)) {
            throw wrong(expected);
        }
        return value;
    }

    double positive() {
        return decimal("a positive number", v -> v.doubleValue() > 0 && Double.isFinite(v.doubleValue()))
                .doubleValue();
    }

    double inClosedRange(int low, int high) {
        return decimal(
                        "a number from " + low + " to " + high,
                        v -> v.compareTo(BigDecimal.valueOf(low)) >= 0 && v.compareTo(BigDecimal.valueOf(high)) <= 0)
                .doubleValue();
    }

    private String number(Pattern form, String expected) {
        boolean plain = node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (!plain || !form.matcher(((ScalarNode) node).getValue()).matches()) {
            throw wrong(expected);
        }
        return ((ScalarNode) node).getValue().replace("_", "");
    }

    /** The items of a list with at least one. */
    List<Field> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list");
        }
        List<Field> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Field(source, item, name + "[" + items.size() + "]"));
        }
        if (items.isEmpty()) {
            throw error("must not be an empty list");
        }
        return items;
    }

    /** The values of a mapping by key, in the order of the file. */
    Map<String, Entry> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a mapping");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Field key = new Field(source, tuple.getKeyNode(), "a key" + in());
            String word = key.filledText();
            Field value = new Field(source, tuple.getValueNode(), name.isEmpty() ? word : name + "." + word);
            if (entries.put(word, new Entry(key, value)) != null) {
                throw key.fault("key '" + shorten(word) + "' is stated twice" + in());
            }
        }
        return entries;
    }

    /** The values of a mapping of which all keys are known. */
    Section section(List<String> known) {
        Map<String, Entry> entries = mapping();
        entries.forEach((word, entry) -> {
            if (!known.contains(word)) {
                throw unknownKey(word, entry, known);
            }
        });
        return new Section(this, entries);
    }

    ConfigurationException unknownKey(String word, Entry entry, List<String> known) {
        return entry.key().fault("unknown key '" + shorten(word) + "'" + in() + suggestion(word, known));
    }

    /** An error at this value that does not begin with its name. */
    ConfigurationException fault(String problem) {
        return source.error(node.getStartMark(), problem);
    }

    String in() {
        return name.isEmpty() ? "" : " in " + name;
    }

    /** A key of a mapping with its value; both have a place. */
    record Entry(Field key, Field value) {}
}
