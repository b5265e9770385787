package dev.slop.core.sampling;

import dev.slop.core.ModelId;

/**
 * A model that was given up before all its draws were made. The draws left are not failed: they can be asked again.
 *
 * @param model the model
 * @param reason why
 * @param message what the provider said, in one line
 */
public record StoppedLane(ModelId model, Reason reason, String message) {
    /** Why a model is given up. */
    public enum Reason {
        /** Credit, or a quota a day, is used up. */
        QUOTA_EXHAUSTED,
        /** The key is wrong or not permitted to use the model. */
        NOT_AUTHENTICATED,
        /** The provider rejects the model or a parameter, and would reject every request alike. */
        REQUEST_REJECTED,
        /** The provider went on refusing requests as too many, whatever the pause. */
        RATE_LIMITED,
        /** The provider went on failing or could not be reached. */
        UNAVAILABLE,
        /** The next request could overrun the budget. */
        BUDGET_SPENT
    }
}
