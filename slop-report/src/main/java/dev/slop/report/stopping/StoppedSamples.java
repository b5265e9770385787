package dev.slop.report.stopping;

import dev.slop.core.Experiment;
import dev.slop.core.Sample;
import dev.slop.core.sampling.Batches;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.StoppedSample;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.input.ExperimentTables;
import java.util.List;

/** Makes the table of an experiment that samples until it is enough. */
public final class StoppedSamples {
    private StoppedSamples() {}

    /**
     * Makes the table, as {@link ExperimentTables#of} does, and marks the samples that a rule ended. Which these are
     * follows from the outcomes, so a report that is rendered again says the same.
     *
     * @param experiment says how answers are read and measured, and when they are enough
     * @param samples final outcomes
     * @param embedder the experiment's
     * @return the table
     */
    public static AnswerTable table(Experiment experiment, List<Sample> samples, ExperimentEmbedder embedder) {
        AnswerTable table = ExperimentTables.of(experiment, samples, embedder);
        List<StoppedSample> stopped = Batches.of(
                        SamplingPlan.of(experiment), ExperimentStopping.of(experiment, embedder), samples)
                .stopped()
                .stream()
                .map(cell -> new StoppedSample(
                        cell.cell().prompt(),
                        cell.cell().model().toString(),
                        cell.cell().variant(),
                        cell.draws(),
                        cell.reason()))
                .toList();
        return new AnswerTable(table.prompts(), table.answers(), table.variants(), stopped);
    }
}
