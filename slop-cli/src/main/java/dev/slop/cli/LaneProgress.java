package dev.slop.cli;

import dev.slop.core.ModelId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one model is.
 *
 * @param model which
 * @param planned draws
 * @param done draws that came to an outcome
 * @param failed those of {@code done} that failed
 * @param inFlight requests under way
 * @param perSecond outcomes a second of late; 0 where there were none
 * @param tokens billed so far, as far as the provider tells
 * @param pausedUntil when sending goes on, where it is paused
 * @param stopped why the model was given up, where it was
 */
record LaneProgress(
        ModelId model,
        int planned,
        int done,
        int failed,
        int inFlight,
        double perSecond,
        long tokens,
        Optional<Instant> pausedUntil,
        Optional<String> stopped) {
    static LaneProgress of(ModelId model, int planned) {
        return new LaneProgress(model, planned, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
    }
}
