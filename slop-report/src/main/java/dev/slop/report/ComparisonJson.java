package dev.slop.report;

import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.Comparison;
import dev.slop.metrics.analysis.VariantAnalysis;

/**
 * A comparison for programs to read: the schema {@value #SCHEMA}. Every {@code difference} is B − A; numbers are written
 * as in {@link AnalysisJson}.
 */
public final class ComparisonJson {
    /** Name of the format, first field of the object. */
    public static final String SCHEMA = "slop.comparison/1";

    private ComparisonJson() {}

    /**
     * {@return a comparison as a tree}
     *
     * @param comparison what is written
     * @param slopVersion version of slop that made it
     */
    public static ObjectNode tree(Comparison comparison, String slopVersion) {
        ObjectNode node = object();
        node.put("schema", SCHEMA);
        node.put("slopVersion", slopVersion);
        node.set("options", AnalysisJson.options(comparison.options()));
        node.put("a", comparison.a());
        node.put("b", comparison.b());
        node.putArray("cells")
                .addAll(comparison.cells().stream().map(ComparisonJson::cell).toList());
        node.putArray("overall")
                .addAll(comparison.overall().stream()
                        .filter(variant -> variant.variant().equals(Comparison.B))
                        .map(inB -> overall(comparison, inB))
                        .toList());
        node.putArray("leftOut")
                .addAll(comparison.leftOut().stream()
                        .map(ComparisonJson::leftOut)
                        .toList());
        node.putArray("findings")
                .addAll(comparison.findings().stream()
                        .map(AnalysisJson::finding)
                        .toList());
        comparison.limits().forEach(node.putArray("limits")::add);
        return node;
    }

    private static ObjectNode cell(Comparison.Cell cell) {
        ObjectNode node = object();
        node.put("prompt", cell.prompt());
        node.put("model", cell.model().orElse(null));
        node.put("nA", cell.nA());
        node.put("nB", cell.nB());
        for (Comparison.Effect effect : cell.effects()) {
            ObjectNode one = node.putObject(VariantJson.name(effect.measure()));
            one.set("a", quantity(effect.a()));
            one.set("b", quantity(effect.b()));
            one.set("difference", quantity(effect.difference()));
        }
        node.set("pValue", test(cell.pValue()));
        return node;
    }

    private static ObjectNode overall(Comparison comparison, VariantAnalysis inB) {
        VariantAnalysis inA = comparison.inA(inB);
        ObjectNode node = object();
        node.put("model", inB.model().orElse(null));
        node.put("prompts", inB.prompts());
        node.put("nA", inA.n());
        node.put("nB", inB.n());
        for (int i = 0; i < inB.numbers().size(); i++) {
            VariantAnalysis.Measured number = inB.numbers().get(i);
            ObjectNode one = node.putObject(VariantJson.name(number.measure()));
            one.set("a", quantity(inA.numbers().get(i).value()));
            one.set("b", quantity(number.value()));
            one.set("difference", quantity(number.difference()));
            one.set("pValue", test(number.pValue()));
        }
        return node;
    }

    private static ObjectNode leftOut(Comparison.LeftOut leftOut) {
        ObjectNode node = object();
        node.put("side", leftOut.side());
        node.put("prompt", leftOut.prompt().orElse(null));
        node.put("model", leftOut.model().orElse(null));
        return node;
    }
}
