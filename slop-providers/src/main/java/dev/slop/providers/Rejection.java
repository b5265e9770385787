package dev.slop.providers;

import dev.slop.core.provider.InvalidRequestException;
import java.util.Optional;

/** A parameter that a model is known not to take: told before anything is sent. */
final class Rejection {
    private Rejection() {}

    /** Of the knob that an experiment calls {@code reasoning-effort} and each API otherwise. */
    static InvalidRequestException ofEffort(String provider, String model, String parameter, String wanted) {
        return new InvalidRequestException(
                provider + ": " + model + " takes no such " + parameter + "; reasoning-effort must be " + wanted
                        + ", or unset",
                Optional.of(parameter),
                true);
    }

    /** For example of {@code temperature}, {@code " other than 1"}. */
    static InvalidRequestException of(String provider, String model, String parameter, String which) {
        return new InvalidRequestException(
                provider + ": " + model + " takes no " + parameter + which + "; leave it unset",
                Optional.of(parameter),
                true);
    }
}
