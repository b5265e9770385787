package dev.slop.report.html;

import dev.slop.report.Dollars;
import dev.slop.report.ModelCost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one model's answers cost, or all together.
 *
 * @param model its name
 * @param requests sent, retries included
 * @param input tokens
 * @param cached the part of them that was read from a cache
 * @param output tokens
 * @param cost as printed
 */
record CostLine(String model, String requests, String input, String cached, String output, String cost) {
    static List<CostLine> of(List<ModelCost> costs) {
        List<CostLine> lines = new ArrayList<>();
        costs.forEach(cost -> lines.add(of(cost)));
        if (costs.size() > 1) {
            lines.add(total(costs));
        }
        return lines;
    }

    private static CostLine of(ModelCost cost) {
        return new CostLine(
                VisibleText.line(cost.model().toString(), 200),
                Figure.count(cost.spent().requests()),
                Figure.count(cost.spent().tokens().input()),
                Figure.count(cost.spent().tokens().cachedInput()),
                Figure.count(cost.spent().tokens().output()),
                cost.text());
    }

    private static CostLine total(List<ModelCost> costs) {
        return new CostLine(
                "all models",
                sum(costs, cost -> cost.spent().requests()),
                sum(costs, cost -> cost.spent().tokens().input()),
                sum(costs, cost -> cost.spent().tokens().cachedInput()),
                sum(costs, cost -> cost.spent().tokens().output()),
                (costs.stream().anyMatch(ModelCost::isAtLeast) ? "at least " : "")
                        + Dollars.text(ModelCost.total(costs)));
    }

    private static String sum(List<ModelCost> costs, ToLongFunction<ModelCost> part) {
        return Figure.count(costs.stream().mapToLong(part).sum());
    }
}
