package dev.slop.cli;

import dev.slop.metrics.analysis.AnalysisOptions;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(names = "--json", description = "Print JSON on standard output, and nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Say nothing but results and errors.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack of an error.")
    boolean verbose;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    AnalysisOptions analysis() {
        AnalysisOptions defaults = AnalysisOptions.withDefaults();
        return new AnalysisOptions(seed, defaults.level(), defaults.resamples());
    }
}
