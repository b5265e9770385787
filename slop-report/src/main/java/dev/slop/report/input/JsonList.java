package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list of answers in JSON: an array of texts or numbers, an array of objects with a text and perhaps a
 * probability, such an array within an object, or one object a line. What follows the list is not looked at; of a list
 * that breaks off, the whole items count.
 */
final class JsonList {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> TEXT =
            Set.of("text", "response", "answer", "content", "output", "value", "item", "name");
    private static final Set<String> PROBABILITY = Set.of("probability", "prob", "p", "likelihood", "confidence");
    private static final Pattern START = Pattern.compile("^[ \\t]{0,40}([\\[{])", Pattern.MULTILINE);
    private static final int STARTS_TRIED = 16;

    private final List<ListedAnswer> answers = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean hasObjects;

    private JsonList() {}

    /** An array or object that is not closed yet. */
    private static final class Level {
        private final boolean array;
        private final int before;
        private String text = "";
        private OptionalDouble probability = OptionalDouble.empty();

        Level(boolean array, int before) {
            this.array = array;
            this.before = before;
        }
    }

    /** {@return the answers; none if no line of the reply begins such a list} */
    static List<ListedAnswer> read(String reply) {
        Matcher start = START.matcher(reply);
        for (int tried = 0; tried < STARTS_TRIED && start.find(); tried++) {
            JsonList list = new JsonList();
            list.parse(reply.substring(start.start(1)));
            // A lone bracketed number is a footnote or an item's number.
            if (list.answers.size() > 1 || list.hasObjects) {
                return list.answers;
            }
        }
        return List.of();
    }

    private void parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    levels.push(new Level(token == JsonToken.START_ARRAY, answers.size()));
                } else if (token.isStructEnd()) {
                    end(levels.pop());
                } else if (token.isScalarValue() && !levels.isEmpty()) {
                    scalar(parser, levels.element());
                }
            }
        } catch (IOException e) {
            // What was whole before the list broke off is kept.
        }
    }

    private void scalar(JsonParser parser, Level level) throws IOException {
        String value = parser.currentToken() == JsonToken.VALUE_NULL
                ? ""
                : parser.getText().strip();
        if (level.array) {
            boolean ofAnItem = levels.stream().filter(other -> other.array).count() > 1;
            if (!ofAnItem && !value.isEmpty()) {
                answers.add(ListedAnswer.of(value));
            }
            return;
        }
        String field = String.valueOf(parser.currentName()).toLowerCase(Locale.ROOT);
        if (TEXT.contains(field) && level.text.isEmpty()) {
            level.text = value;
        } else if (PROBABILITY.contains(field)) {
            level.probability = StatedProbability.of(value);
        }
    }

    /** An object is an answer unless it holds answers. */
    private void end(Level level) {
        if (!level.array && !level.text.isEmpty() && answers.size() == level.before) {
            answers.add(new ListedAnswer(level.text, level.probability));
            hasObjects = true;
        }
    }
}
