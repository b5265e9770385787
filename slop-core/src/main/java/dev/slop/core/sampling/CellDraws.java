package dev.slop.core.sampling;

import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The draws of one cell, taken up batch by batch until its rule has enough. */
final class CellDraws {
    /* The end of the batch under way never lies before a draw that was made: judging at an earlier number of draws would
     * let a failure that was mended later undo a decision to go on. So what is decided follows from the outcomes alone. */
    private final Cell cell;
    private final StoppingRule rule;
    private final List<CompletionRequest> requests;
    private final @Nullable Sample[] outcomes;
    private int end;
    private Optional<StoppedCell> stopped = Optional.empty();

    /** The requests come by index; so do the outcomes, empty where there is none yet. */
    CellDraws(Cell cell, StoppingRule rule, List<CompletionRequest> requests, @Nullable Sample[] outcomes) {
        this.cell = cell;
        this.rule = rule;
        this.requests = requests;
        this.outcomes = outcomes;
        this.end = endOfBatch(made());
    }

    private int made() {
        int made = outcomes.length;
        while (made > 0 && outcomes[made - 1] == null) {
            made--;
        }
        return made;
    }

    private int endOfBatch(int drawn) {
        return Math.min(
                requests.size(),
                rule.nextJudgement(cell, Math.max(1, drawn), requests.size()).orElse(requests.size()));
    }

    /** {@return what is to be asked now, draws that failed in an earlier run among it} */
    List<CompletionRequest> begin() {
        judge();
        if (stopped.isPresent()) {
            return List.of();
        }
        List<CompletionRequest> due = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            Sample outcome = outcomes[i];
            if (outcome == null || outcome.outcome() == Outcome.FAILED) {
                outcomes[i] = null;
                due.add(requests.get(i));
            }
        }
        return due;
    }

    /** {@return what is to be asked next, now that a draw came to its outcome} */
    List<CompletionRequest> finished(int position, Sample sample) {
        outcomes[position] = sample;
        int before = end;
        judge();
        return stopped.isPresent() ? List.of() : requests.subList(before, end);
    }

    private void judge() {
        while (stopped.isEmpty() && end < requests.size() && isBatchDone()) {
            stopped = rule.enough(cell, answered()).map(reason -> new StoppedCell(cell, end, reason));
            if (stopped.isEmpty()) {
                end = endOfBatch(end + 1);
            }
        }
    }

    private boolean isBatchDone() {
        for (int i = 0; i < end; i++) {
            if (outcomes[i] == null) {
                return false;
            }
        }
        return true;
    }

    private List<Sample> answered() {
        List<Sample> answered = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            Sample sample = Objects.requireNonNull(outcomes[i], "a batch is judged when it is done");
            if (sample.outcome() != Outcome.FAILED) {
                answered.add(sample);
            }
        }
        return answered;
    }

    Optional<StoppedCell> stopped() {
        return stopped;
    }

    int planned() {
        return stopped.map(StoppedCell::draws).orElse(requests.size());
    }

    boolean isSettled(int position) {
        return stopped.isPresent() || outcomes[position] != null;
    }
}
