package dev.slop.core.config;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Elicitation;
import dev.slop.core.Expectation;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.core.SamplingParameters;
import dev.slop.core.StoppingCriterion;
import dev.slop.core.Variant;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Represent;
import org.yaml.snakeyaml.representer.Representer;

/** Turns an experiment into YAML: only what is set, in the order of {@link Keys}, maps by name. */
final class ExperimentFormat {
    private ExperimentFormat() {}

    static String format(Experiment experiment, Path folder) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", experiment.name());
        file.put("models", experiment.models().stream().map(ModelId::toString).toList());
        file.put("samples", experiment.samples());
        experiment.until().ifPresent(v -> file.put("until", until(v)));
        file.put(
                "prompts",
                experiment.prompts().stream().map(ExperimentFormat::prompt).toList());
        if (!experiment.variants().equals(List.of(Variant.byDefault()))) {
            file.put(
                    "variants",
                    experiment.variants().stream()
                            .map(ExperimentFormat::variant)
                            .toList());
        }
        putFilled(file, "parameters", parameters(experiment.parameters()));
        putFilled(file, "limits", sorted(experiment.limits(), ExperimentFormat::limits));
        putFilled(file, "budget", budget(experiment.budget()));
        experiment.prices().ifPresent(v -> file.put("prices", file(v, folder)));
        experiment
                .embeddings()
                .ifPresent(v -> file.put("embeddings", EmbeddingReader.format(v, path -> file(path, folder))));
        putFilled(file, "providers", sorted(experiment.providers(), config -> provider(config, folder)));
        return yaml().dump(file);
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        // Else control characters turn the whole text into base64.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new ExactTexts(options), options);
    }

    /** Writes texts such that they are read back exactly, which the library alone does not. */
    private static final class ExactTexts extends Representer {
        /* YAML turns these line ends into line feeds, except where they are escaped in double quotes. */
        private static final Pattern OTHER_LINE_ENDS = Pattern.compile("[\\r\\u0085\\u2028\\u2029]");

        ExactTexts(DumperOptions options) {
            super(options);
            Represent usual = Objects.requireNonNull(representers.get(String.class), "texts are always representable");
            representers.put(String.class, text -> represent(text.toString(), usual));
        }

        private Node represent(String text, Represent usual) {
            return OTHER_LINE_ENDS.matcher(text).find()
                    ? representScalar(Tag.STR, text, DumperOptions.ScalarStyle.DOUBLE_QUOTED)
                    : usual.representData(text);
        }
    }

    private static Map<String, Object> prompt(Prompt prompt) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", prompt.id());
        map.put("text", prompt.text());
        prompt.system().ifPresent(v -> map.put("system", v));
        prompt.samples().ifPresent(v -> map.put("samples", v));
        prompt.until().ifPresent(v -> map.put("until", until(v)));
        if (!prompt.clean().equals(Cleaning.byDefault())) {
            map.put("clean", CleaningReader.format(prompt.clean()));
        }
        if (prompt.same() != SameAnswer.EXACT) {
            map.put("same", PromptReader.word(prompt.same()));
        }
        if (prompt.answer() instanceof AnswerForm.WholeNumber number) {
            map.put("answer", integer(number));
        } else if (prompt.answer() instanceof AnswerForm.Choice choice) {
            map.put("answer", Map.of("choice", choice.choices()));
        }
        prompt.expect().ifPresent(v -> map.put("expect", expectation(v)));
        return map;
    }

    private static Map<String, Object> integer(AnswerForm.WholeNumber number) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("integer", List.of(number.min(), number.max()));
        if (!number.locale().equals(Locale.ROOT)) {
            map.put("locale", number.locale().toLanguageTag());
        }
        return map;
    }

    private static Object expectation(Expectation expectation) {
        if (expectation instanceof Expectation.Weights stated) {
            Map<String, Object> weights = new LinkedHashMap<>();
            stated.weights().forEach((answer, weight) -> weights.put(answer, number(weight)));
            return Map.of("weights", weights);
        }
        return "uniform";
    }

    private static Map<String, Object> until(StoppingCriterion criterion) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                criterion.measure() == StoppingCriterion.Measure.COVERAGE ? "coverage" : "distinct-width",
                number(criterion.threshold()));
        map.put("batch", criterion.batch());
        map.put("min-samples", criterion.minSamples());
        return map;
    }

    private static Map<String, Object> variant(Variant variant) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", variant.id());
        variant.system().ifPresent(v -> map.put("system", v));
        if (variant.elicitation() instanceof Elicitation.Verbalized verbalized) {
            map.put("ask", VariantReader.VERBALIZED);
            map.put("count", verbalized.count());
        } else if (variant.elicitation() instanceof Elicitation.ListThenPick list) {
            map.put("ask", VariantReader.LIST_THEN_PICK);
            map.put("count", list.count());
        }
        map.putAll(parameters(variant.parameters()));
        return map;
    }

    private static Map<String, Object> parameters(SamplingParameters parameters) {
        Map<String, Object> map = new LinkedHashMap<>();
        parameters.temperature().ifPresent(v -> map.put("temperature", number(v)));
        parameters.topP().ifPresent(v -> map.put("top-p", number(v)));
        parameters.topK().ifPresent(v -> map.put("top-k", v));
        parameters.maxOutputTokens().ifPresent(v -> map.put("max-output-tokens", v));
        parameters.seed().ifPresent(v -> map.put("seed", v));
        parameters.reasoningEffort().ifPresent(v -> map.put("reasoning-effort", v));
        if (!parameters.stop().isEmpty()) {
            map.put("stop", parameters.stop());
        }
        return map;
    }

    private static Map<String, Object> limits(RateLimits limits) {
        Map<String, Object> map = new LinkedHashMap<>();
        limits.requestsPerMinute().ifPresent(v -> map.put("requests-per-minute", number(v)));
        limits.tokensPerMinute().ifPresent(v -> map.put("tokens-per-minute", number(v)));
        limits.inputTokensPerMinute().ifPresent(v -> map.put("input-tokens-per-minute", number(v)));
        limits.outputTokensPerMinute().ifPresent(v -> map.put("output-tokens-per-minute", number(v)));
        limits.inFlight().ifPresent(v -> map.put("in-flight", v));
        return map;
    }

    private static Map<String, Object> budget(Budget budget) {
        Map<String, Object> map = new LinkedHashMap<>();
        budget.usd().ifPresent(v -> map.put("usd", number(v)));
        budget.tokens().ifPresent(v -> map.put("tokens", v));
        budget.requests().ifPresent(v -> map.put("requests", v));
        return map;
    }

    /** By its name alone where it lies beside the experiment. */
    private static String file(Path path, Path folder) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }

    private static Map<String, Object> provider(ProviderConfig config, Path folder) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", config.type());
        config.baseUrl().ifPresent(v -> map.put("base-url", v.toString()));
        config.keyEnv().ifPresent(v -> map.put("key-env", v));
        Path directory = config.directory().toAbsolutePath().normalize();
        if (!config.options().isEmpty() && !directory.equals(folder)) {
            map.put("directory", directory.toString());
        }
        map.putAll(new TreeMap<>(config.options()));
        return map;
    }

    private static <T> Map<String, Object> sorted(Map<String, T> values, Function<T, Map<String, Object>> format) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key, format.apply(value)));
        return sorted;
    }

    private static void putFilled(Map<String, Object> map, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private static Number number(double value) {
        return number(BigDecimal.valueOf(value).stripTrailingZeros());
    }

    /** Whole numbers as such: the library writes a fraction without a point as a tagged text. */
    private static Number number(BigDecimal value) {
        return value.scale() <= 0 ? value.toBigIntegerExact() : value;
    }
}
