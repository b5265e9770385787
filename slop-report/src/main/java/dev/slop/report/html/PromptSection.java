package dev.slop.report.html;

import dev.slop.metrics.analysis.GroupTree;
import dev.slop.metrics.analysis.Partition;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything on one prompt.
 *
 * @param prompt which
 * @param full whether all columns are shown
 * @param grouping when two answers are the same
 * @param stability of the grouping in words, where it was tried; or empty
 * @param n answers measured
 * @param distinct different ones among them
 * @param sharing how many of them all models gave, and how many only one; empty with fewer than two models
 * @param models per model, the pooled answers last
 * @param fits goodness of fit, where a target is stated
 * @param accumulation what fewer and more answers would show, per model
 * @param groups the different answers, the most frequent first
 * @param moreGroups how many are not shown
 * @param pairs the most alike first
 * @param morePairs how many are not shown
 * @param division diversity within and between models, and association
 * @param tree of the models by this prompt, where there is room and more than two
 * @param groupTree of the answers, where there is room
 * @param treeOf whose tree it is
 * @param meaning of the answers, where they were embedded
 * @param how the intervals were made
 */
record PromptSection(
        PromptRef prompt,
        boolean full,
        String grouping,
        String stability,
        String n,
        String distinct,
        String sharing,
        List<ModelLine> models,
        List<Fit> fits,
        List<Accumulation> accumulation,
        List<GroupLine> groups,
        int moreGroups,
        List<PairLine> pairs,
        int morePairs,
        List<Labelled> division,
        Optional<TreeView> tree,
        Optional<TreeView> groupTree,
        String treeOf,
        Optional<MeaningView> meaning,
        List<String> how) {

    /**
     * Goodness of fit of one model.
     *
     * @param model short name
     * @param words the verdict
     */
    record Fit(String model, String words) {}

    /**
     * A figure with its name.
     *
     * @param label its name
     * @param note anchor of its explanation
     * @param figure the number
     */
    record Labelled(String label, String note, Figure figure) {}

    static PromptSection of(
            PromptRef ref, PromptAnalysis prompt, Optional<PromptMeaning> meaning, ModelNames names, Detail detail) {
        List<ModelLine> models = ModelLine.of(prompt, names);
        AnswerKind kind = AnswerKind.of(prompt);
        int groups = prompt.pooled().groups().size();
        return new PromptSection(
                ref,
                detail.full(),
                VisibleText.line(prompt.grouping(), 60),
                prompt.detail()
                        .stability()
                        .map(stability -> Stability.words(stability, detail.full()))
                        .orElse(""),
                Figure.count(prompt.pooled().n()),
                Figure.count(prompt.pooled().distinct()),
                sharing(prompt, names),
                models,
                fits(prompt, names),
                Accumulation.of(prompt, names),
                GroupLine.of(prompt, kind, names, detail),
                Math.max(0, groups - detail.groups()),
                PairLine.of(prompt, names, detail.pairs()),
                Math.max(0, prompt.pairs().size() - detail.pairs()),
                division(prompt),
                tree(prompt, names, detail),
                prompt.detail()
                        .groupTree()
                        .filter(tree -> detail.full())
                        .map(tree -> TreeView.ofGroups(tree.tree(), kind)),
                prompt.detail().groupTree().map(PromptSection::treeOf).orElse(""),
                meaning.map(of -> MeaningView.of(of, names, detail)),
                ModelLine.methods(models, detail.full()));
    }

    private static List<Fit> fits(PromptAnalysis prompt, ModelNames names) {
        List<Fit> fits = new ArrayList<>();
        prompt.models()
                .forEach(model -> model.goodness()
                        .ifPresent(
                                fit -> fits.add(new Fit(names.shortName(model.model()), Goodness.words(model, fit)))));
        return fits;
    }

    private static String sharing(PromptAnalysis prompt, ModelNames names) {
        long answering = GroupLine.answering(prompt, names);
        if (answering < 2) {
            return "";
        }
        return Figure.count(givenBy(prompt, names, answering)) + " by all models, "
                + Figure.count(givenBy(prompt, names, 1)) + " by one alone";
    }

    private static long givenBy(PromptAnalysis prompt, ModelNames names, long models) {
        return prompt.pooled().groups().stream()
                .filter(group -> names.asked().modelsAmong(group.models().keySet()) == models)
                .count();
    }

    private static Optional<TreeView> tree(PromptAnalysis prompt, ModelNames names, Detail detail) {
        return prompt.detail()
                .tree()
                .filter(tree -> detail.full() && tree.models().size() > 2)
                .map(tree -> TreeView.ofModels(tree, names));
    }

    private static String treeOf(GroupTree tree) {
        String which = tree.groups() == tree.ofGroups()
                ? "All " + tree.groups() + " different answers"
                : "The " + tree.groups() + " most common of " + Figure.count(tree.ofGroups()) + " different answers";
        return which + ", by " + VisibleText.line(tree.distance(), 60) + ".";
    }

    private static List<Labelled> division(PromptAnalysis prompt) {
        List<Labelled> figures = new ArrayList<>();
        if (prompt.partition().isPresent()) {
            Partition partition = prompt.partition().get();
            figures.add(new Labelled("within a model (alpha)", "partition", Figure.number(partition.alpha())));
            figures.add(new Labelled("distinct models (beta)", "partition", Figure.number(partition.beta())));
            figures.add(new Labelled("all together (gamma)", "partition", Figure.number(partition.gamma())));
            figures.add(new Labelled("Cramér’s V", "cramers-v", Figure.number(prompt.cramersV())));
            figures.add(
                    new Labelled("Krippendorff’s alpha", "krippendorff", Figure.number(prompt.krippendorffAlpha())));
        }
        return figures;
    }
}
