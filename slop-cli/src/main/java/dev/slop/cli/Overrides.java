package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the command line changes of an experiment. */
final class Overrides {
    private Overrides() {}

    static Experiment apply(Experiment experiment, OptionalInt samples, Optional<List<ModelId>> models) {
        if (samples.isPresent() && samples.getAsInt() <= 0) {
            throw new CommandException(ExitCode.USAGE, "--samples must be positive: " + samples.getAsInt());
        }
        List<ModelId> asked = models.orElse(experiment.models());
        asked.stream()
                .filter(model -> !experiment.models().contains(model))
                .findFirst()
                .ifPresent(model -> {
                    throw new CommandException(
                            ExitCode.USAGE, "--models: " + model + " is not among the experiment's models");
                });
        Experiment chosen = experiment.withModels(asked);
        return samples.isPresent() ? chosen.withSamples(samples.getAsInt()) : chosen;
    }
}
