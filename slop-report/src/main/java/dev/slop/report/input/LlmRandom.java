package dev.slop.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** llmrandom's results: one object whose names are model, temperature and attempt, and whose values are answers. */
final class LlmRandom implements ToolFormat {
    private static final String ONE_PROMPT = "all";
    private static final Pattern NAME = Pattern.compile("(.+),(\\d+(?:\\.\\d+)?),(\\d+)");

    static boolean fits(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public List<TakenAnswer> take(JsonNode record, String model) throws UnreadableRowException {
        List<TakenAnswer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            Matcher name = NAME.matcher(field.getKey());
            if (!name.matches()) {
                throw new UnreadableRowException(field.getKey(), "is no MODEL,TEMPERATURE,ATTEMPT");
            }
            answers.add(TakenAnswer.of(
                            ONE_PROMPT, ONE_PROMPT, name.group(1), Fields.content(field.getValue(), field.getKey()))
                    .asked("temperature " + name.group(2)));
        }
        return answers;
    }
}
