package dev.slop.report;

import static dev.slop.report.JsonQuantities.number;
import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;
import static dev.slop.report.JsonQuantities.unavailable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.SemanticAnalysis;
import dev.slop.metrics.analysis.SemanticAnalysis.EnergyTest;
import dev.slop.metrics.analysis.SemanticAnalysis.GroupMedoid;
import dev.slop.metrics.analysis.SemanticAnalysis.MeaningMap;
import dev.slop.metrics.analysis.SemanticAnalysis.ModelMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.Place;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;

/** What answers mean, as a part of {@code analysis.json} that is there only where answers were embedded. */
final class SemanticJson {
    private static final String NO_INTERVAL =
            "no interval: where both mean the same the distance is a degenerate statistic; see energyPValue";

    private SemanticJson() {}

    static void put(SemanticAnalysis semantic, ObjectNode file) {
        if (!semantic.prompts().isEmpty()) {
            file.putObject("semantic")
                    .putArray("prompts")
                    .addAll(semantic.prompts().stream()
                            .map(SemanticJson::prompt)
                            .toList());
        }
    }

    private static ObjectNode prompt(PromptMeaning meaning) {
        ObjectNode node = object().put("id", meaning.prompt())
                .put("embedder", meaning.embedder())
                .put("texts", meaning.texts());
        node.putArray("models")
                .addAll(meaning.models().stream().map(SemanticJson::model).toList());
        node.set("pooled", model(meaning.pooled()));
        node.putArray("pairs")
                .addAll(meaning.pairs().stream().map(SemanticJson::pair).toList());
        node.putArray("groups")
                .addAll(meaning.groups().stream().map(SemanticJson::group).toList());
        node.set("map", map(meaning.map()));
        return node;
    }

    private static ObjectNode model(ModelMeaning model) {
        ObjectNode node = object().put("model", model.model()).put("n", model.n());
        node.set("meanCosine", quantity(model.meanCosine()));
        node.set("vendi", quantity(model.vendi()));
        node.set("semanticEntropyBits", quantity(model.entropyBits()));
        node.put("medoid", model.medoid());
        return node;
    }

    private static ObjectNode pair(PairMeaning pair) {
        ObjectNode node = object().put("a", pair.a()).put("b", pair.b());
        node.set("meanCosine", quantity(pair.meanCosine()));
        node.set("energyDistance", distance(pair.energy()));
        node.set("energyPValue", test(pair.energy().pValue()));
        return node;
    }

    private static ObjectNode distance(EnergyTest test) {
        if (test.distance().isEmpty()) {
            return unavailable(test.pValue().method());
        }
        ObjectNode node = object();
        node.set("value", number(test.distance()));
        node.put("reason", NO_INTERVAL);
        return node;
    }

    private static ObjectNode group(GroupMedoid group) {
        return object().put("group", group.group()).put("medoid", group.medoid());
    }

    private static ObjectNode map(MeaningMap map) {
        ObjectNode node = object();
        node.set("firstShare", number(map.firstShare()));
        node.set("secondShare", number(map.secondShare()));
        node.putArray("places")
                .addAll(map.places().stream().map(SemanticJson::place).toList());
        return node;
    }

    private static ObjectNode place(Place place) {
        ObjectNode node = object().put("text", place.text());
        node.set("x", number(place.x()));
        node.set("y", number(place.y()));
        node.put("group", place.group());
        ObjectNode models = node.putObject("models");
        place.models().forEach(models::put);
        return node;
    }
}
