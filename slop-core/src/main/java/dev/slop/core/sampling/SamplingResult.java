package dev.slop.core.sampling;

import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import java.util.List;

/**
 * How a run ended.
 *
 * @param samples the draws that came to an outcome, failed ones included, in the plan's order
 * @param unfinished the draws that came to none, in the plan's order: the run was interrupted or their lane stopped;
 *     without those that a stopping rule made needless
 * @param perhapsBilled those of {@code unfinished} that were under way when the run was cancelled: the provider may have
 *     billed them
 * @param stoppedLanes the models that were given up, in the order in which they were
 * @param interrupted whether the run was stopped or cancelled before its end
 * @param stoppedCells the cells that a stopping rule ended early, in the plan's order
 */
public record SamplingResult(
        List<Sample> samples,
        List<SampleKey> unfinished,
        List<SampleKey> perhapsBilled,
        List<StoppedLane> stoppedLanes,
        boolean interrupted,
        List<StoppedCell> stoppedCells) {
    public SamplingResult {
        samples = List.copyOf(samples);
        unfinished = List.copyOf(unfinished);
        perhapsBilled = List.copyOf(perhapsBilled);
        stoppedLanes = List.copyOf(stoppedLanes);
        stoppedCells = List.copyOf(stoppedCells);
    }

    /** {@return how many draws failed after all permitted attempts} */
    public int failed() {
        return (int) samples.stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .count();
    }

    /** {@return how many draws the model answered, be it with a refusal} */
    public int answered() {
        return samples.size() - failed();
    }
}
