package dev.slop.bench.evaluation;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.slop.metrics.lexical.Compression;
import dev.slop.metrics.lexical.LexicalDiversity;
import dev.slop.metrics.lexical.LexicalSimilarity;
import dev.slop.metrics.lexical.RougeL;
import dev.slop.metrics.lexical.SelfBleu;
import dev.slop.metrics.lexical.TokenizedTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Tells how the lexical measures of sets of five responses rank them beside the diversity that people saw in them:
 * Spearman's correlation. Nothing is trained. Prints Markdown.
 *
 * <p>Argument: a CSV file of Tevet and Berant (columns {@code resp_0} … {@code resp_4}, {@code metric_abs_hds_mean}).
 */
public final class TevetCorrelation {
    private static final int RESPONSES = 5;
    private static final String RATING = "metric_abs_hds_mean";

    private TevetCorrelation() {}

    /**
     * Runs the evaluation.
     *
     * @param args file
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: TevetCorrelation FILE");
        }
        List<RatedSet> sets = read(Path.of(args[0]));
        double[] ratings = sets.stream().mapToDouble(RatedSet::rating).toArray();
        System.out.println(sets.size() + " sets of " + RESPONSES + " responses\n");
        System.out.println("| measure | Spearman with the rating |");
        System.out.println("|---|---|");
        measures(sets).forEach((name, measure) -> {
            double[] values = sets.stream()
                    .mapToDouble(set -> measure.applyAsDouble(set.responses()))
                    .toArray();
            System.out.printf(Locale.ROOT, "| %s | %.3f |%n", name, Ranks.spearman(values, ratings));
        });
    }

    static List<RatedSet> read(Path file) throws IOException {
        List<RatedSet> sets = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                List<String> responses = new ArrayList<>();
                for (int i = 0; i < RESPONSES; i++) {
                    responses.add(field(row, "resp_" + i, file));
                }
                sets.add(new RatedSet(responses, Double.parseDouble(field(row, RATING, file))));
            }
        }
        return sets;
    }

    private static String field(Map<String, String> row, String name, Path file) throws IOException {
        String value = row.get(name);
        if (value == null) {
            throw new IOException(file + ": no column " + name);
        }
        return value;
    }

    private static Map<String, ToDoubleFunction<List<String>>> measures(List<RatedSet> sets) {
        LexicalSimilarity similarity = LexicalSimilarity.of(
                sets.stream().flatMap(set -> set.responses().stream()).toList());
        Compression compression = new Compression();
        Map<String, ToDoubleFunction<List<String>>> measures = new LinkedHashMap<>();
        measures.put("**1 − mean `LexicalSimilarity` of pairs**", set -> 1 - meanOfPairs(similarity, set));
        measures.put(
                "distinct-1",
                set -> LexicalDiversity.distinct(TokenizedTexts.of(set), 1).orElse(0));
        measures.put(
                "distinct-2",
                set -> LexicalDiversity.distinct(TokenizedTexts.of(set), 2).orElse(0));
        measures.put(
                "mean of distinct-1 to 3",
                set -> LexicalDiversity.meanDistinct(TokenizedTexts.of(set), 3).orElse(0));
        measures.put(
                "1 − self-BLEU-4",
                set -> 1 - SelfBleu.of(TokenizedTexts.of(set), 4).orElse(0));
        measures.put(
                "1 − ROUGE-L homogenisation",
                set -> 1 - RougeL.homogenisation(TokenizedTexts.of(set)).orElse(0));
        measures.put("1 / compression ratio", set -> 1 / compression.ratio(set).orElse(1));
        return measures;
    }

    private static double meanOfPairs(LexicalSimilarity similarity, List<String> texts) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += similarity.similarity(texts.get(i), texts.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }

    record RatedSet(List<String> responses, double rating) {}
}
