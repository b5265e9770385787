package dev.slop.metrics.analysis;

import com.google.common.hash.Hashing;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.analysis.SemanticAnalysis.EnergyTest;
import dev.slop.metrics.analysis.SemanticAnalysis.GroupMedoid;
import dev.slop.metrics.analysis.SemanticAnalysis.MeaningMap;
import dev.slop.metrics.analysis.SemanticAnalysis.ModelMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.Place;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import dev.slop.metrics.grouping.Grouping;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.PrincipalPlane;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TwoSampleTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the answers to one prompt mean. */
final class MeaningAnalyzer {
    /** More would not be told apart, nor fit into memory as a dense matrix. */
    private static final int MOST_PLACES = 2_000;
    /** About a second of dealing a pair's answers out again. */
    private static final double MOST_STEPS = 1e9;

    private static final int FEWEST_RESAMPLES = 999;

    private final PromptAnalysis prompt;
    private final MeaningTexts texts;
    private final TextEmbedder embedder;
    private final Embeddings points;
    private final Optional<int[]> meanings;
    private final AnalysisOptions options;
    private final RepeatedSamples repeated;

    private MeaningAnalyzer(
            PromptAnalysis prompt,
            MeaningTexts texts,
            PromptSpec spec,
            AnalysisOptions options,
            RepeatedSamples repeated) {
        this.prompt = prompt;
        this.texts = texts;
        this.embedder = spec.embedder().orElseThrow();
        this.points = embedder.embed(texts.cleaned());
        this.meanings = meanings(spec, texts, embedder);
        this.options = options;
        this.repeated = repeated;
    }

    /** {@return the meaning of a prompt's answers; empty where they are not embedded or there is none} */
    static Optional<PromptMeaning> of(
            PromptSpec spec, PromptAnalysis prompt, AnalysisOptions options, RepeatedSamples repeated) {
        MeaningTexts texts = MeaningTexts.of(prompt.answers());
        return spec.embedder().isEmpty() || texts.cleaned().isEmpty()
                ? Optional.empty()
                : Optional.of(new MeaningAnalyzer(prompt, texts, spec, options, repeated).meaning());
    }

    /** {@return per text its group of meaning; empty where no threshold is known} */
    private static Optional<int[]> meanings(PromptSpec spec, MeaningTexts texts, TextEmbedder embedder) {
        if (spec.grouping() instanceof SemanticGrouping) {
            return Optional.of(texts.groups());
        }
        if (embedder.sameMeaning().isEmpty()) {
            return Optional.empty();
        }
        Grouping grouping = SemanticGrouping.of(embedder).group(texts.cleaned());
        return Optional.of(
                grouping.groupOf().stream().mapToInt(Integer::intValue).toArray());
    }

    private PromptMeaning meaning() {
        SortedMap<String, MeaningPoints> samples = new TreeMap<>();
        texts.byModel().forEach((model, counts) -> samples.put(model, MeaningPoints.of(points, counts)));
        return new PromptMeaning(
                prompt.id(),
                embedder.name(),
                points.size(),
                texts.byModel().entrySet().stream()
                        .map(entry -> model(entry.getKey(), entry.getValue()))
                        .toList(),
                model(ModelAnalysis.POOLED, texts.counts()),
                pairs(samples),
                medoids(),
                map());
    }

    private ModelMeaning model(String name, long[] counts) {
        MeaningPoints sample = MeaningPoints.of(points, counts);
        return new ModelMeaning(
                name,
                sample.n(),
                sample.meanCosine(options.level()),
                sample.vendi(options.level()),
                entropy(counts),
                texts.original(sample.medoid()));
    }

    private Quantity entropy(long[] counts) {
        if (meanings.isEmpty()) {
            return Quantity.unavailable("no threshold of the same meaning is known for " + embedder.name());
        }
        int[] groups = meanings.get();
        long[] byGroup = new long[Arrays.stream(groups).max().orElse(0) + 1];
        for (int i = 0; i < counts.length; i++) {
            byGroup[groups[i]] += counts[i];
        }
        return repeated.entropyBits(
                Arrays.stream(byGroup).filter(count -> count > 0).sorted().toArray());
    }

    private List<PairMeaning> pairs(SortedMap<String, MeaningPoints> samples) {
        List<String> names = List.copyOf(samples.keySet());
        List<MeaningPoints> of = List.copyOf(samples.values());
        List<PairMeaning> pairs = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            for (int j = i + 1; j < of.size(); j++) {
                long seed = Analyzer.seed(
                        "meaning\0" + prompt.id() + "\0" + names.get(i) + "\0" + names.get(j), options.seed());
                pairs.add(new PairMeaning(
                        names.get(i),
                        names.get(j),
                        of.get(i).meanCosine(of.get(j), options.level()),
                        energy(of.get(i), of.get(j), seed)));
            }
        }
        return pairs;
    }

    private EnergyTest energy(MeaningPoints a, MeaningPoints b, long seed) {
        if (a.n() + b.n() > TwoSampleTest.MOST_TEXTS) {
            String reason = "more than " + TwoSampleTest.MOST_TEXTS + " answers";
            return new EnergyTest(OptionalDouble.empty(), PairAnalysis.PairTest.unavailable(reason));
        }
        double affordable = MOST_STEPS / ((double) a.n() * a.n());
        int resamples = (int) Math.min(options.resamples(), Math.max(FEWEST_RESAMPLES, affordable));
        TestResult test = TwoSampleTest.energyDistance()
                .withResamples(resamples)
                .withSeed(seed)
                .test(a.repeated(), b.repeated());
        return new EnergyTest(
                OptionalDouble.of(test.statistic()), PairAnalysis.PairTest.of(test.pValue(), test.method()));
    }

    private List<GroupMedoid> medoids() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            members.computeIfAbsent(texts.groups()[i], group -> new ArrayList<>())
                    .add(i);
        }
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> medoid(entry.getKey(), entry.getValue()))
                .toList();
    }

    private GroupMedoid medoid(int group, List<Integer> members) {
        long[] counts = new long[points.size()];
        members.forEach(i -> counts[i] = texts.counts()[i]);
        return new GroupMedoid(
                group, texts.original(MeaningPoints.of(points, counts).medoid()));
    }

    /** Rare texts are dealt by the hash of their wording, for the alphabet says something of them. */
    private MeaningMap map() {
        int[] shown = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -texts.counts()[i])
                        .thenComparing(i -> lot(texts.cleaned().get(i)))
                        .thenComparing(i -> texts.cleaned().get(i)))
                .limit(MOST_PLACES)
                .mapToInt(Integer::intValue)
                .toArray();
        PrincipalPlane plane = PrincipalPlane.of(
                points.select(shown),
                Arrays.stream(shown).mapToLong(i -> texts.counts()[i]).toArray());
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            PrincipalPlane.Point point = plane.points().get(i);
            places.add(new Place(
                    texts.original(shown[i]), point.x(), point.y(), texts.groups()[shown[i]], texts.models(shown[i])));
        }
        return new MeaningMap(plane.firstShare(), plane.secondShare(), places);
    }

    private static long lot(String text) {
        return Hashing.murmur3_128().hashUnencodedChars(text).asLong();
    }
}
