package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.provider.CompletionRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which draws of a plan are due, and which are no longer needed, as a {@link StoppingRule} has it. What it says follows
 * from the outcomes so far, in whatever order they came: a run that is resumed from its journal decides as the run that
 * wrote it. Draws that failed count as made; a cell that goes on asks them again in its next run, one that was stopped
 * does not. Not safe for use by several threads.
 */
public final class Batches {
    private final Map<Cell, CellDraws> cells = new LinkedHashMap<>();
    private final Map<SampleKey, Integer> positions = new HashMap<>();
    private final SamplingPlan plan;
    private final List<CompletionRequest> due;

    private Batches(SamplingPlan plan, StoppingRule rule, Map<SampleKey, Sample> outcomes) {
        this.plan = plan;
        Map<Cell, List<CompletionRequest>> byCell = new LinkedHashMap<>();
        plan.requests()
                .forEach(request -> byCell.computeIfAbsent(Cell.of(request.key()), c -> new ArrayList<>())
                        .add(request));
        Set<SampleKey> first = new HashSet<>();
        byCell.forEach((cell, requests) -> {
            CellDraws draws = draws(cell, rule, requests, outcomes);
            cells.put(cell, draws);
            draws.begin().forEach(request -> first.add(request.key()));
        });
        this.due = plan.requests().stream()
                .filter(request -> first.contains(request.key()))
                .toList();
    }

    /**
     * {@return where a plan stands}
     *
     * @param plan all draws
     * @param rule when a cell has enough
     * @param outcomes of draws made before, failed ones included; others than the plan's are ignored
     */
    public static Batches of(SamplingPlan plan, StoppingRule rule, Collection<Sample> outcomes) {
        Map<SampleKey, Sample> byKey = new HashMap<>();
        outcomes.forEach(sample -> byKey.put(sample.key(), sample));
        return new Batches(plan, rule, byKey);
    }

    private CellDraws draws(
            Cell cell, StoppingRule rule, List<CompletionRequest> requests, Map<SampleKey, Sample> outcomes) {
        requests.sort(Comparator.comparingInt(request -> request.key().index()));
        @Nullable Sample[] known = new Sample[requests.size()];
        for (int i = 0; i < known.length; i++) {
            SampleKey key = requests.get(i).key();
            positions.put(key, i);
            known[i] = outcomes.get(key);
        }
        return new CellDraws(cell, rule, requests, known);
    }

    /** {@return what was to be asked at the start, in the plan's order} */
    public List<CompletionRequest> due() {
        return due;
    }

    /** What is to be asked next, now that a draw of the plan came to its outcome. */
    List<CompletionRequest> finished(Sample sample) {
        Cell cell = Cell.of(sample.key());
        CellDraws draws = Objects.requireNonNull(cells.get(cell), "a draw of the plan");
        return draws.finished(Objects.requireNonNull(positions.get(sample.key()), "a draw of the plan"), sample);
    }

    /** {@return the cells that the rule has stopped, in the plan's order} */
    public List<StoppedCell> stopped() {
        return cells.values().stream()
                .map(CellDraws::stopped)
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@return how many draws the plan comes to: the planned ones, or those made where a cell was stopped} */
    public int planned() {
        return cells.values().stream().mapToInt(CellDraws::planned).sum();
    }

    /** {@return the draws that may still have to be made, in the plan's order; none if the plan is done} */
    public SamplingPlan open() {
        return new SamplingPlan(plan.requests().stream()
                .filter(request -> !isSettled(request.key()))
                .toList());
    }

    /** Whether a draw of the plan came to its outcome, or needs none. */
    boolean isSettled(SampleKey key) {
        CellDraws draws = Objects.requireNonNull(cells.get(Cell.of(key)), "a draw of the plan");
        return draws.isSettled(Objects.requireNonNull(positions.get(key), "a draw of the plan"));
    }
}
