package dev.slop.cli;

import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.Comparer;
import dev.slop.metrics.analysis.Comparison;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.report.ComparisonJson;
import dev.slop.report.terminal.ComparisonReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop compare}. */
@Command(
        name = "compare",
        description =
                "Tells what changed from A to B: two runs, two models of a run, or two ways of asking. Prompts are"
                        + " paired by id, models by name; every difference is B - A, with its interval and adjusted p.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  slop compare slop-runs/january slop-runs/june",
            "  slop compare slop-runs/jokes --models gpt-5,claude",
            "  slop compare slop-runs/jokes --variants plain,list --json"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", arity = "1..2", description = "Run folders: A and B; one with an option below.")
    private List<Path> runs = List.of();

    @Option(
            names = "--models",
            paramLabel = "A,B",
            split = ",",
            description = "Two models of one run, or parts of their names.")
    private @Nullable List<String> models;

    @Option(names = "--variants", paramLabel = "A,B", split = ",", description = "Two ways of asking of one run.")
    private @Nullable List<String> variants;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Comparison comparison = comparison();
        console.out()
                .print(
                        common.json
                                ? ComparisonJson.tree(comparison, Version.current())
                                                .toPrettyString() + "\n"
                                : ComparisonReport.render(comparison, console.style()));
        console.out().flush();
        return ExitCode.DONE;
    }

    private Comparison comparison() {
        int ways = (models == null ? 0 : 1) + (variants == null ? 0 : 1);
        if (runs.size() + ways != 2) {
            throw new CommandException(
                    ExitCode.USAGE, "compare needs two runs, or one run with --models A,B or --variants A,B");
        }
        try {
            return runs.size() == 2 ? ofRuns(runs.get(0), runs.get(1)) : within(table(runs.get(0)));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Comparison ofRuns(Path a, Path b) {
        AnswerTable ofA = table(a);
        AnswerTable ofB = table(b);
        tellOtherTexts(ofA, ofB);
        return comparing(() -> Comparer.runs(a.toString(), ofA, b.toString(), ofB, common.analysis()));
    }

    private Comparison comparing(Supplier<Comparison> work) {
        return Step.during(console, common.quiet, "comparing", work);
    }

    private AnswerTable table(Path run) {
        return StoredRun.read(run, console, common.quiet).table();
    }

    /** The id is what pairs prompts: who asks something else under the same id should know. */
    private void tellOtherTexts(AnswerTable a, AnswerTable b) {
        List<String> other = a.prompts().stream()
                .filter(prompt -> b.prompts().stream()
                        .anyMatch(same ->
                                same.id().equals(prompt.id()) && !same.text().equals(prompt.text())))
                .map(PromptSpec::id)
                .toList();
        if (!other.isEmpty()) {
            console.message("asked in other words in B: " + String.join(", ", other));
        }
    }

    private Comparison within(AnswerTable table) {
        if (models != null) {
            List<String> two = two("--models", models, names(table, Answer::model));
            return comparing(() -> Comparer.models(table, two.get(0), two.get(1), common.analysis()));
        }
        List<String> two =
                two("--variants", Optional.ofNullable(variants).orElse(List.of()), names(table, Answer::variant));
        return comparing(() -> Comparer.variants(table, two.get(0), two.get(1), common.analysis()));
    }

    private static List<String> names(AnswerTable table, Function<Answer, String> name) {
        return table.answers().stream().map(name).distinct().sorted().toList();
    }

    private static List<String> two(String option, List<String> asked, List<String> known) {
        if (asked.size() != 2) {
            throw new CommandException(ExitCode.USAGE, option + " needs two names, parted by a comma: " + asked);
        }
        return asked.stream().map(name -> one(option, name.strip(), known)).toList();
    }

    /** A whole name, or a part that only one name has. */
    private static String one(String option, String asked, List<String> known) {
        if (known.contains(asked)) {
            return asked;
        }
        String part = asked.toLowerCase(Locale.ROOT);
        List<String> meant = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (meant.size() != 1) {
            throw new CommandException(
                    ExitCode.USAGE,
                    option + ": '" + asked + "' is " + (meant.isEmpty() ? "none" : "more than one") + " of "
                            + String.join(", ", known));
        }
        return meant.get(0);
    }
}
