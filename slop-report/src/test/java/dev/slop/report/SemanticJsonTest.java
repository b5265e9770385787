package dev.slop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.report.export.TableExport;
import dev.slop.report.export.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SemanticJsonTest {
    private static final Analysis ANALYSIS = EmbeddedStudy.analysis(Map.of(
            "a",
            List.of("teal", "teal", "turquoise", "blue"),
            "b",
            List.of("blue", "navy", "<b>red</b>"),
            "c",
            List.of("red")));

    @TempDir
    Path folder;

    @Test
    void tree_namesAndNesting_areThoseOfTheSchema() {
        JsonNode root = AnalysisJson.tree(ANALYSIS, "1");
        JsonNode prompt = root.path("semantic").path("prompts").path(0);

        assertThat(names(root)).last().isEqualTo("semantic");
        assertThat(names(prompt))
                .containsExactly("id", "embedder", "texts", "models", "pooled", "pairs", "groups", "map");
        assertThat(names(prompt.path("models").path(0)))
                .containsExactly("model", "n", "meanCosine", "vendi", "semanticEntropyBits", "medoid");
        assertThat(names(prompt.path("pairs").path(0)))
                .containsExactly("a", "b", "meanCosine", "energyDistance", "energyPValue");
        assertThat(names(prompt.path("map"))).containsExactly("firstShare", "secondShare", "places");
        assertThat(names(prompt.path("map").path("places").path(0)))
                .containsExactly("text", "x", "y", "group", "models");
    }

    @Test
    void tree_estimates_haveAnIntervalOrAReason() {
        JsonNode prompt = AnalysisJson.tree(ANALYSIS, "1")
                .path("semantic")
                .path("prompts")
                .path(0);

        assertThat(names(prompt.path("models").path(0).path("meanCosine")))
                .containsExactly("value", "lower", "upper", "level", "method");
        assertThat(prompt.path("models").path(2).path("vendi").path("reason").asText())
                .isEqualTo("fewer than three answers");
        JsonNode pair = prompt.path("pairs").path(0);
        assertThat(pair.path("energyDistance").path("value").isNumber()).isTrue();
        assertThat(pair.path("energyDistance").path("reason").asText()).startsWith("no interval");
        assertThat(pair.path("energyPValue").path("adjusted").isNumber()).isTrue();
    }

    @Test
    void tree_withoutEmbeddings_hasNoSuchPart() {
        assertThat(AnalysisJson.tree(AnalysisFixtures.fruitAndNumber(), "1").has("semantic"))
                .isFalse();
    }

    @Test
    void export_meaning_isAmongMetricsAndPairs() throws IOException {
        TableExport.write(ANALYSIS, TableFormat.CSV, folder);
        String metrics = Files.readString(folder.resolve("metrics.csv"));

        assertThat(metrics).contains("p,a,meanCosine,", "p,a,vendi,", "p,a,semanticEntropyBits,");
        assertThat(metrics.lines().filter(line -> line.startsWith("p,a,n,"))).hasSize(1);
        assertThat(Files.readString(folder.resolve("pairs.csv")))
                .contains("p,a,b,meanCosine,", "p,a,b,energyDistance,", "p,a,b,energyPValue,");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
