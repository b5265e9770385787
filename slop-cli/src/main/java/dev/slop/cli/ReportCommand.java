package dev.slop.cli;

import dev.slop.metrics.analysis.Analysis;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop report}. */
@Command(
        name = "report",
        description = "Analyses and renders a run folder again; asks nothing.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A run folder, for example slop-runs/same-slop.")
    private Path directory = Path.of("");

    @Option(names = "--charts", paramLabel = "FOLDER", description = "Write each chart as an SVG file there, too.")
    private @Nullable Path charts;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(directory, console, common.quiet);
        Reporting reporting = new Reporting(console, common);
        Analysis analysis =
                reporting.report(run.table(), run.folder(), run.experiment().name(), run.costs());
        if (charts != null) {
            reporting.charts(analysis, charts);
        }
        return ExitCode.DONE;
    }
}
