package dev.slop.cli;

import dev.slop.core.AnswerForm;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Expectation;
import dev.slop.core.SameAnswer;
import dev.slop.core.config.EmbeddingOption;
import dev.slop.report.RunFolder;
import dev.slop.report.embedding.EmbeddingContext;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.input.AnswerFiles;
import dev.slop.report.input.ReadAnswers;
import dev.slop.report.input.ReadOptions;
import dev.slop.report.input.SkippedRow;
import dev.slop.report.terminal.CleaningTrace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop measure}. */
@Command(
        name = "measure",
        description = "Measures answers from anywhere: journals, JSON, CSV, text, and other tools' files.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
    private static final int SKIPPED_SHOWN = 20;

    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files with answers, or run folders; - is standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            completionCandidates = MeasureForms.Formats.class,
            description = "Default: auto, by content. Else ${COMPLETION-CANDIDATES}.")
    private String format = "auto";

    @Option(names = "--prompt-field", paramLabel = "NAME", description = "Column of the prompt.")
    private @Nullable String promptField;

    @Option(names = "--model-field", paramLabel = "NAME", description = "Column of the model.")
    private @Nullable String modelField;

    @Option(names = "--answer-field", paramLabel = "NAME", description = "Column of the answer.")
    private @Nullable String answerField;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Model of the answers where a file names none (default: the file's name).")
    private @Nullable String model;

    @Option(
            names = "--answer",
            paramLabel = "FORM",
            description =
                    "text, integer:MIN:MAX or choice:A,B,… (default: as the experiment beside a journal says, else"
                            + " text).")
    private @Nullable String answer;

    @Option(
            names = "--same",
            paramLabel = "RULE",
            description = "exact, near-duplicate or semantic (default: as the experiment says, else exact).")
    private @Nullable String same;

    @Option(
            names = "--embeddings",
            paramLabel = "SOURCE",
            description = "minilm (default), file:PATH, PROVIDER/MODEL as in openai/text-embedding-3-small, or what an"
                    + " experiment says under 'embeddings', in braces.")
    private @Nullable String embeddings;

    @Option(names = "--expect", paramLabel = "TARGET", description = "uniform: hold answers against equal shares.")
    private @Nullable String expect;

    @Option(
            names = "--clean",
            paramLabel = "RULES",
            description =
                    "-RULE switches a cleaning rule off, +RULE adds one, with commas between; without signs: these"
                            + " rules, in this order. Also +regex=PATTERN and +json-field=NAME, each last or in a --clean of its own.")
    private List<String> clean = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Write analysis.json and answers.csv there.")
    private @Nullable Path out;

    @Option(names = "--explain", description = "Print what each cleaning rule did to each answer, and measure nothing.")
    private boolean explain;

    MeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReadAnswers answers = read();
        tell(answers);
        if (explain) {
            console.out().print(CleaningTrace.render(answers.table(), console.style()));
            console.out().flush();
            return answers.skipped().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
        }
        Reporting reporting = new Reporting(console, common);
        if (out == null) {
            reporting.report(answers.table());
        } else {
            reporting.report(
                    answers.table(),
                    Reporting.folder(out),
                    files.get(0).getFileName().toString());
        }
        return answers.skipped().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    private ExperimentEmbedder embedder(SameAnswer rule) {
        Optional<EmbeddingSpec> source =
                Optional.ofNullable(embeddings).map(text -> EmbeddingOption.parse("--embeddings", text));
        Optional<Path> cache = Optional.ofNullable(out).map(directory -> new RunFolder(directory).embeddings());
        if (cache.isEmpty() && source.flatMap(EmbeddingSpec::model).isPresent()) {
            say("embeddings are not kept; with --out DIR they are, and none is asked for twice");
        }
        return ExperimentEmbedder.of(source, rule, new EmbeddingContext(console.environment(), cache, this::say));
    }

    private void say(String note) {
        if (!common.quiet) {
            console.message(note);
        }
    }

    private ReadAnswers read() {
        ReadOptions options = options();
        ExperimentEmbedder embedder = embedder(options.same().orElse(SameAnswer.EXACT));
        try (Step reading = Step.start(console, common.quiet, "reading", "answers", 0)) {
            return AnswerFiles.read(files, options, System.in, embedder, reading::done);
        }
    }

    private ReadOptions options() {
        Optional<AnswerForm> form = Optional.ofNullable(answer).map(MeasureForms::answer);
        Optional<SameAnswer> rule = Optional.ofNullable(same).map(MeasureForms::same);
        Optional<Expectation> target = Optional.ofNullable(expect).map(text -> MeasureForms.expect(text, form));
        return ReadOptions.withDefaults()
                .withFormat(MeasureForms.format(format))
                .withFields(
                        Optional.ofNullable(promptField),
                        Optional.ofNullable(modelField),
                        Optional.ofNullable(answerField))
                .withModel(Optional.ofNullable(model))
                .withClean(clean.isEmpty() ? Optional.empty() : Optional.of(CleanOption.parse(clean)))
                .measuring(form, rule, target);
    }

    private void tell(ReadAnswers answers) {
        if (!common.quiet) {
            answers.taken().forEach(console::message);
        }
        List<SkippedRow> skipped = answers.skipped();
        skipped.stream().limit(SKIPPED_SHOWN).forEach(row -> console.message(row.toString()));
        if (!skipped.isEmpty()) {
            console.message(skipped.size() + (skipped.size() == 1 ? " row was" : " rows were") + " skipped"
                    + (skipped.size() > SKIPPED_SHOWN ? ", the first " + SKIPPED_SHOWN + " are named above" : ""));
        }
    }
}
