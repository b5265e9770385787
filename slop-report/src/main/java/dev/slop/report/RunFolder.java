package dev.slop.report;

import dev.slop.metrics.analysis.Analysis;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files of one run.
 *
 * @param directory where they are
 */
public record RunFolder(Path directory) {
    /** {@return the experiment as it was run} */
    public Path experiment() {
        return directory.resolve("experiment.yaml");
    }

    /** {@return every attempt, one a line} */
    public Path journal() {
        return directory.resolve("journal.jsonl");
    }

    /** {@return what models cost, as stated when it was run; there only if it was} */
    public Path prices() {
        return directory.resolve("prices.yaml");
    }

    /** {@return the embeddings that providers gave, one a line; there only if one was asked} */
    public Path embeddings() {
        return directory.resolve("embeddings.jsonl");
    }

    /** {@return the numbers} */
    public Path analysis() {
        return directory.resolve("analysis.json");
    }

    /** {@return the answers, one a row} */
    public Path answers() {
        return directory.resolve("answers.csv");
    }

    /** {@return the page} */
    public Path html() {
        return directory.resolve("report.html");
    }

    /**
     * Writes {@code analysis.json} and {@code answers.csv}, each whole or not at all.
     *
     * @param analysis what they hold
     * @param slopVersion version of slop that made it
     * @throws IOException if one cannot be written
     */
    public void write(Analysis analysis, String slopVersion) throws IOException {
        AtomicFile.write(analysis(), out -> AnalysisJson.write(analysis, slopVersion, out));
        AtomicFile.write(answers(), out -> AnswersCsv.write(analysis, out));
    }
}
