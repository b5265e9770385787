package dev.slop.core.config;

import dev.slop.core.Cleaning;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SamplingParameters;
import dev.slop.core.Variant;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Builds an experiment from the file's values. */
final class ExperimentReader {
    private static final int DEFAULT_SAMPLES = 10;

    private final Section root;
    private final Source source;

    private ExperimentReader(Field root) {
        this.root = root.section(Keys.EXPERIMENT);
        this.source = root.source();
    }

    static Experiment read(Field root) {
        return new ExperimentReader(root).experiment();
    }

    private Experiment experiment() {
        List<ModelId> models = models(root.require("models"));
        List<Prompt> prompts = prompts(
                root.require("prompts"),
                root.find("clean").map(CleaningReader::read).orElse(Cleaning.byDefault()));
        Optional<UntilReader> until = root.find("until").map(UntilReader::read);
        Map<String, ProviderConfig> providers =
                root.find("providers").map(ProviderReader::read).orElse(Map.of());
        Optional<EmbeddingSpec> embeddings =
                root.find("embeddings").map(field -> EmbeddingReader.read(field, providers.keySet()));
        return new Experiment(
                root.find("name").map(ExperimentReader::name).orElseGet(this::fileName),
                models,
                UntilReader.samples(root, until).orElse(DEFAULT_SAMPLES),
                prompts,
                root.find("parameters")
                        .map(field -> ParameterReader.read(field.section(Keys.PARAMETERS)))
                        .orElse(SamplingParameters.unset()),
                root.find("limits")
                        .map(field -> limits(field, laneNames(models, embeddings, providers.keySet())))
                        .orElse(Map.of()),
                root.find("budget").map(ExperimentReader::budget).orElse(Budget.unlimited()),
                providers,
                root.find("variants").map(VariantReader::read).orElse(List.of(Variant.byDefault())),
                until.map(UntilReader::criterion),
                root.find("prices").map(Field::path),
                embeddings);
    }

    /** The run's folder is called after the experiment, so the name must not lead elsewhere. */
    private static String name(Field field) {
        String name = field.filledText();
        if (name.matches(".*[/\\\\\\p{Cntrl}].*|\\.\\.?")) {
            throw field.error("must be usable as the name of a folder");
        }
        return name;
    }

    private String fileName() {
        String file = String.valueOf(source.file().getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static List<ModelId> models(Field field) {
        Set<ModelId> models = new LinkedHashSet<>();
        for (Field item : field.list()) {
            if (!models.add(model(item))) {
                throw item.error("is stated twice: '" + Field.shorten(item.text()) + "'");
            }
        }
        return List.copyOf(models);
    }

    private static ModelId model(Field field) {
        String text = field.filledText();
        try {
            return ModelId.parse(text);
        } catch (IllegalArgumentException e) {
            String shown = Secrets.isSuspect(text) ? "" : ": '" + Field.shorten(text) + "'";
            throw field.fault("model must be written provider/model" + shown + field.in());
        }
    }

    private static List<Prompt> prompts(Field field, Cleaning usual) {
        List<Prompt> prompts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Field item : field.list()) {
            Prompt prompt = PromptReader.read(item, "p" + (prompts.size() + 1), usual);
            if (!ids.add(prompt.id())) {
                throw item.error("has the id '" + Field.shorten(prompt.id()) + "' of an earlier prompt");
            }
            prompts.add(prompt);
        }
        return prompts;
    }

    private static Set<String> laneNames(
            List<ModelId> models, Optional<EmbeddingSpec> embeddings, Set<String> providers) {
        List<ModelId> asked = new ArrayList<>(models);
        embeddings.flatMap(EmbeddingSpec::model).ifPresent(asked::add);
        Set<String> names = new LinkedHashSet<>(providers);
        asked.forEach(model -> names.add(model.provider()));
        asked.forEach(model -> names.add(model.toString()));
        return names;
    }

    /** Limits of a lane that this experiment does not use are allowed, but not what looks like a misspelt one. */
    private static Map<String, RateLimits> limits(Field field, Set<String> laneNames) {
        Map<String, RateLimits> limits = new LinkedHashMap<>();
        field.mapping().forEach((lane, entry) -> {
            if (!laneNames.contains(lane)) {
                Optional<String> meant = Suggestion.nearest(lane, laneNames);
                if (meant.isPresent()) {
                    throw entry.key()
                            .fault("limits for '" + Field.shorten(lane) + "', which no model here uses; did you mean '"
                                    + meant.orElseThrow() + "'?");
                }
            }
            limits.put(lane, rateLimits(entry.value()));
        });
        return limits;
    }

    private static RateLimits rateLimits(Field field) {
        Section section = field.section(Keys.LIMITS);
        return new RateLimits(
                rate(section, "requests-per-minute"),
                rate(section, "tokens-per-minute"),
                rate(section, "input-tokens-per-minute"),
                rate(section, "output-tokens-per-minute"),
                section.count("in-flight"));
    }

    private static OptionalDouble rate(Section section, String key) {
        return section.find(key).map(f -> OptionalDouble.of(f.positive())).orElse(OptionalDouble.empty());
    }

    private static Budget budget(Field field) {
        Section section = field.section(Keys.BUDGET);
        return new Budget(
                section.wholeNumber("requests", 0),
                section.wholeNumber("tokens", 0),
                section.find("usd").map(f -> f.decimal("a number of at least 0", v -> v.signum() >= 0)));
    }
}
