package dev.slop.bench.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.slop.metrics.lexical.LexicalSimilarity;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.MeanCosine;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.VendiScore;
import dev.slop.semantic.MiniLmEmbedder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds measures of meaning against people: which pairs of answers they called similar, and how diverse they found sets
 * of five. The combinations are logistic regressions, fitted on nine tenths of the prompts and held against the tenth;
 * nothing else is fitted but the threshold. Prints Markdown.
 *
 * <p>Arguments: labelled pairs of NoveltyBench (JSON Lines with {@code prompt}, {@code generation_0}, {@code
 * generation_1}, {@code similar}); then, if wanted, rated sets of Tevet and Berant (CSV with {@code resp_0} … {@code
 * resp_4}, {@code metric_abs_hds_mean}).
 */
public final class SemanticPairs {
    private static final int FOLDS = 10;
    private static final int RESPONSES = 5;
    private static final String COSINE = "cosine";
    private static final String BESIDE = "cosine beside the prompt";
    private static final String NAMES = "Jaccard of names";
    private static final String LEXICAL = "`LexicalSimilarity`";
    private static final String ANSWER_LENGTH = "log of the answers' length";
    private static final String PROMPT_LENGTH = "log of the prompt's length";
    /** Few, for what is picked among many on the same pairs looks better than it is. */
    private static final List<List<String>> COMBINATIONS = List.of(
            List.of(LEXICAL, BESIDE),
            List.of(LEXICAL, BESIDE, NAMES),
            List.of(LEXICAL, BESIDE, NAMES, ANSWER_LENGTH, PROMPT_LENGTH),
            List.of(
                    LEXICAL,
                    BESIDE,
                    COSINE,
                    NAMES,
                    "ratio of lengths",
                    "share of the shorter answer's words",
                    ANSWER_LENGTH,
                    PROMPT_LENGTH));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    /** A capitalised word within a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )\\p{Lu}\\p{Ll}+");

    private final TextEmbedder embedder;
    private final PrintStream out;

    SemanticPairs(TextEmbedder embedder, PrintStream out) {
        this.embedder = embedder;
        this.out = out;
    }

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
        new SemanticPairs(embedder, System.out).printPairs(Path.of(args[0]));
        if (args.length == 2) {
            new SemanticPairs(embedder, System.out).printSets(Path.of(args[1]));
        }
    }

    void printPairs(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            rows.add(json.readTree(line));
        }
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).path("similar").asText().equals("1");
        }
        Map<String, double[]> scores = scores(rows);
        out.println(embedder.name() + ", " + labels.length
                + " pairs\n\n| similarity | AUROC | mean of 10 folds ± sd |\n|---|---|---|");
        scores.forEach((name, values) -> {
            if (!name.startsWith("log of")) {
                printArea(name, values, labels);
            }
        });
        int[] fold = folds(texts(rows, "prompt"));
        for (List<String> combined : COMBINATIONS) {
            double[][] features = combined.stream()
                    .map(name -> scores.getOrDefault(name, new double[0]))
                    .toArray(double[][]::new);
            double[] held = CrossValidation.scores(features, labels, fold, FOLDS);
            printArea("logistic, cross-validated: " + String.join(", ", combined), held, labels, fold);
        }
        printThresholds(scores.getOrDefault(COSINE, new double[0]), labels);
    }

    /** Of each pair by name. */
    private Map<String, double[]> scores(List<JsonNode> rows) {
        List<String> a = texts(rows, "generation_0");
        List<String> b = texts(rows, "generation_1");
        Embeddings prompts = embedder.embed(texts(rows, "prompt"));
        Embeddings first = embedder.embed(a);
        Embeddings second = embedder.embed(b);
        List<String> corpus = new ArrayList<>(a);
        corpus.addAll(b);
        LexicalSimilarity lexical = LexicalSimilarity.of(corpus);
        Map<String, double[]> scores = new LinkedHashMap<>();
        scores.put(COSINE, each(rows, i -> dot(first.row(i), second.row(i))));
        scores.put(BESIDE, each(rows, i -> beyondPrompt(first.row(i), second.row(i), prompts.row(i))));
        scores.put("Jaccard of words", each(rows, i -> jaccard(words(a.get(i)), words(b.get(i)), 0)));
        scores.put("share of the shorter answer's words", each(rows, i -> contained(words(a.get(i)), words(b.get(i)))));
        scores.put(NAMES, each(rows, i -> jaccard(found(NAME, a.get(i)), found(NAME, b.get(i)), 0.5)));
        scores.put(
                "ratio of lengths",
                each(rows, i -> ratio(a.get(i).length(), b.get(i).length())));
        scores.put(LEXICAL, each(rows, i -> lexical.similarity(a.get(i), b.get(i))));
        scores.put(
                ANSWER_LENGTH,
                each(rows, i -> Math.log(1 + a.get(i).length() + b.get(i).length())));
        scores.put(
                PROMPT_LENGTH,
                each(rows, i -> Math.log(1 + rows.get(i).path("prompt").asText().length())));
        return scores;
    }

