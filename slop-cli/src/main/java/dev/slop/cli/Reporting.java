package dev.slop.cli;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.report.AnalysisJson;
import dev.slop.report.ModelCost;
import dev.slop.report.RunFolder;
import dev.slop.report.html.ChartFiles;
import dev.slop.report.html.HtmlReport;
import dev.slop.report.html.RunSummary;
import dev.slop.report.terminal.TerminalReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From a table of answers to what a person or a program reads. */
final class Reporting {
    private final Console console;
    private final CommonOptions options;

    Reporting(Console console, CommonOptions options) {
        this.console = console;
        this.options = options;
    }

    /** {@return a run folder, made if it does not exist} */
    static RunFolder folder(Path directory) {
        try {
            Files.createDirectories(directory);
            return new RunFolder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be made: " + WriteFault.reason(e), e);
        }
    }

    /** Analyses, writes the folder's files and prints. */
    Analysis report(AnswerTable table, RunFolder folder, String title) {
        return report(table, folder, title, List.of());
    }

    /** Analyses, writes the folder's files and prints, with what the answers cost. */
    Analysis report(AnswerTable table, RunFolder folder, String title, List<ModelCost> costs) {
        Analysis analysis = analyze(table);
        Step writing = step("writing", "", 0);
        try {
            folder.write(analysis, Version.current());
            HtmlReport.write(analysis, RunSummary.titled(title).withCosts(costs), folder.html());
        } catch (IOException e) {
            throw new UncheckedIOException(folder.directory() + ": cannot be written: " + WriteFault.reason(e), e);
        } finally {
            writing.close();
        }
        print(analysis, costs);
        if (!options.quiet) {
            console.message("written: " + folder.html() + ", " + folder.analysis() + ", " + folder.answers());
        }
        return analysis;
    }

    /** Writes each chart as a file. */
    void charts(Analysis analysis, Path directory) {
        try {
            List<Path> files = ChartFiles.write(analysis, folder(directory).directory());
            if (!options.quiet) {
                console.message("written: " + files.size() + " charts in " + directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be written: " + WriteFault.reason(e), e);
        }
    }

    /** Analyses and prints. */
    void report(AnswerTable table) {
        print(analyze(table), List.of());
    }

    /** Analyses, and tells how far it is. */
    Analysis analyze(AnswerTable table) {
        try (Step analysing = step("analysing", "prompts", table.prompts().size())) {
            return Analyzer.analyze(table, options.analysis(), analysing::oneMore);
        }
    }

    private Step step(String what, String noun, long total) {
        return Step.start(console, options.quiet, what, noun, total);
    }

    private void print(Analysis analysis, List<ModelCost> costs) {
        console.out().print(options.json ? json(analysis) : TerminalReport.render(analysis, costs, console.style()));
        console.out().flush();
    }

    private static String json(Analysis analysis) {
        StringWriter out = new StringWriter();
        try {
            AnalysisJson.write(analysis, Version.current(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("analysis.json: " + e.getMessage(), e);
        }
        return out.toString();
    }
}
