package dev.slop.cli;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.report.export.TableExport;
import dev.slop.report.export.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop export}. */
@Command(
        name = "export",
        description = "Writes a run as tidy tables for pandas, R, DuckDB: answers, groups, metrics, pairs.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  slop export slop-runs/jokes --format parquet",
            "  duckdb -c \"select model, value from 'slop-runs/jokes/tables/metrics.parquet' where metric = 'topShare'\""
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "A run folder.")
    private Path directory = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES} (default: csv).")
    private TableFormat format = TableFormat.CSV;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the tables go (default: tables within DIR).")
    private @Nullable Path out;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(directory, console, common.quiet);
        Analysis analysis = new Reporting(console, common).analyze(run.table());
        Path folder = Reporting.folder(out == null ? directory.resolve("tables") : out)
                .directory();
        try {
            List<Path> files = TableExport.write(analysis, format, folder);
            files.forEach(file -> console.out().println(file));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return ExitCode.DONE;
    }
}
