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
        return merged(
                merged(stated.getOrDefault(model.toString(), none), stated.getOrDefault(model.provider(), none)),
                defaults.getOrDefault(model.provider(), none));
    }

    private static RateLimits merged(RateLimits first, RateLimits second) {
        return new RateLimits(
                first.requestsPerMinute().isPresent() ? first.requestsPerMinute() : second.requestsPerMinute(),
                first.tokensPerMinute().isPresent() ? first.tokensPerMinute() : second.tokensPerMinute(),
                first.inFlight().isPresent() ? first.inFlight() : second.inFlight());
    }
}
