package dev.slop.core.journal;

import dev.slop.core.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second writer away from a journal.
 *
 * <p>The lock is on a file of its own beside the journal, because POSIX drops a process's locks on a file as soon as
 * the process closes any descriptor of it: reading the journal while it is written would unlock it. For the same reason
 * a second writer in this process is refused before it touches the lock file. The file stays behind: removing it would
 * let two processes lock two files of the same name.
 */
final class JournalLock implements Closeable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static JournalLock acquire(Path journal) throws IOException {
        Path absolute = journal.toAbsolutePath();
        Path folder = absolute.getParent();
        Path file = (folder == null ? absolute : folder.toRealPath()).resolve(absolute.getFileName() + ".lock");
        if (!HELD.add(file)) {
            throw refused(journal);
        }
        try {
            return new JournalLock(file, lock(file, journal));
        } catch (IOException | ConfigurationException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path file, Path journal) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw refused(journal);
        }
        return channel;
    }

    private static ConfigurationException refused(Path journal) {
        return new ConfigurationException(journal + ": another run is writing this journal; let it end first");
    }

    /** Closing the channel releases the lock. A second call must not take the lock from a later writer. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(file);
            }
        }
    }
}
