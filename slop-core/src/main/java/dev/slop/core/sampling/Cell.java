package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;

/**
 * One prompt asked of one model in one way: what has a sample of its own.
 *
 * @param prompt id of the prompt
 * @param model the model asked
 * @param variant id of the way of asking
 */
public record Cell(String prompt, ModelId model, String variant) {
    /**
     * {@return the cell of a draw}
     *
     * @param key which draw
     */
    public static Cell of(SampleKey key) {
        return new Cell(key.prompt(), key.model(), key.variant());
    }
}
