package dev.slop.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.report.OutcomeNames;
import dev.slop.report.terminal.AnswerListing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop answers}. */
@Command(
        name = "answers",
        description = "Prints the answers themselves, model by model.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  slop answers slop-runs/same-slop-demo",
            "  slop answers slop-runs/same-slop-demo --prompt joke --model gpt-5",
            "  slop answers slop-runs/same-slop-demo --json | jq -r .text"
        })
final class AnswersCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A run folder.")
    private Path directory = Path.of("");

    @Option(names = "--prompt", paramLabel = "ID", description = "This prompt alone.")
    private @Nullable String prompt;

    @Option(names = "--model", paramLabel = "M", description = "Models whose name holds M alone.")
    private @Nullable String model;

    @Option(names = "--each", description = "List every answer with its number, also short ones.")
    private boolean each;

    AnswersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AnswerTable all = StoredRun.read(directory, console, common.quiet).table();
        AnswerTable chosen = new AnswerTable(
                all.prompts(), all.answers().stream().filter(this::isChosen).toList());
        if (chosen.answers().isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "no answer is of that prompt and model; " + known(all));
        }
        console.out().print(common.json ? json(chosen) : AnswerListing.render(chosen, each, console.style()));
        console.out().flush();
        return ExitCode.DONE;
    }

    private boolean isChosen(Answer answer) {
        return (prompt == null || answer.prompt().equals(prompt))
                && (model == null || answer.model().toLowerCase(Locale.ROOT).contains(model.toLowerCase(Locale.ROOT)));
    }

    private static String known(AnswerTable table) {
        return "prompts: " + names(table.answers().stream().map(Answer::prompt).toList()) + "; models: "
                + names(table.answers().stream().map(Answer::model).toList());
    }

    private static String names(List<String> names) {
        return String.join(", ", names.stream().distinct().sorted().toList());
    }

    /** One object a line. */
    private static String json(AnswerTable table) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonMapper().createGenerator(text)) {
            out.setRootValueSeparator(new SerializedString("\n"));
            for (Answer answer : table.answers()) {
                out.writeStartObject();
                out.writeStringField("prompt", answer.prompt());
                out.writeStringField("model", answer.model());
                out.writeStringField("variant", answer.variant());
                out.writeNumberField("index", answer.index());
                out.writeStringField("outcome", OutcomeNames.of(answer.outcome()));
                out.writeStringField("text", answer.text());
                out.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }
}
