package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.limits.RateLimits;
import java.util.Map;

/** Finds the limits of a lane, each by itself: stated for the model, stated for its provider, the provider's default. */
final class LaneLimits {
    private final Map<String, RateLimits> stated;
    private final Map<String, RateLimits> defaults;

    LaneLimits(Map<String, RateLimits> stated, Map<String, RateLimits> defaults) {
        this.stated = Map.copyOf(stated);
        this.defaults = Map.copyOf(defaults);
    }

    RateLimits of(ModelId model) {
        RateLimits none = RateLimits.none();
        return stated.getOrDefault(model.toString(), none)
                .or(stated.getOrDefault(model.provider(), none))
                .or(defaults.getOrDefault(model.provider(), none));
    }
}
