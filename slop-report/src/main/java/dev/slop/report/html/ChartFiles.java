package dev.slop.report.html;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the charts of an analysis as SVG files for papers and slides: {@code answers-PROMPT.svg} and {@code
 * overlap-PROMPT.svg} for each prompt, {@code diversity.svg} and {@code overlap.svg} over all prompts.
 */
public final class ChartFiles {
    private static final int LONGEST_NAME = 60;

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
        ModelNames names =
                new ModelNames(models.stream().map(Overall.ModelMeans::model).toList());
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < analysis.prompts().size(); i++) {
            PromptAnalysis prompt = analysis.prompts().get(i);
            String name = (i + 1) + "-" + fileName(prompt.id()) + ".svg";
            files.add(write(folder.resolve("answers-" + name), AnswerChart.of(prompt, names)));
            if (!prompt.pairs().isEmpty()) {
                Map<List<String>, Quantity> jaccard =
                        symmetric(prompt.pairs(), p -> List.of(p.a(), p.b()), PairAnalysis::jaccard);
                files.add(write(
                        folder.resolve("overlap-" + name),
                        HeatMapChart.of(
                                VisibleText.line(prompt.id(), LONGEST_NAME) + ": Jaccard index", names, jaccard)));
            }
        }
        files.add(write(folder.resolve("diversity.svg"), ForestChart.of(models, names)));
        if (!analysis.overall().pairs().isEmpty()) {
            Map<List<String>, Quantity> jaccard =
                    symmetric(analysis.overall().pairs(), p -> List.of(p.a(), p.b()), Overall.PairMeans::jaccard);
            files.add(write(
                    folder.resolve("overlap.svg"),
                    HeatMapChart.of("Jaccard index, mean over prompts", names, jaccard)));
        }
        return files;
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
