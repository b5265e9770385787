package dev.slop.report;

import static dev.slop.report.JsonQuantities.number;
import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;
import static dev.slop.report.JsonQuantities.unavailable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.TestResult;
import dev.slop.metrics.analysis.GoodnessOfFit;
import dev.slop.metrics.analysis.GroupTree;
import dev.slop.metrics.analysis.ModelDetail;
import dev.slop.metrics.analysis.ModelDetail.RarefactionPoint;
import dev.slop.metrics.analysis.PairDetail;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptDetail;
import dev.slop.metrics.grouping.GroupingStability;
import dev.slop.metrics.overlap.ModelTree;
import java.util.List;
import java.util.Optional;

/** The further numbers of {@code analysis.json}, in objects of their own beside those that are read first. */
final class DetailJson {
    private DetailJson() {}

    static void add(ObjectNode model, ModelDetail detail) {
        ObjectNode richness = model.putObject("richness");
        richness.set("chao1Classic", quantity(detail.richness().chao1Classic()));
        richness.set("chao1SampleSizeCorrected", quantity(detail.richness().chao1SampleSizeCorrected()));
        richness.set("ace", quantity(detail.richness().ace()));
        ObjectNode simpson = model.putObject("simpson");
        simpson.set("unbiased", quantity(detail.simpson().unbiased()));
        simpson.set("concentration", quantity(detail.simpson().concentration()));
        ObjectNode evenness = model.putObject("evenness");
        evenness.set("pielou", quantity(detail.evenness().pielou()));
        evenness.set("heip", quantity(detail.evenness().heip()));
        model.set("goodTuringCoverage", quantity(detail.goodTuringCoverage()));
        ArrayNode curve = model.putArray("rarefaction");
        detail.rarefaction().forEach(point -> curve.add(point(point)));
    }

    private static ObjectNode point(RarefactionPoint point) {
        ObjectNode node = object();
        node.put("answers", point.answers());
        node.set("distinct", number(point.distinct()));
        node.set("hill1", number(point.hill1()));
        node.set("hill2", number(point.hill2()));
        node.set("coverage", number(point.coverage()));
        return node;
    }

    static void add(ObjectNode goodness, GoodnessOfFit.Detail detail) {
        goodness.put("inside", detail.inside());
        goodness.put("outside", detail.outside());
        goodness.set("cressieRead", test(detail.cressieRead()));
        goodness.set("kullbackLeiblerBits", quantity(detail.kullbackLeiblerBits()));
        ObjectNode asymptotic = goodness.putObject("asymptotic");
        asymptotic.set("chiSquare", test(detail.asymptoticChiSquare()));
        asymptotic.set("g", test(detail.asymptoticG()));
    }

    static ObjectNode pair(PairDetail detail) {
        ObjectNode node = object();
        node.set("overlapCoefficient", quantity(detail.overlapCoefficient()));
        node.set("sorensenDice", quantity(detail.sorensenDice()));
        node.set("morisita", quantity(detail.morisita()));
        node.set("jensenShannonDistance", quantity(detail.jensenShannonDistance()));
        node.set("brayCurtis", quantity(detail.brayCurtis()));
        node.set("collisionMaximum", quantity(detail.collisionMaximum()));
        return node;
    }

    static void add(ObjectNode prompt, Optional<Partition> ofOrder1, PromptDetail detail) {
        prompt.set("fleissKappa", quantity(detail.fleissKappa()));
        prompt.set("agreement", agreement(detail.agreement()));
        ObjectNode byOrder = prompt.putObject("partitionByOrder");
        byOrder.set("0", partition(detail.partitionOfOrder0()));
        byOrder.set("1", partition(ofOrder1));
        byOrder.set("2", partition(detail.partitionOfOrder2()));
        ObjectNode association = prompt.putObject("association");
        association.set("cramersV", quantity(detail.association().cramersV()));
        association.set("mutualInformationBits", quantity(detail.association().mutualInformationBits()));
        association.set("chiSquare", optional(detail.association().chiSquare()));
        association.set("g", optional(detail.association().g()));
        prompt.set("equality", equality(detail.equality()));
        prompt.set("tree", tree(detail.tree()));
        prompt.set("groupTree", groupTree(detail.groupTree()));
        prompt.set("groupingStability", stability(detail.stability()));
    }

    private static ObjectNode stability(Optional<GroupingStability> stability) {
        if (stability.isEmpty()) {
            return unavailable("not tried: the rule has no threshold, or trying takes too long");
        }
        ObjectNode node = object();
        node.put("looser", stability.get().looser());
        node.put("stricter", stability.get().stricter());
        node.put("meanLeftOut", stability.get().meanLeftOut());
        node.put("worstLeftOut", stability.get().worstLeftOut());
        node.put("leftOut", stability.get().leftOut());
        return node;
    }

    private static JsonNode groupTree(Optional<GroupTree> tree) {
        if (tree.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = object();
        node.put("groups", tree.get().groups());
        node.put("ofGroups", tree.get().ofGroups());
        node.put("distance", tree.get().distance());
        addTree(node, tree.get().tree());
        return node;
    }

    static ObjectNode agreement(PromptDetail.Agreement agreement) {
        ObjectNode node = object();
        node.set("all", quantity(agreement.all()));
        node.set("within", quantity(agreement.within()));
        node.set("between", quantity(agreement.between()));
        return node;
    }

    static ObjectNode partition(Optional<Partition> partition) {
        ObjectNode node = object();
        partition.ifPresentOrElse(
                p -> {
                    node.set("alpha", quantity(p.alpha()));
                    node.set("beta", quantity(p.beta()));
                    node.set("gamma", quantity(p.gamma()));
                    node.set("turnover", quantity(p.turnover()));
                },
                () -> {
                    for (String name : new String[] {"alpha", "beta", "gamma", "turnover"}) {
                        node.set(name, unavailable("fewer than two models with answers"));
                    }
                });
        return node;
    }

    private static JsonNode optional(Optional<TestResult> test) {
        return test.<JsonNode>map(JsonQuantities::test).orElse(NullNode.getInstance());
    }

    private static ObjectNode equality(PromptDetail.EqualityTest test) {
        if (test.pValue().isEmpty()) {
            return unavailable(test.method());
        }
        ObjectNode node = object();
        node.set("statistic", number(test.statistic()));
        node.set("value", number(test.pValue()));
        node.set("adjusted", number(test.holm()));
        node.set("adjustedBenjaminiHochberg", number(test.benjaminiHochberg()));
        node.put("method", test.method());
        return node;
    }

    /** Every join after those of its two groups, with the distance of the two. */
    static JsonNode tree(Optional<ModelTree> tree) {
        if (tree.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = object();
        addTree(node, tree.get());
        return node;
    }

    private static void addTree(ObjectNode node, ModelTree tree) {
        node.put("newick", tree.newick());
        addMerges(node.putArray("merges"), tree);
    }

    private static void addMerges(ArrayNode merges, ModelTree tree) {
        if (tree instanceof ModelTree.Join join) {
            addMerges(merges, join.left());
            addMerges(merges, join.right());
            ObjectNode merge = merges.addObject();
            merge.set("left", names(join.left().models()));
            merge.set("right", names(join.right().models()));
            merge.set("distance", number(2 * join.height()));
        }
    }

    private static ArrayNode names(List<String> models) {
        ArrayNode names = object().arrayNode();
        models.forEach(names::add);
        return names;
    }
}
