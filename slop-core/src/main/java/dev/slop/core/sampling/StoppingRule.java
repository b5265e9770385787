package dev.slop.core.sampling;

import dev.slop.core.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says when a cell has samples enough. It is asked at numbers of draws that are set beforehand, when every draw up to
 * there has come to its outcome. Both answers must follow from the arguments alone: a resumed run asks again, and must be
 * told the same. Called one at a time on the engine's own thread, which sends nothing until it returns.
 */
public interface StoppingRule {
    /**
     * {@return the number of draws, at least {@code drawn}, at which the cell is judged next; empty if it is not, so that
     * all planned draws are made}
     *
     * @param cell whose draws
     * @param drawn draws that came to an outcome, 0 at first
     * @param planned draws at most
     */
    OptionalInt nextJudgement(Cell cell, int drawn, int planned);

    /**
     * {@return why the samples are enough, in a few words; empty if they are not}
     *
     * @param cell whose draws
     * @param samples what was answered, by index; without the draws that failed
     */
    Optional<String> enough(Cell cell, List<Sample> samples);

    /** {@return the rule that stops nothing} */
    static StoppingRule none() {
        return NoStoppingRule.INSTANCE;
    }
}
