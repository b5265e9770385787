package dev.slop.core.sampling;

import dev.slop.core.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reached through {@link StoppingRule#none()}. */
final class NoStoppingRule implements StoppingRule {
    static final NoStoppingRule INSTANCE = new NoStoppingRule();

    private NoStoppingRule() {}

    @Override
    public OptionalInt nextJudgement(Cell cell, int drawn, int planned) {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> enough(Cell cell, List<Sample> samples) {
        return Optional.empty();
    }
}
