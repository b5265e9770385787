package dev.slop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.metrics.analysis.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalysisJsonTest {
    @Test
    void write_namesAndNesting_areThoseOfTheSchema() throws IOException {
        JsonNode root = json(AnalysisFixtures.fruitAndNumber());

        assertThat(names(root)).containsExactly("schema", "slopVersion", "options", "prompts", "overall", "lexical");
        assertThat(root.path("schema").asText()).isEqualTo("slop.analysis/1");
        assertThat(names(root.path("options"))).containsExactly("seed", "level", "resamples");
        JsonNode prompt = root.path("prompts").path(1);
        assertThat(names(prompt))
                .containsExactly(
                        "id",
                        "text",
                        "grouping",
                        "answers",
                        "models",
                        "pooled",
                        "pairs",
                        "partition",
                        "cramersV",
                        "krippendorffAlpha",
                        "fleissKappa",
                        "agreement",
                        "partitionByOrder",
                        "association",
                        "equality",
                        "tree",
                        "groupTree",
                        "groupingStability");
        JsonNode model = prompt.path("models").path(0);
        assertThat(names(model))
                .containsExactly(
                        "model",
                        "n",
                        "outcomes",
                        "groups",
                        "distinct",
                        "topShare",
                        "entropyBits",
                        "hill",
                        "coverage",
                        "chao1",
                        "goodness",
                        "richness",
                        "simpson",
                        "evenness",
                        "goodTuringCoverage",
                        "rarefaction");
        assertThat(names(model.path("outcomes")))
                .containsExactly("answered", "refused", "blocked", "truncated", "empty", "outOfRange", "failed");
        assertThat(names(model.path("groups").path(0))).contains("label", "count", "example");
        assertThat(names(model.path("entropyBits")))
                .containsExactly("plugIn", "millerMadow", "chaoShen", "grassberger", "chaoJost", "shrinkage");
        assertThat(names(model.path("hill"))).containsExactly("0", "1", "2", "inf");
        assertThat(names(model.path("goodness")))
                .containsExactly(
                        "target",
                        "cells",
                        "chiSquare",
                        "g",
                        "cohensW",
                        "totalVariation",
                        "expectedDistinct",
                        "inside",
                        "outside",
                        "cressieRead",
                        "kullbackLeiblerBits",
                        "asymptotic");
        assertThat(names(model.path("goodness").path("chiSquare")))
                .containsExactly("statistic", "degreesOfFreedom", "pValue", "log10PValue", "method");
        assertThat(names(prompt.path("pairs").path(0)))
                .containsExactly(
                        "a",
                        "b",
                        "jaccard",
                        "weightedJaccard",
                        "morisitaHorn",
                        "jensenShannonBits",
                        "hellinger",
                        "totalVariation",
                        "collisionProbability",
                        "further",
                        "pValue");
        assertThat(names(prompt.path("partition"))).containsExactly("alpha", "beta", "gamma", "turnover");
        assertThat(names(root.path("overall"))).containsExactly("models", "pairs", "agreement", "tree", "findings");
    }

    @Test
    void write_estimate_keepsFullPrecision() throws IOException {
        JsonNode topShare = json(AnalysisFixtures.fruitAndNumber()).at("/prompts/1/models/0/entropyBits/plugIn");

        assertThat(names(topShare)).containsExactly("value", "lower", "upper", "level", "method");
        double expected = -(.98 * Math.log(.98) + .02 * Math.log(.02)) / Math.log(2);
        assertThat(topShare.path("value").asDouble()).isCloseTo(expected, within(1e-15));
        assertThat(topShare.path("value").asText()).hasSizeGreaterThan(16);
    }

    @Test
    void write_infiniteBound_isNullWithANote() throws IOException {
        JsonNode chao1 = json(AnalysisFixtures.fruitAndNumber()).at("/prompts/0/models/0/chao1");

        assertThat(chao1.path("upper").isNull()).isTrue();
        assertThat(chao1.path("note").asText()).isEqualTo("interval is unbounded above");
    }

    @Test
    void write_modelWithoutAnswers_hasNullsWithReasons() throws IOException {
        JsonNode model = json(AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                        "p", "?", new TreeMap<>(Map.of("a/b", List.of())), Optional.of(AnalysisFixtures.fit()), 2)))
                .at("/prompts/0/models/0");

        assertThat(model.path("topShare").path("value").isNull()).isTrue();
        assertThat(model.path("topShare").path("reason").asText()).isEqualTo("no answers");
        assertThat(model.path("goodness").isNull()).isTrue();
        assertThat(model.path("outcomes").path("refused").asLong()).isEqualTo(2);
    }

    @Test
    void write_oneModel_keepsTheNestingOfThePartition() throws IOException {
        JsonNode partition = json(AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                        "p", "?", new TreeMap<>(Map.of("a/b", List.of("x"))), Optional.empty(), 0)))
                .at("/prompts/0/partition");

        assertThat(partition.at("/beta/value").isNull()).isTrue();
        assertThat(partition.at("/beta/reason").asText()).isNotEmpty();
    }

    @Test
    void write_twice_givesEqualText() throws IOException {
        assertThat(text(AnalysisFixtures.fruitAndNumber())).isEqualTo(text(AnalysisFixtures.fruitAndNumber()));
    }

    @Test
    void write_hostileAnswers_surviveAFile(@TempDir Path folder) throws IOException {
        String hostile = "\u001b[2J\u202e\u0000</script>\uD83D";
        Analysis analysis = AnalysisFixtures.ofPrompts(AnalysisFixtures.prompt(
                "p", hostile, new TreeMap<>(Map.of("a/b", List.of(hostile))), Optional.empty(), 0));

        new RunFolder(folder).write(analysis, "0");

        String written = Files.readString(folder.resolve("analysis.json"), StandardCharsets.UTF_8);
        assertThat(written).doesNotContain("\u001b").doesNotContain("\u0000");
        assertThat(new JsonMapper()
                        .readTree(written)
                        .at("/prompts/0/models/0/groups/0/label")
                        .asText())
                .isEqualTo("\u001b[2J\u202e\u0000</script>?");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(Analysis analysis) throws IOException {
        return new JsonMapper().readTree(text(analysis));
    }

    private static String text(Analysis analysis) throws IOException {
        StringWriter out = new StringWriter();
        AnalysisJson.write(analysis, "0.1.0", out);
        return out.toString();
    }
}
