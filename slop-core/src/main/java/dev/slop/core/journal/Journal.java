package dev.slop.core.journal;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.AttemptLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run down as it happens: JSON Lines, one record for each thing that happens to a request, appended in one
 * write. When a method returns, its record survives the end of this process; after {@link #sync()}, that of the machine.
 * Nothing is ever rewritten. Safe for use by several threads; one writer a journal, in this process and in all others.
 *
 * <p>Once a record could not be written, this and every later call throws {@link UncheckedIOException}: what follows a
 * gap would tell a false story.
 */
public final class Journal implements AttemptLog {
    private final Path path;
    private final JournalLock lock;
    private final boolean keepsRaw;
    private final boolean endedTornLine;
    /* A stream and not a FileChannel, which an interrupt of the writing thread would close for good. */
    private final FileOutputStream out;
    private boolean unsynced;
    private @Nullable IOException failure;

    /** Apart from {@link #open} so that a test can hand in a stream that fails. */
    Journal(Path path, JournalLock lock, boolean keepsRaw, boolean endedTornLine, FileOutputStream out) {
        this.path = path;
        this.lock = lock;
        this.keepsRaw = keepsRaw;
        this.endedTornLine = endedTornLine;
        this.out = out;
    }

    /**
     * Opens a journal for a run, new or resumed, that keeps of each reply what slop reads out of it. If a crash left the
     * last line without an end, the line is ended, so that the next record starts on a line of its own.
     *
     * @param path the file; made if it does not exist, its folder is not
     * @param run the first record
     * @return the journal; to be closed
     * @throws ConfigurationException if another run writes this journal, or the file cannot be opened
     * @throws UncheckedIOException if the first record cannot be written
     */
    public static Journal open(Path path, RunHeader run) {
        return open(path, run, false);
    }

    /**
     * Opens a journal as {@link #open} does, that keeps the replies as received too.
     *
     * @param path the file; made if it does not exist, its folder is not
     * @param run the first record
     * @return the journal; to be closed
     * @throws ConfigurationException if another run writes this journal, or the file cannot be opened
     * @throws UncheckedIOException if the first record cannot be written
     */
    public static Journal openKeepingRaw(Path path, RunHeader run) {
        return open(path, run, true);
    }

    private static Journal open(Path path, RunHeader run, boolean keepsRaw) {
        try {
            return start(open(path, keepsRaw, JournalLock.acquire(path)), run);
        } catch (IOException e) {
            throw new ConfigurationException(path + ": the journal cannot be opened: " + reason(e), e);
        }
    }

    private static Journal open(Path path, boolean keepsRaw, JournalLock lock) throws IOException {
        try {
            boolean torn = endsWithinLine(path);
            return new Journal(path, lock, keepsRaw, torn, new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static Journal start(Journal journal, RunHeader run) {
        try {
            if (journal.endedTornLine) {
                journal.append(new byte[] {'\n'});
            }
            journal.append(JournalEncoder.run(run));
            journal.sync();
            return journal;
        } catch (UncheckedIOException e) {
            journal.close();
            throw e;
        }
    }

    private static boolean endsWithinLine(Path path) throws IOException {
        if (!path.toFile().exists()) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                return false;
            }
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }

    /** {@return whether a line that a crash had cut off was found and ended when the journal was opened} */
    public boolean endedTornLine() {
        return endedTornLine;
    }

    /**
     * Records that a request is about to be sent.
     *
     * @param request what is asked
     * @param attempt number of the attempt, from 1
     * @param at when
     */
    @Override
    public void sent(CompletionRequest request, int attempt, Instant at) {
        append(JournalEncoder.sent(request, attempt, at));
    }

    /**
     * Records that an attempt failed and that the same will be asked again.
     *
     * @param request what was asked
     * @param attempt number of the attempt that failed, from 1
     * @param at when it failed
     * @param error what went wrong, in one line
     * @param perhapsBilled whether the provider may have billed it all the same
     * @param retryAfter the wait that the provider asked for, where it did
     */
    @Override
    public void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {
        append(JournalEncoder.retried(request, attempt, at, error, perhapsBilled, retryAfter));
    }

    /**
     * Records how a draw ended.
     *
     * @param sample its outcome
     * @param raw the reply's body as received, where there is one; left out unless {@linkplain #openKeepingRaw asked for}
     */
    @Override
    public void finished(Sample sample, Optional<String> raw) {
        append(JournalEncoder.finished(sample, keepsRaw ? raw : Optional.empty()));
    }

    private synchronized void append(byte[] line) {
        if (failure != null) {
            throw cannotWrite(failure);
        }
        try {
            out.write(line);
            unsynced = true;
        } catch (IOException e) {
            failure = e;
            throw cannotWrite(e);
        }
    }

    /** Returns when all records are on the disk. */
    @Override
    public synchronized void sync() {
        if (failure != null) {
            throw cannotWrite(failure);
        }
        try {
            if (unsynced) {
                out.getFD().sync();
                unsynced = false;
            }
        } catch (IOException e) {
            failure = e;
            throw cannotWrite(e);
        }
    }

    private UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException(path + ": the journal cannot be written: " + reason(e), e);
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException missing
                ? "there is no " + missing.getFile()
                : String.valueOf(e.getMessage());
    }

    /** Brings all records to the disk and lets other writers in; later records are refused. May be called twice. */
    @Override
    public synchronized void close() {
        try {
            if (failure == null) {
                sync();
                failure = new IOException("it is closed");
            }
        } finally {
            release();
        }
    }

    private void release() {
        try {
            out.close();
            lock.close();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }
}
