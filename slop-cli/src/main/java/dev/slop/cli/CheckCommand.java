package dev.slop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.cli.Verdict.Judgement;
import dev.slop.report.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop check}. */
@Command(
        name = "check",
        description = "A gate for CI: exit code 1 if a number breaks a threshold. A threshold is broken if the number's"
                + " whole interval lies beyond it, and undecided if the threshold lies within the interval.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  slop check slop-runs/jokes --max-top-share 0.5 --min-entropy-bits 1",
            "  slop check slop-runs/jokes --max pairs.jaccard=0.3 --strict --junit gate.xml",
            "  slop check slop-runs/jokes --max overall.models.topShare=0.6"
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A run folder, or its analysis.json.")
    private Path directory = Path.of("");

    @Option(
            names = "--max",
            paramLabel = "METRIC=N",
            description =
                    "No more than N. METRIC as in analysis.json, of every prompt and model; beginning with pairs.,"
                            + " pooled., prompt. or overall. of these.")
    private List<String> maxima = List.of();

    @Option(names = "--min", paramLabel = "METRIC=N", description = "No less than N.")
    private List<String> minima = List.of();

    @Option(names = "--max-top-share", paramLabel = "N", description = "Short for --max topShare=N.")
    private @Nullable String maxTopShare;

    @Option(names = "--min-entropy-bits", paramLabel = "N", description = "Short for --min entropyBits.millerMadow=N.")
    private @Nullable String minEntropyBits;

    @Option(names = "--min-distinct", paramLabel = "N", description = "Short for --min distinct=N.")
    private @Nullable String minDistinct;

    @Option(names = "--max-jaccard", paramLabel = "N", description = "Short for --max pairs.jaccard=N.")
    private @Nullable String maxJaccard;

    @Option(names = "--prompt", paramLabel = "ID", description = "This prompt alone.")
    private @Nullable String prompt;

    @Option(names = "--model", paramLabel = "M", description = "Models whose name holds M alone.")
    private @Nullable String model;

    @Option(names = "--strict", description = "What is undecided is not met either.")
    private boolean strict;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdicts as JUnit XML.")
    private @Nullable Path junit;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Threshold> thresholds = thresholds();
        if (thresholds.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "nothing to check: state --max METRIC=N or --min METRIC=N");
        }
        MetricFinder numbers = new MetricFinder(analysis());
        List<Verdict> verdicts =
                thresholds.stream().flatMap(t -> judge(t, numbers).stream()).toList();
        if (junit != null) {
            write(junit, verdicts);
        }
        print(verdicts);
        return verdicts.stream().allMatch(this::passes) ? ExitCode.DONE : ExitCode.GATE_NOT_MET;
    }

    private boolean passes(Verdict verdict) {
        return verdict.judgement() == Judgement.KEPT || (verdict.judgement() == Judgement.UNDECIDED && !strict);
    }

    private List<Threshold> thresholds() {
        List<Threshold> all = new ArrayList<>();
        Stream.concat(
                        maxima.stream(),
                        Stream.of(named("topShare", maxTopShare), named("pairs.jaccard", maxJaccard))
                                .flatMap(Optional::stream))
                .forEach(text -> all.add(Threshold.parse("--max", text)));
        Stream.concat(
                        minima.stream(),
                        Stream.of(named("entropyBits.millerMadow", minEntropyBits), named("distinct", minDistinct))
                                .flatMap(Optional::stream))
                .forEach(text -> all.add(Threshold.parse("--min", text)));
        return all;
    }

    private static Optional<String> named(String metric, @Nullable String limit) {
        return Optional.ofNullable(limit).map(value -> metric + "=" + value);
    }

    private JsonNode analysis() {
        Path file = Files.isDirectory(directory) ? new RunFolder(directory).analysis() : directory;
        try {
            JsonNode analysis = new JsonMapper().readTree(file.toFile());
            if (!analysis.path("schema").asText().startsWith("slop.analysis/")) {
                throw new CommandException(ExitCode.USAGE, file + ": is no analysis.json of slop");
            }
            return analysis;
        } catch (IOException e) {
            boolean missing = e instanceof NoSuchFileException || !Files.exists(file);
            throw new CommandException(
                    ExitCode.USAGE,
                    file + ": " + (missing ? "there is no such file" : "is no JSON: " + e.getMessage()));
        }
    }

    private List<Verdict> judge(Threshold threshold, MetricFinder numbers) {
        List<MetricFinder.Found> found = numbers.find(threshold.metric());
        if (found.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no metric '" + threshold.metric() + "'; of models and pairs there are: "
                            + String.join(", ", numbers.names()));
        }
        List<Verdict> verdicts = found.stream()
                .filter(number -> prompt == null || number.prompt().equals(prompt))
                .filter(number -> model == null || number.model().contains(model))
                .map(number -> verdict(threshold, number))
                .toList();
        if (verdicts.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "no prompt and model is of that name");
        }
        return verdicts;
    }

    private static Verdict verdict(Threshold threshold, MetricFinder.Found found) {
        JsonNode node = found.node();
        if (node.isNumber()) {
            double value = node.asDouble();
            return new Verdict(threshold, found.where(), threshold.judge(value, value), Threshold.number(value));
        }
        if (!node.path("value").isNumber()) {
            return new Verdict(
                    threshold,
                    found.where(),
                    Judgement.UNDECIDED,
                    "unknown (" + node.path("reason").asText() + ")");
        }
        double value = node.path("value").asDouble();
        double lower = node.path("lower").asDouble(value);
        double upper = node.path("upper").asDouble(node.has("upper") ? Double.POSITIVE_INFINITY : value);
        String text = Threshold.number(value) + " [" + Threshold.number(lower) + ", " + Threshold.number(upper) + "]";
        return new Verdict(threshold, found.where(), threshold.judge(lower, upper), text);
    }

    private void print(List<Verdict> verdicts) {
        if (common.json) {
            console.out().println(json(verdicts).toPrettyString());
            return;
        }
        verdicts.stream()
                .filter(verdict -> verdict.judgement() != Judgement.KEPT)
                .forEach(verdict -> console.out().println(Console.oneLine(verdict.toString())));
        console.out().println(summary(verdicts));
    }

    private static String summary(List<Verdict> verdicts) {
        List<String> parts = new ArrayList<>();
        for (Judgement judgement : Judgement.values()) {
            long count =
                    verdicts.stream().filter(v -> v.judgement() == judgement).count();
            parts.add(count + " " + judgement.word());
        }
        return verdicts.size() + (verdicts.size() == 1 ? " check: " : " checks: ") + String.join(", ", parts);
    }

    private ArrayNode json(List<Verdict> verdicts) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Verdict verdict : verdicts) {
            ObjectNode node = all.addObject();
            node.put("metric", verdict.threshold().metric());
            node.put(
                    verdict.threshold().isMaximum() ? "max" : "min",
                    verdict.threshold().limit());
            node.put("where", verdict.where());
            node.put("verdict", verdict.judgement().word());
            node.put("value", verdict.value());
            node.put("passes", passes(verdict));
        }
        return all;
    }

    private void write(Path file, List<Verdict> verdicts) {
        try (Writer out = Files.newBufferedWriter(file)) {
            JunitXml.write(verdicts, strict, out);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
