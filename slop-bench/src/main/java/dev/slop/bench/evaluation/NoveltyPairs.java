package dev.slop.bench.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slop.metrics.lexical.Compression;
import dev.slop.metrics.lexical.LexicalSimilarity;
import dev.slop.metrics.lexical.RougeL;
import dev.slop.metrics.lexical.SelfBleu;
import dev.slop.metrics.lexical.TokenizedTexts;
import dev.slop.metrics.lexical.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Tells how well lexical similarities part the pairs of answers that people called similar from those they did not: the
 * area under the ROC curve, and the threshold of the default similarity that agrees with most labels. Nothing is trained;
 * the weights of words are learnt from the texts without their labels. Prints Markdown.
 *
 * <p>Arguments: the JSON Lines file of labelled pairs of NoveltyBench (fields {@code generation_0}, {@code generation_1},
 * {@code similar}); seed of the folds (default 1).
 */
public final class NoveltyPairs {
    private static final int FOLDS = 10;
    private static final int SHINGLE = 4;

    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();
    private final List<Boolean> similar = new ArrayList<>();

    private NoveltyPairs() {}

    /**
     * Runs the evaluation.
     *
     * @param args file, seed
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            throw new IllegalArgumentException("usage: NoveltyPairs FILE [SEED]");
        }
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        NoveltyPairs pairs = read(Path.of(args[0]));
        System.out.printf(
                Locale.ROOT,
                "%d pairs, %d similar; %d folds, seed %d%n%n",
                pairs.similar.size(),
                pairs.similar.stream().filter(s -> s).count(),
                FOLDS,
                seed);
        System.out.println("| similarity | AUROC, all pairs | mean of folds ± sd |");
        System.out.println("|---|---|---|");
        pairs.similarities().forEach((name, similarity) -> pairs.printRow(name, pairs.scores(similarity), seed));
        pairs.printThresholds(seed);
    }

    static NoveltyPairs read(Path file) throws IOException {
        NoveltyPairs pairs = new NoveltyPairs();
        ObjectMapper json = new ObjectMapper();
        int line = 0;
        for (String row : Files.readAllLines(file)) {
            line++;
            JsonNode node = json.readTree(row);
            for (String field : List.of("generation_0", "generation_1", "similar")) {
                if (!node.path(field).isValueNode() || node.path(field).isNull()) {
                    throw new IOException(file + ":" + line + ": no value in field " + field);
                }
            }
            pairs.first.add(node.path("generation_0").asText());
            pairs.second.add(node.path("generation_1").asText());
            pairs.similar.add(node.path("similar").asText().equals("1"));
        }
        return pairs;
    }

    private Map<String, ToDoubleBiFunction<String, String>> similarities() {
        List<String> corpus = new ArrayList<>(first);
        corpus.addAll(second);
        Compression compression = new Compression();
        Map<String, ToDoubleBiFunction<String, String>> similarities = new LinkedHashMap<>();
        similarities.put("**`LexicalSimilarity`**", LexicalSimilarity.of(corpus)::similarity);
        similarities.put("Jaccard of words", (a, b) -> jaccard(words(a), words(b)));
        similarities.put("Jaccard of 4-grams of characters", (a, b) -> jaccard(shingles(a), shingles(b)));
        similarities.put(
                "ROUGE-L",
                (a, b) ->
                        RougeL.homogenisation(TokenizedTexts.of(List.of(a, b))).orElse(0));
        similarities.put(
                "BLEU-4, mean of both ways",
                (a, b) -> SelfBleu.of(TokenizedTexts.of(List.of(a, b)), 4).orElse(0));
        similarities.put("1 − compression distance", (a, b) -> 1 - compression.distance(a, b));
        return similarities;
    }

    private double[] scores(ToDoubleBiFunction<String, String> similarity) {
        return IntStream.range(0, first.size())
                .mapToDouble(i -> similarity.applyAsDouble(first.get(i), second.get(i)))
                .toArray();
    }

    private void printRow(String name, double[] scores, long seed) {
        int[] fold = folds(scores.length, seed);
        double[] areas = IntStream.range(0, FOLDS)
                .mapToDouble(f -> area(scores, i -> fold[i] == f))
                .toArray();
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f ± %.3f |%n", name, area(scores, i -> true), mean(areas), sd(areas));
    }

    private double area(double[] scores, IntPredicate taken) {
        int[] some = IntStream.range(0, scores.length).filter(taken).toArray();
        double[] values = IntStream.of(some).mapToDouble(i -> scores[i]).toArray();
        boolean[] labels = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            labels[i] = similar.get(some[i]);
        }
        return Ranks.areaUnderRoc(values, labels);
    }

    /** The threshold that agrees with most labels of nine folds is held against the tenth. */
    private void printThresholds(long seed) {
        List<String> corpus = new ArrayList<>(first);
        corpus.addAll(second);
        double[] scores = scores(LexicalSimilarity.of(corpus)::similarity);
        int[] fold = folds(scores.length, seed);
        double[] chosen = new double[FOLDS];
        double[] accuracy = new double[FOLDS];
        for (int f = 0; f < FOLDS; f++) {
            int held = f;
            chosen[f] = threshold(scores, i -> fold[i] != held);
            accuracy[f] = accuracy(scores, chosen[f], i -> fold[i] == held);
        }
        double best = threshold(scores, i -> true);
        System.out.printf(
                Locale.ROOT,
                "%nThreshold of `LexicalSimilarity` that agrees with most labels: %.2f (agrees with %.3f);"
                        + " chosen on nine folds %.2f ± %.2f, agrees with %.3f ± %.3f of the tenth.%n",
                best,
                accuracy(scores, best, i -> true),
                mean(chosen),
                sd(chosen),
                mean(accuracy),
                sd(accuracy));
    }

    private double threshold(double[] scores, IntPredicate taken) {
        double best = 0;
        for (int hundredth = 1; hundredth <= 100; hundredth++) {
            double candidate = hundredth / 100.0;
            best = accuracy(scores, candidate, taken) > accuracy(scores, best, taken) ? candidate : best;
        }
        return best;
    }

    private double accuracy(double[] scores, double threshold, IntPredicate taken) {
        return IntStream.range(0, scores.length)
                .filter(taken)
                .mapToDouble(i -> (scores[i] >= threshold) == similar.get(i) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static int[] folds(int size, long seed) {
        int[] fold = IntStream.range(0, size).map(i -> i % FOLDS).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = fold[i];
            fold[i] = fold[j];
            fold[j] = kept;
        }
        return fold;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Tokenizer.words().tokens(text));
    }

    private static Set<String> shingles(String text) {
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= text.length(); i++) {
            shingles.add(text.substring(i, i + SHINGLE));
        }
        return shingles;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return both == 0 ? 0 : (double) both / (a.size() + b.size() - both);
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
