package dev.slop.report;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.Unavailable;
import dev.slop.metrics.analysis.PairAnalysis.PairTest;
import java.util.OptionalDouble;

/** Numbers as JSON, which knows neither infinity nor NaN. */
final class JsonQuantities {
    private JsonQuantities() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode quantity(Quantity quantity) {
        if (quantity instanceof Unavailable unavailable) {
            return unavailable(unavailable.reason());
        }
        return estimate((Estimate) quantity);
    }

    static ObjectNode unavailable(String reason) {
        ObjectNode node = object();
        node.putNull("value");
        node.put("reason", reason);
        return node;
    }

    private static ObjectNode estimate(Estimate estimate) {
        ObjectNode node = object();
        node.set("value", number(estimate.value()));
        node.set("lower", number(estimate.lower()));
        node.set("upper", number(estimate.upper()));
        node.put("level", estimate.level());
        node.put("method", estimate.method());
        String note = unbounded(estimate);
        if (!note.isEmpty()) {
            node.put("note", note);
        }
        return node;
    }

    private static String unbounded(Estimate estimate) {
        if (Double.isInfinite(estimate.value())) {
            return "value is infinite";
        }
        boolean below = Double.isInfinite(estimate.lower());
        boolean above = Double.isInfinite(estimate.upper());
        if (below && above) {
            return "interval is unbounded";
        }
        return below ? "interval is unbounded below" : above ? "interval is unbounded above" : "";
    }

    static ValueNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : NullNode.getInstance();
    }

    static ValueNode number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NullNode.getInstance();
    }

    static ObjectNode test(TestResult test) {
        ObjectNode node = object();
        node.set("statistic", number(test.statistic()));
        node.set("degreesOfFreedom", number(test.degreesOfFreedom()));
        node.set("pValue", number(test.pValue()));
        node.set("log10PValue", number(test.log10PValue()));
        node.put("method", test.method());
        return node;
    }

    static ObjectNode test(PairTest test) {
        if (test.value().isEmpty()) {
            return unavailable(test.method());
        }
        ObjectNode node = object();
        node.set("value", number(test.value()));
        node.set("adjusted", number(test.adjusted()));
        node.set("adjustedBenjaminiHochberg", number(test.benjaminiHochberg()));
        node.put("method", test.method());
        return node;
    }
}
