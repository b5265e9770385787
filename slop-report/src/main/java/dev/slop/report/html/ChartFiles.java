package dev.slop.report.html;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.Respondents;
import dev.slop.metrics.overlap.ModelTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the charts of an analysis as SVG files for papers and slides: for each prompt {@code answers-PROMPT.svg}, {@code
 * curves-PROMPT.svg} (rarefaction), {@code shades-PROMPT.svg} (tree of the answers), {@code overlap-PROMPT.svg} and {@code
 * tree-PROMPT.svg} (of the models); over all prompts {@code diversity.svg}, {@code overlap.svg} and {@code tree.svg}. What
 * an analysis does not have has no file.
 */
public final class ChartFiles {
    private static final int LONGEST_NAME = 60;
    private static final String DISTANCE = "square root of the Jensen–Shannon divergence in bits";

    private ChartFiles() {}

    /**
     * Writes the charts.
     *
     * @param analysis what is drawn
     * @param folder where they go; it exists
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(Analysis analysis, Path folder) throws IOException {
        List<Overall.ModelMeans> models = analysis.overall().models();
        ModelNames names = new ModelNames(
                models.stream().map(Overall.ModelMeans::model).toList(), Respondents.of(analysis.prompts()));
        Map<String, Svg> charts = new LinkedHashMap<>();
        for (int i = 0; i < analysis.prompts().size(); i++) {
            PromptAnalysis prompt = analysis.prompts().get(i);
            addPrompt(prompt, (i + 1) + "-" + fileName(prompt.id()), names, charts);
        }
        addOverall(analysis.overall(), names, charts);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Svg> chart : charts.entrySet()) {
            files.add(write(folder.resolve(chart.getKey() + ".svg"), chart.getValue()));
        }
        return files;
    }

    private static void addPrompt(PromptAnalysis prompt, String name, ModelNames names, Map<String, Svg> charts) {
        String title = VisibleText.line(prompt.id(), LONGEST_NAME) + ": ";
        charts.put("answers-" + name, AnswerChart.of(prompt, names));
        if (prompt.models().stream()
                .anyMatch(model -> !model.detail().rarefaction().isEmpty())) {
            charts.put("curves-" + name, CurveChart.of(prompt, names));
        }
        prompt.detail()
                .groupTree()
                .ifPresent(tree -> charts.put(
                        "shades-" + name,
                        TreeChart.of(
                                title + tree.groups() + " of " + tree.ofGroups() + " different answers",
                                tree.distance(),
                                tree.tree(),
                                label -> VisibleText.line(label, LONGEST_NAME))));
        if (!prompt.pairs().isEmpty()) {
            Map<List<String>, Quantity> jaccard =
                    symmetric(prompt.pairs(), p -> List.of(p.a(), p.b()), PairAnalysis::jaccard);
            charts.put("overlap-" + name, HeatMapChart.of(title + "Jaccard index", names, jaccard));
        }
        addTree(
                "tree-" + name,
                title + "which models answer alike",
                prompt.detail().tree(),
                names,
                charts);
    }

    private static void addOverall(Overall overall, ModelNames names, Map<String, Svg> charts) {
        charts.put("diversity", ForestChart.of(overall.models(), names));
        if (!overall.pairs().isEmpty()) {
            Map<List<String>, Quantity> jaccard =
                    symmetric(overall.pairs(), p -> List.of(p.a(), p.b()), Overall.PairMeans::jaccard);
            charts.put("overlap", HeatMapChart.of("Jaccard index, mean over prompts", names, jaccard));
        }
        addTree("tree", "Which models answer alike", overall.tree(), names, charts);
    }

    /** Two models are a distance, no tree. */
    private static void addTree(
            String file, String title, Optional<ModelTree> tree, ModelNames names, Map<String, Svg> charts) {
        tree.filter(models -> models.models().size() > 2)
                .ifPresent(models -> charts.put(file, TreeChart.of(title, DISTANCE, models, names::shortName)));
    }

    private static Path write(Path file, Svg chart) throws IOException {
        return Files.writeString(file, chart.toString());
    }

    /** An id may hold anything; its place, which goes before, keeps two apart that look the same now. */
    private static String fileName(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static <P> Map<List<String>, Quantity> symmetric(
            List<P> pairs, Function<P, List<String>> models, Function<P, Quantity> number) {
        Map<List<String>, Quantity> values = new HashMap<>();
        for (P pair : pairs) {
            List<String> ab = models.apply(pair);
            values.put(ab, number.apply(pair));
            values.put(List.of(ab.get(1), ab.get(0)), number.apply(pair));
        }
        return values;
    }
}
