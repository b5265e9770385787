package dev.slop.report.terminal;

import dev.slop.core.limits.Price;
import dev.slop.report.Dollars;
import dev.slop.report.ModelCost;
import java.util.List;

/** What each model's answers cost, and whose prices that is by. */
final class CostView {
    private static final int LONGEST_NOTE = 500;

    private CostView() {}

    static void print(Page page, List<ModelCost> costs) {
        if (costs.isEmpty()) {
            return;
        }
        if (costs.stream().allMatch(cost -> cost.price().map(Price::isFree).orElse(false))) {
            notes(page, costs);
            return;
        }
        page.rule("What it cost");
        Table table = new Table(page, "Model", "requests", "tokens in", "cached", "tokens out", "cost");
        ModelNames names = new ModelNames(
                page, costs.stream().map(cost -> cost.model().toString()).toList());
        for (ModelCost cost : costs) {
            table.row(
                    columns -> names.one(cost.model().toString(), columns),
                    Words.number(cost.spent().requests()),
                    Words.number(cost.spent().tokens().input()),
                    Words.number(cost.spent().tokens().cachedInput()),
                    Words.number(cost.spent().tokens().output()),
                    cost.text());
        }
        table.print();
        if (costs.size() > 1) {
            page.line(Page.INDENT + "All models: "
                    + (costs.stream().anyMatch(ModelCost::isAtLeast) ? "at least " : "")
                    + Dollars.text(ModelCost.total(costs)));
        }
        notes(page, costs);
    }

    private static void notes(Page page, List<ModelCost> costs) {
        ModelCost.notes(costs).forEach(note -> page.paragraph(Page.INDENT, page.safe(note, LONGEST_NOTE)));
        page.blank();
    }
}
