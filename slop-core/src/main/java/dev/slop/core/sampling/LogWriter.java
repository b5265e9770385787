package dev.slop.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Brings a run's records to its log, on the log's thread, and lets the run go on once they are on the disk. Records that
 * wait at the same time are made durable together: a disk takes as long for a hundred of them as for one, so where it
 * falls behind, the groups grow and no record waits for more than two of them.
 */
final class LogWriter {
    /* Bounds what waits for the first of a group. */
    private static final int LARGEST_GROUP = 1024;

    private record Entry(Consumer<AttemptLog> record, Runnable next) {}

    private final AttemptLog log;
    private final Executor thread;
    private final Dispatcher dispatcher;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    LogWriter(AttemptLog log, Executor thread, Dispatcher dispatcher) {
        this.log = log;
        this.thread = thread;
        this.dispatcher = dispatcher;
    }

    /** Records something, and goes on with what is next on the dispatcher once it is recorded for good. */
    void record(Consumer<AttemptLog> record, Runnable next) {
        waiting.add(new Entry(record, next));
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            thread.execute(this::writeGroup);
        }
    }

    private void writeGroup() {
        // Before the queue is looked at: what is added after the last look is then scheduled by who adds it.
        scheduled.set(false);
        List<Entry> group = nextGroup();
        try {
            group.forEach(entry -> entry.record().accept(log));
            log.sync();
        } catch (RuntimeException | Error e) {
            // Nobody knows what of the group is on the disk, so nothing is built on it.
            dispatcher.fail(e);
            return;
        }
        group.forEach(entry -> dispatcher.execute(entry.next()));
        if (!waiting.isEmpty()) {
            schedule();
        }
    }

    private List<Entry> nextGroup() {
        List<Entry> group = new ArrayList<>();
        Entry entry = waiting.poll();
        while (entry != null) {
            group.add(entry);
            entry = group.size() < LARGEST_GROUP ? waiting.poll() : null;
        }
        return group;
    }
}
