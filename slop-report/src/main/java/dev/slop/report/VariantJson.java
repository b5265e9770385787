package dev.slop.report;

import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.StoppedSample;
import dev.slop.metrics.analysis.VariantAnalysis;
import dev.slop.metrics.analysis.VariantMeasure;

/** How an experiment asked, as parts of {@code analysis.json} that are there only where there is something to tell. */
final class VariantJson {
    private VariantJson() {}

    static void put(Analysis analysis, ObjectNode file) {
        if (!analysis.variants().isEmpty()) {
            file.putArray("variants")
                    .addAll(analysis.variants().stream()
                            .map(VariantJson::variant)
                            .toList());
        }
        if (!analysis.stopped().isEmpty()) {
            file.putArray("stopped")
                    .addAll(analysis.stopped().stream()
                            .map(VariantJson::stopped)
                            .toList());
        }
    }

    private static ObjectNode variant(VariantAnalysis variant) {
        ObjectNode node = object();
        node.put("variant", variant.variant());
        node.put("model", variant.model().orElse(null));
        node.put("prompts", variant.prompts());
        node.put("n", variant.n());
        for (VariantAnalysis.Measured number : variant.numbers()) {
            ObjectNode one = node.putObject(name(number.measure()));
            one.set("mean", quantity(number.value()));
            one.set("difference", quantity(number.difference()));
            one.set("pValue", test(number.pValue()));
        }
        return node;
    }

    /** Spelt out: a renamed constant must not rename a field of the format. */
    static String name(VariantMeasure measure) {
        return switch (measure) {
            case TOP_SHARE -> "topShare";
            case ENTROPY_BITS -> "entropyBits";
            case DISTINCT_RATIO -> "distinctRatio";
            case AGREEMENT -> "agreement";
            case JACCARD -> "jaccard";
            case COLLISION_PROBABILITY -> "collisionProbability";
        };
    }

    private static ObjectNode stopped(StoppedSample sample) {
        ObjectNode node = object();
        node.put("prompt", sample.prompt());
        node.put("model", sample.model());
        node.put("variant", sample.variant());
        node.put("draws", sample.draws());
        node.put("reason", sample.reason());
        return node;
    }
}
