package dev.slop.bench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluations on small generated files: similar pairs share most of their words, others none. */
final class EvaluationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void noveltyPairs_ofPairsThatWordingTellsApart_areAllRight() throws IOException {
        String table = printed(() -> NoveltyPairs.main(new String[] {pairs().toString(), "3"}));

        assertThat(table)
                .contains(
                        "60 pairs, 30 similar; 10 folds, seed 3", "| **`LexicalSimilarity`** | 1.000 | 1.000 ± 0.000 |")
                .contains("| ROUGE-L | 1.000 |", "Threshold of `LexicalSimilarity`");
    }

    @Test
    void noveltyPairs_lineWithoutAField_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), "{\"generation_0\":\"a\",\"similar\":1}\n");

        assertThatThrownBy(() -> NoveltyPairs.main(new String[] {file.toString()}))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":1: no value in field generation_1");
        assertThatThrownBy(() -> NoveltyPairs.main(new String[0])).hasMessageStartingWith("usage: NoveltyPairs");
    }

    @Test
    void semanticPairs_ofPairsThatLettersTellApart_areAllRight() throws IOException {
        Path file = pairs();
        String table = printed(out -> new SemanticPairs(new Letters(), out).printPairs(file));

        assertThat(table)
                .startsWith("letters, 60 pairs\n")
                .contains("| Jaccard of words | 1.000 | 1.000 ± 0.000 |")
                .contains("| logistic, cross-validated: `LexicalSimilarity`, cosine beside the prompt | 1.000 |")
                .contains("| threshold on the cosine |");
    }

    @Test
    void semanticPairs_ofSets_followsARatingByDifferentWords() throws IOException {
        Path file = sets();
        String table = printed(out -> new SemanticPairs(new Letters(), out).printSets(file));

        assertThat(table)
                .contains("12 rated sets", "| Vendi score, q = 1 | 1.000", "| 1 − mean pairwise cosine | 1.000");
    }

    @Test
    void tevetCorrelation_ofSets_followsARatingByDifferentWords() throws IOException {
        String table = printed(() -> TevetCorrelation.main(new String[] {sets().toString()}));

        assertThat(table).contains("12 sets of 5 responses", "| distinct-1 | 1.000 |");
        Path file = Files.writeString(folder.resolve("bad.csv"), "resp_0\na\n");
        assertThatThrownBy(() -> TevetCorrelation.main(new String[] {file.toString()}))
                .hasMessage(file + ": no column resp_1");
    }

    @Test
    void crossValidation_scoresCasesThatItHasNotSeen() {
        Random random = new Random(1);
        double[][] features = new double[2][400];
        boolean[] labels = new boolean[400];
        int[] fold = new int[400];
        for (int i = 0; i < 400; i++) {
            labels[i] = i % 3 == 0;
            features[0][i] = random.nextGaussian() + (labels[i] ? 1.5 : 0);
            features[1][i] = random.nextGaussian();
            fold[i] = i % 10;
        }
        double[] scores = CrossValidation.scores(features, labels, fold, 10);
        double[] noise = CrossValidation.scores(new double[][] {features[1]}, labels, fold, 10);

        // Two normal distributions 1.5 apart: Φ(1.5/√2) = .856; standard error .02.
        assertThat(Ranks.areaUnderRoc(scores, labels)).isCloseTo(0.856, within(0.06));
        assertThat(Ranks.areaUnderRoc(noise, labels)).isCloseTo(0.5, within(0.1));
    }

    private Path pairs() throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean similar = i % 2 == 0;
            String first = words(random, 12, 'a');
            String second = similar ? first + " " + words(random, 2, 'n') : words(random, 14, 'n');
            lines.add(JSON.writeValueAsString(Map.of(
                    "prompt",
                    "question " + i,
                    "generation_0",
                    first,
                    "generation_1",
                    second,
                    "similar",
                    similar ? "1" : "0")));
        }
        return Files.write(folder.resolve("pairs.jsonl"), lines);
    }

    /** The first of set i has i different words among its five. */
    private Path sets() throws IOException {
        StringBuilder csv = new StringBuilder("resp_0,resp_1,resp_2,resp_3,resp_4,metric_abs_hds_mean\n");
        for (int i = 0; i < 12; i++) {
            List<String> responses = new ArrayList<>();
            for (int r = 0; r < 5; r++) {
                StringBuilder text = new StringBuilder("same");
                for (int w = 0; w < 12; w++) {
                    text.append(' ').append(w < i ? "" + (char) ('a' + 5 * (w % 5) + r) + w : "fix" + w);
                }
                responses.add(text.toString());
            }
            csv.append(String.join(",", responses)).append(',').append(i).append('\n');
        }
        return Files.writeString(folder.resolve("sets.csv"), csv);
    }

    private static String words(Random random, int count, char from) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(i -> random.ints(5, from, from + 13)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())
                        .toList());
    }

    private static String printed(Evaluation evaluation) throws IOException {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            evaluation.run();
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String printed(PrintingEvaluation evaluation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            evaluation.run(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private interface Evaluation {
        void run() throws IOException;
    }

    private interface PrintingEvaluation {
        void run(PrintStream out) throws IOException;
    }

    /** How often each letter occurs. */
    private static final class Letters implements TextEmbedder {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public Embeddings embed(List<String> texts) {
            return Embeddings.of(texts.stream()
                    .map(text -> {
                        float[] row = new float[27];
                        text.chars().forEach(c -> row[c >= 'a' && c <= 'z' ? c - 'a' : 26]++);
                        return row;
                    })
                    .toList());
        }
    }
}
