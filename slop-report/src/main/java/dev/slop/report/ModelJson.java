package dev.slop.report;

import static dev.slop.report.JsonQuantities.number;
import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.AnswerGroup;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.ModelAnalysis;
import dev.slop.metrics.analysis.ModelAnalysis.EntropyBits;
import dev.slop.metrics.analysis.ModelAnalysis.HillNumbers;
import dev.slop.metrics.answer.Outcome;

/** One model's part of {@code analysis.json}. */
final class ModelJson {
    private ModelJson() {}

    static ObjectNode model(ModelAnalysis model) {
        ObjectNode node = object();
        node.put("model", model.model());
        node.put("n", model.n());
        ObjectNode outcomes = node.putObject("outcomes");
        model.outcomes().forEach((outcome, count) -> {
            // Only ways of asking for several answers at once know this one.
            if (outcome != Outcome.UNPARSED || count > 0) {
                outcomes.put(OutcomeNames.of(outcome), count);
            }
        });
        node.putArray("groups")
                .addAll(model.groups().stream().map(ModelJson::group).toList());
        node.put("distinct", model.distinct());
        node.set("topShare", quantity(model.topShare()));
        node.set("entropyBits", entropy(model.entropyBits()));
        node.set("hill", hill(model.hill()));
        node.set("coverage", quantity(model.coverage()));
        node.set("chao1", quantity(model.chao1()));
        model.goodness().ifPresentOrElse(g -> node.set("goodness", goodness(g)), () -> node.putNull("goodness"));
        DetailJson.add(node, model.detail());
        return node;
    }

    private static ObjectNode group(AnswerGroup group) {
        ObjectNode node = object();
        node.put("group", group.group());
        node.put("label", group.label());
        node.put("count", group.count());
        node.put("example", group.example());
        ObjectNode models = node.putObject("models");
        group.models().forEach(models::put);
        return node;
    }

    private static ObjectNode entropy(EntropyBits entropy) {
        ObjectNode node = object();
        node.set("plugIn", quantity(entropy.plugIn()));
        node.set("millerMadow", quantity(entropy.millerMadow()));
        node.set("chaoShen", quantity(entropy.chaoShen()));
        node.set("grassberger", quantity(entropy.grassberger()));
        node.set("chaoJost", quantity(entropy.chaoJost()));
        node.set("shrinkage", quantity(entropy.shrinkage()));
        return node;
    }

    private static ObjectNode hill(HillNumbers hill) {
        ObjectNode node = object();
        node.set("0", quantity(hill.q0()));
        node.set("1", quantity(hill.q1()));
        node.set("2", quantity(hill.q2()));
        node.set("inf", quantity(hill.qInfinity()));
        return node;
    }

    private static ObjectNode goodness(GoodnessOfFit fit) {
        ObjectNode node = object();
        node.put("target", fit.target());
        node.put("cells", fit.cells());
        node.set("chiSquare", test(fit.chiSquare()));
        node.set("g", test(fit.g()));
        node.set("cohensW", quantity(fit.cohensW()));
        node.set("totalVariation", quantity(fit.totalVariation()));
        node.set("expectedDistinct", number(fit.expectedDistinct()));
        DetailJson.add(node, fit.detail());
        return node;
    }
}