    private static double[] each(List<JsonNode> rows, IntToDoubleFunction score) {
        return IntStream.range(0, rows.size()).mapToDouble(score).toArray();
    }

    private static Set<String> words(String text) {
        return found(WORD, text.toLowerCase(Locale.ROOT));
    }

    private static double contained(Set<String> a, Set<String> b) {
        return (double) a.stream().filter(b::contains).count() / Math.max(1, Math.min(a.size(), b.size()));
    }

    private static double ratio(double a, double b) {
        return Math.min(a, b) / Math.max(1, Math.max(a, b));
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

    private void printArea(String name, double[] scores, boolean[] labels) {
        SplittableRandom random = new SplittableRandom(1);
        printArea(
                name,
                scores,
                labels,
                IntStream.range(0, scores.length)
                        .map(i -> random.nextInt(FOLDS))
                        .toArray());
    }

    private void printArea(String name, double[] scores, boolean[] labels, int[] fold) {
        double[] areas = IntStream.range(0, FOLDS)
                .mapToDouble(f -> area(
                        scores,
                        labels,
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] == f)
                                .toArray()))
                .filter(area -> !Double.isNaN(area))
                .toArray();
        double mean = Arrays.stream(areas).average().orElse(Double.NaN);
        double sd =
                Math.sqrt(Arrays.stream(areas).map(a -> (a - mean) * (a - mean)).sum() / (areas.length - 1));
        out.printf(Locale.ROOT, "| %s | %.3f | %.3f ± %.3f |%n", name, Ranks.areaUnderRoc(scores, labels), mean, sd);
    }

    private static double area(double[] scores, boolean[] labels, int... some) {
        boolean[] positive = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            positive[i] = labels[some[i]];
        }
        return Ranks.areaUnderRoc(
                Arrays.stream(some).mapToDouble(i -> scores[i]).toArray(), positive);
    }

    /** All pairs of a prompt fall into the same fold. */
    private static int[] folds(List<String> prompts) {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Integer> fold = new HashMap<>();
        return prompts.stream()
                .mapToInt(prompt -> fold.computeIfAbsent(prompt, p -> random.nextInt(FOLDS)))
                .toArray();
    }

    private void printThresholds(double[] cosines, boolean[] labels) {
        out.println(
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
            out.printf(
                    Locale.ROOT,
                    "| %.2f | %.0f | %.3f | %.3f | %.3f |%n",
                    hundredth / 100.0,
                    called,
                    right / called,
                    right / positives,
                    agree / labels.length);
        }
    }

    void printSets(Path file) throws IOException {
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
        out.println("\n" + ratings.size() + " rated sets\n\n| measure | Spearman with the rating |\n|---|---|");
        printSpearman("1 − mean pairwise cosine", spread, ratings);
        printSpearman("Vendi score, q = 1", vendi, ratings);
        printSpearman("Vendi score, q = 2", vendi2, ratings);
    }

    private void printSpearman(String name, List<Double> values, List<Double> ratings) {
        out.printf(Locale.ROOT, "| %s | %.3f |%n", name, Ranks.spearman(array(values), array(ratings)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
