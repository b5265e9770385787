package dev.slop.core.config;

import dev.slop.core.Elicitation;
import dev.slop.core.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds the ways of asking from the file's values. */
final class VariantReader {
    static final String DIRECT = "direct";
    static final String VERBALIZED = "verbalized";
    static final String LIST_THEN_PICK = "list-then-pick";

    private VariantReader() {}

    static List<Variant> read(Field field) {
        List<Variant> variants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Field item : field.list()) {
            Variant variant = variant(item.section(Keys.VARIANT));
            if (!ids.add(variant.id())) {
                throw item.error("has the id '" + Field.shorten(variant.id()) + "' of an earlier variant");
            }
            variants.add(variant);
        }
        return variants;
    }

    private static Variant variant(Section section) {
        return new Variant(
                section.require("id").filledText(),
                section.find("system").map(Field::filledText),
                ParameterReader.read(section),
                elicitation(section));
    }

    private static Elicitation elicitation(Section section) {
        String word = section.find("ask")
                .map(field -> field.word(List.of(DIRECT, VERBALIZED, LIST_THEN_PICK)))
                .orElse(DIRECT);
        Optional<Field> count = section.find("count");
        return switch (word) {
            case VERBALIZED -> new Elicitation.Verbalized(count(count, Elicitation.Verbalized.DEFAULT_COUNT));
            case LIST_THEN_PICK -> new Elicitation.ListThenPick(count(count, Elicitation.ListThenPick.DEFAULT_COUNT));
            default -> {
                if (count.isPresent()) {
                    throw count.get().error("needs ask: " + VERBALIZED + " or ask: " + LIST_THEN_PICK);
                }
                yield new Elicitation.Direct();
            }
        };
    }

    private static int count(Optional<Field> field, int byDefault) {
        return field.map(f -> (int) f.wholeNumber(2, Elicitation.MAX_COUNT)).orElse(byDefault);
    }
}
