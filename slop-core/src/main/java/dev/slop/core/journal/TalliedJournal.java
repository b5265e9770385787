package dev.slop.core.journal;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.AttemptLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A journal that also keeps what it tells, so that a run need not read back what it has just written. Safe for use by
 * several threads, as {@link Journal} is.
 */
public final class TalliedJournal implements AttemptLog {
    private final Journal journal;
    private final JournalTally tally;

    private TalliedJournal(Journal journal, JournalTally tally) {
        this.journal = journal;
        this.tally = tally;
    }

    /**
     * Opens a journal as {@link Journal#open} does.
     *
     * @param path the file
     * @param run the first record
     * @param before what the journal told so far, if there was one; its samples are kept, so that all are at hand at the end
     * @return the journal; to be closed
     * @throws dev.slop.core.ConfigurationException if another run writes this journal, or the file cannot be opened
     * @throws java.io.UncheckedIOException if the first record cannot be written
     */
    public static TalliedJournal open(Path path, RunHeader run, Optional<JournalContents> before) {
        Journal journal = Journal.open(path, run);
        JournalTally tally = before.map(JournalTally::new).orElseGet(JournalTally::new);
        tally.run(run);
        return new TalliedJournal(journal, tally);
    }

    @Override
    public synchronized void sent(CompletionRequest request, int attempt, Instant at) {
        journal.sent(request, attempt, at);
        tally.sent(request.key(), request.hash());
    }

    @Override
    public synchronized void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {
        journal.retried(request, attempt, at, error, perhapsBilled, retryAfter);
        tally.retried(request.key(), request.hash(), perhapsBilled);
    }

    @Override
    public synchronized void finished(Sample sample, Optional<String> raw) {
        journal.finished(sample, raw);
        tally.finished(sample);
    }

    @Override
    public void sync() {
        journal.sync();
    }

    /**
     * {@return what {@link JournalReader#read} would tell of the file after {@link #sync()}, but that lines which were
     * damaged before this run stay as they were read then}
     */
    public synchronized JournalContents contents() {
        return tally.contents();
    }

    @Override
    public void close() {
        journal.close();
    }
}
