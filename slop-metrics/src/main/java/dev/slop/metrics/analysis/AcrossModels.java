package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/** The numbers that take all models of a prompt together; see {@link PromptAnalysis}. */
record AcrossModels(Partition partition, Quantity cramersV, Quantity krippendorffAlpha) {
    static AcrossModels unavailable(String reason) {
        Quantity none = Quantity.unavailable(reason);
        return new AcrossModels(new Partition(none, none, none, none), none, none);
    }
}
