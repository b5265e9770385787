package dev.slop.core.sampling;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * The threads and clocks that a sampler runs on. All of its state belongs to the dispatcher; the log has a thread of its
 * own, so that a slow disk holds no timer; a caller's continuations run elsewhere, so that they may block.
 *
 * @param dispatcher runs everything but what follows
 * @param log runs the attempt log, in order
 * @param callbacks completes the future that a caller holds
 * @param clock the time that is written down
 * @param nanoTime the time that is reckoned with
 * @param shutdown ends the threads that were started here
 */
record EngineThreads(
        ScheduledExecutorService dispatcher,
        Executor log,
        Executor callbacks,
        Clock clock,
        LongSupplier nanoTime,
        Runnable shutdown) {

    static EngineThreads start() {
        ScheduledThreadPoolExecutor dispatcher = new ScheduledThreadPoolExecutor(1, named("slop-dispatcher"));
        // Each request has a deadline far ahead: without this the queue would keep them all.
        dispatcher.setRemoveOnCancelPolicy(true);
        ScheduledThreadPoolExecutor log = new ScheduledThreadPoolExecutor(1, named("slop-log"));
        return new EngineThreads(
                dispatcher, log, ForkJoinPool.commonPool(), Clock.systemUTC(), System::nanoTime, () -> {
                    dispatcher.shutdownNow();
                    log.shutdown();
                });
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName(name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
