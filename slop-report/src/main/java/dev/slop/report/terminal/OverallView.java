package dev.slop.report.terminal;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.Overall.ModelMeans;
import java.util.List;

/** Means over the prompts; nothing where there is but one prompt. */
final class OverallView {
    private static final int MOST_PAIRS = 15;

    private OverallView() {}

    static void print(Page page, Analysis analysis) {
        Overall overall = analysis.overall();
        if (analysis.prompts().size() < 2 || overall.models().isEmpty()) {
            return;
        }
        page.rule("Mean over all prompts");
        List<String> names = overall.models().stream().map(ModelMeans::model).toList();
        models(page, overall, new ModelNames(page, names));
        if (!overall.pairs().isEmpty()) {
            pairs(page, overall, new ModelNames(page, names));
        }
    }

    private static void models(Page page, Overall overall, ModelNames names) {
        Table table = new Table(page, "Model", "top answer", "entropy, bit", "different / n");
        for (ModelMeans means : overall.models()) {
            table.row(
                    columns -> names.one(means.model(), columns),
                    page.numbers().share(means.topShare()),
                    page.numbers().decimal(means.entropyBits()),
                    page.numbers().decimal(means.distinctRatio()));
        }
        table.print();
        page.blank();
    }

    private static void pairs(Page page, Overall overall, ModelNames names) {
        Table table = new Table(page, "Overlap", "Jaccard", "same answer");
        overall.pairs().stream()
                .limit(MOST_PAIRS)
                .forEach(means -> table.row(
                        columns -> names.pair(means.a(), means.b(), columns),
                        page.numbers().decimal(means.jaccard()),
                        page.numbers().share(means.collisionProbability())));
        table.print();
        page.blank();
    }
}
