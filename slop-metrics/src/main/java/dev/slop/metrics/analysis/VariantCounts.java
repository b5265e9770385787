package dev.slop.metrics.analysis;

import dev.slop.metrics.diversity.EntropyEstimator;
import dev.slop.metrics.diversity.Rarefaction;
import dev.slop.metrics.diversity.Simpson;
import dev.slop.metrics.overlap.OverlapMeasure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How often each group of one prompt was given, by model and variant; models and variants without an answer are absent. */
final class VariantCounts {
    private final Map<String, Map<String, long[]>> byModel = new TreeMap<>();

    static VariantCounts of(List<MeasuredAnswer> answers) {
        VariantCounts counts = new VariantCounts();
        int groups = answers.stream()
                .mapToInt(answer -> answer.group().orElse(-1) + 1)
                .max()
                .orElse(0);
        for (MeasuredAnswer measured : answers) {
            Answer answer = measured.answer();
            measured.group()
                    .ifPresent(group -> counts.byModel.computeIfAbsent(answer.model(), m -> new TreeMap<>())
                            .computeIfAbsent(answer.variant(), v -> new long[groups])[group]++);
        }
        return counts;
    }

    Set<String> models() {
        return byModel.keySet();
    }

    /** {@return how often a model gave each group, in one way of asking; empty where it gave none} */
    Optional<long[]> counts(String model, String variant) {
        return Optional.ofNullable(byModel.getOrDefault(model, Map.of()).get(variant));
    }

    /** {@return answers measured} */
    long n(String variant, Optional<String> model) {
        return byModel.entrySet().stream()
                .filter(e -> model.isEmpty() || model.get().equals(e.getKey()))
                .flatMap(e -> Stream.ofNullable(e.getValue().get(variant)))
                .mapToLong(Intervals::sum)
                .sum();
    }

    /** {@return the mean over models, or pairs of models; empty where none has a value} */
    OptionalDouble value(VariantMeasure measure, String variant, Optional<String> model) {
        return units(measure, model).stream()
                .flatMapToDouble(unit -> value(measure, variant, unit).stream())
                .average();
    }

    /** {@return the mean difference over the models, or pairs, that have a value in both} */
    OptionalDouble difference(VariantMeasure measure, String variant, String first, Optional<String> model) {
        return units(measure, model).stream()
                .flatMapToDouble(unit -> {
                    OptionalDouble a = value(measure, variant, unit);
                    OptionalDouble b = value(measure, first, unit);
                    return a.isPresent() && b.isPresent()
                            ? DoubleStream.of(a.getAsDouble() - b.getAsDouble())
                            : DoubleStream.empty();
                })
                .average();
    }

    private List<List<String>> units(VariantMeasure measure, Optional<String> model) {
        List<String> models = List.copyOf(byModel.keySet());
        if (measure.isOfOneModel()) {
            return models.stream()
                    .filter(name -> model.isEmpty() || model.get().equals(name))
                    .map(List::of)
                    .toList();
        }
        return models.stream()
                .flatMap(a -> models.stream().filter(b -> a.compareTo(b) < 0).map(b -> List.of(a, b)))
                .toList();
    }

    private OptionalDouble value(VariantMeasure measure, String variant, List<String> unit) {
        List<long[]> rows = unit.stream()
                .flatMap(name ->
                        Stream.ofNullable(byModel.getOrDefault(name, Map.of()).get(variant)))
                .toList();
        if (rows.size() < unit.size()) {
            return OptionalDouble.empty();
        }
        long[] counts = rows.get(0);
        long n = Intervals.sum(counts);
        return switch (measure) {
            case TOP_SHARE ->
                OptionalDouble.of((double) Arrays.stream(counts).max().orElse(0) / n);
            case ENTROPY_BITS -> OptionalDouble.of(EntropyEstimator.chaoJost().bits(counts));
            case DISTINCT_RATIO -> {
                long m = smallestSample(unit.get(0));
                yield OptionalDouble.of(Rarefaction.hill(0, m).of(counts) / m);
            }
            case AGREEMENT ->
                n < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Simpson.unbiased().of(counts));
            case JACCARD -> pair(OverlapMeasure.JACCARD, rows);
            case COLLISION_PROBABILITY -> pair(OverlapMeasure.COLLISION_PROBABILITY, rows);
        };
    }

    private static OptionalDouble pair(OverlapMeasure measure, List<long[]> rows) {
        return OptionalDouble.of(measure.statistic().applyAsDouble(rows.get(0), rows.get(1)));
    }

    private long smallestSample(String model) {
        return byModel.getOrDefault(model, Map.of()).values().stream()
                .mapToLong(Intervals::sum)
                .min()
                .orElse(1);
    }

    /** {@return all models of a study} */
    static Set<String> models(List<VariantCounts> prompts) {
        Set<String> models = new TreeSet<>();
        prompts.forEach(prompt -> models.addAll(prompt.models()));
        return models;
    }
}
