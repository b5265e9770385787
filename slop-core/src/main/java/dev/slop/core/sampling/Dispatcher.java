package dev.slop.core.sampling;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the tasks of one run one after the other. A task that throws fails the run, where an executor would hide it. */
final class Dispatcher {
    private final EngineThreads threads;
    private final Consumer<Throwable> onFailure;

    Dispatcher(EngineThreads threads, Consumer<Throwable> onFailure) {
        this.threads = threads;
        this.onFailure = onFailure;
    }

    long now() {
        return threads.nanoTime().getAsLong();
    }

    Instant instant() {
        return threads.clock().instant();
    }

    void execute(Runnable task) {
        threads.dispatcher().execute(guarded(task));
    }

    Future<?> after(long nanos, Runnable task) {
        return threads.dispatcher().schedule(guarded(task), nanos, TimeUnit.NANOSECONDS);
    }

    /** Fails the run, from any thread. */
    void fail(Throwable error) {
        execute(() -> onFailure.accept(error));
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                onFailure.accept(e);
            }
        };
    }
}
