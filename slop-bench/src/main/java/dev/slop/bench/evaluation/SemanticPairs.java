package dev.slop.bench.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.MeanCosine;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.VendiScore;
import dev.slop.semantic.MiniLmEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds measures of meaning against people: which pairs of answers they called similar, and how diverse they found sets
 * of five. Nothing is fitted here but the threshold. Prints Markdown.
 *
 * <p>Arguments: labelled pairs of NoveltyBench (JSON Lines with {@code prompt}, {@code generation_0}, {@code
 * generation_1}, {@code similar}); then, if wanted, rated sets of Tevet and Berant (CSV with {@code resp_0} … {@code
 * resp_4}, {@code metric_abs_hds_mean}).
 */
public final class SemanticPairs {
    private static final int FOLDS = 10;
    private static final int RESPONSES = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    /** A capitalised word within a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )\\p{Lu}\\p{Ll}+");

    private SemanticPairs() {}

    /**
     * Runs the evaluation.
     *
     * @param args files
     * @throws IOException if one cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: SemanticPairs PAIRS.jsonl [SETS.csv]");
        }
        TextEmbedder embedder = MiniLmEmbedder.create();
        printPairs(Path.of(args[0]), embedder);
        if (args.length == 2) {
            printSets(Path.of(args[1]), embedder);
        }
    }

    private static void printPairs(Path file, TextEmbedder embedder) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            rows.add(json.readTree(line));
        }
        boolean[] labels = new boolean[rows.size()];
        double[][] scores = new double[5][rows.size()];
        Embeddings prompts = embedder.embed(texts(rows, "prompt"));
        Embeddings first = embedder.embed(texts(rows, "generation_0"));
        Embeddings second = embedder.embed(texts(rows, "generation_1"));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).path("similar").asText().equals("1");
            String a = rows.get(i).path("generation_0").asText();
            String b = rows.get(i).path("generation_1").asText();
            scores[0][i] = dot(first.row(i), second.row(i));
            scores[1][i] = beyondPrompt(first.row(i), second.row(i), prompts.row(i));
            scores[2][i] = jaccard(found(WORD, a.toLowerCase(Locale.ROOT)), found(WORD, b.toLowerCase(Locale.ROOT)), 0);
            scores[3][i] = jaccard(found(NAME, a), found(NAME, b), 0.5);
            scores[4][i] = (2 * scores[1][i] + 4 * scores[2][i] + scores[3][i]) / 7;
        }
        System.out.println(embedder.name() + ", " + labels.length
                + " pairs\n\n| similarity | AUROC | mean of 10 folds ± sd |\n|---|---|---|");
        String[] names = {
            "cosine",
            "cosine beside the prompt",
            "Jaccard of words",
            "Jaccard of names",
            "(2 cosine beside the prompt + 4 words + 1 names) / 7"
        };
        for (int s = 0; s < names.length; s++) {
            printArea(names[s], scores[s], labels);
        }
        printThresholds(scores[0], labels);
    }

    private static List<String> texts(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> row.path(field).asText()).toList();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The cosine of what is left of two answers once their share in the direction of the prompt is taken out. */
    private static double beyondPrompt(float[] a, float[] b, float[] prompt) {
        double alongA = dot(a, prompt);
        double alongB = dot(b, prompt);
        double lengths = Math.sqrt(Math.max(1e-12, (1 - alongA * alongA) * (1 - alongB * alongB)));
        return (dot(a, b) - alongA * alongB) / lengths;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static double jaccard(Set<String> a, Set<String> b, double ofNothing) {
        long both = a.stream().filter(b::contains).count();
        long all = a.size() + b.size() - both;
        return all == 0 ? ofNothing : (double) both / all;
    }

    private static void printArea(String name, double[] scores, boolean[] labels) {
        int[] fold = folds(scores.length);
        double[] areas = IntStream.range(0, FOLDS)
                .mapToDouble(f -> area(
                        scores,
                        labels,
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] == f)
                                .toArray()))
                .toArray();
        double mean = Arrays.stream(areas).average().orElseThrow();
        double sd =
                Math.sqrt(Arrays.stream(areas).map(a -> (a - mean) * (a - mean)).sum() / (FOLDS - 1));
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f ± %.3f |%n", name, Ranks.areaUnderRoc(scores, labels), mean, sd);
    }

    private static double area(double[] scores, boolean[] labels, int... some) {
        boolean[] positive = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            positive[i] = labels[some[i]];
        }
        return Ranks.areaUnderRoc(
                Arrays.stream(some).mapToDouble(i -> scores[i]).toArray(), positive);
    }

    private static int[] folds(int size) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, size).map(i -> random.nextInt(FOLDS)).toArray();
    }

    private static void printThresholds(double[] cosines, boolean[] labels) {
        System.out.println(
                "\n| threshold on the cosine | called the same | precision | recall | accuracy |\n|---|---|---|---|---|");
        for (int hundredth : new int[] {80, 84, 88, 89, 90, 91, 92, 93, 94, 96}) {
            double called = 0;
            double right = 0;
            double agree = 0;
            double positives = 0;
            for (int i = 0; i < labels.length; i++) {
                boolean same = cosines[i] >= hundredth / 100.0;
                called += same ? 1 : 0;
                right += same && labels[i] ? 1 : 0;
                agree += same == labels[i] ? 1 : 0;
                positives += labels[i] ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %.2f | %.0f | %.3f | %.3f | %.3f |%n",
                    hundredth / 100.0,
                    called,
                    right / called,
                    right / positives,
                    agree / labels.length);
        }
    }

    private static void printSets(Path file, TextEmbedder embedder) throws IOException {
        List<Double> ratings = new ArrayList<>();
        List<Double> spread = new ArrayList<>();
        List<Double> vendi = new ArrayList<>();
        List<Double> vendi2 = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                Embeddings set = embedder.embed(IntStream.range(0, RESPONSES)
                        .mapToObj(i -> row.getOrDefault("resp_" + i, ""))
                        .toList());
                ratings.add(Double.valueOf(row.getOrDefault("metric_abs_hds_mean", "")));
                spread.add(1 - MeanCosine.within(set).orElseThrow());
                vendi.add(VendiScore.ofOrder(1).of(set));
                vendi2.add(VendiScore.ofOrder(2).of(set));
            }
        }
        System.out.println("\n" + ratings.size() + " rated sets\n\n| measure | Spearman with the rating |\n|---|---|");
        printSpearman("1 − mean pairwise cosine", spread, ratings);
        printSpearman("Vendi score, q = 1", vendi, ratings);
        printSpearman("Vendi score, q = 2", vendi2, ratings);
    }

    private static void printSpearman(String name, List<Double> values, List<Double> ratings) {
        System.out.printf(Locale.ROOT, "| %s | %.3f |%n", name, Ranks.spearman(array(values), array(ratings)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
