package dev.slop.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(directory, console, common.quiet);
        new Reporting(console, common)
                .report(run.table(), run.folder(), run.experiment().name());
        return ExitCode.DONE;
    }
}
