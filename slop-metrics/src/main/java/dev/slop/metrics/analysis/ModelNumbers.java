package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;

/** The numbers of one model that are estimated from its counts; see {@link ModelAnalysis}. */
record ModelNumbers(
        Quantity topShare,
        ModelAnalysis.EntropyBits entropyBits,
        ModelAnalysis.HillNumbers hill,
        Quantity coverage,
        Quantity chao1,
        ModelDetail detail) {}
