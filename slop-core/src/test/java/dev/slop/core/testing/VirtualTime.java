package dev.slop.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A clock and a scheduler in one, for tests: time goes on only when the test says so, and tasks run on the test's own
 * thread in the order of their time, those of the same time in the order in which they were handed in.
 */
public final class VirtualTime extends AbstractExecutorService implements ScheduledExecutorService {
    /** Not a round number, and negative, as {@link System#nanoTime()} may be. */
    private static final long ORIGIN_NANOS = -1_234_567_890_123L;

    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    private long elapsed;
    private long handedIn;
    private boolean shutdown;

    /** {@return the monotonic time} */
    public long nanoTime() {
        return ORIGIN_NANOS + elapsed;
    }

    /** {@return the time that has passed since the start} */
    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /** {@return a clock on the wall that shows this time} */
    public Clock clock() {
        return new WallClock();
    }

    /**
     * Lets time pass, running what is due.
     *
     * @param time how much
     */
    public void advance(Duration time) {
        long end = elapsed + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            runNext();
        }
        elapsed = end;
    }

    /** Runs what is due now, without time passing. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /**
     * Lets time pass from task to task until a condition holds.
     *
     * @param condition asked after each task
     * @param limit the longest time
     * @throws AssertionError if no task is left, or the limit is reached
     */
    public void runUntil(BooleanSupplier condition, Duration limit) {
        long end = elapsed + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (tasks.isEmpty()) {
                throw new AssertionError("nothing is left to run after " + elapsed());
            }
            if (tasks.peek().due > end) {
                throw new AssertionError("still waiting after " + limit);
            }
            runNext();
        }
    }

    private void runNext() {
        Task<?> task = tasks.remove();
        elapsed = Math.max(elapsed, task.due);
        task.run();
    }

    /** {@return how many tasks wait, cancelled ones not counted} */
    public int waiting() {
        return (int) tasks.stream().filter(task -> !task.isCancelled()).count();
    }

    private <V> Task<V> add(Callable<V> call, long nanos) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        Task<V> task = new Task<>(call, elapsed + Math.max(0, nanos), handedIn++);
        tasks.add(task);
        return task;
    }

    @Override
    public void execute(Runnable command) {
        add(asCall(command), 0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(asCall(command), unit.toNanos(delay));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, unit.toNanos(delay));
    }

    private static Callable<Boolean> asCall(Runnable command) {
        return () -> {
            command.run();
            return true;
        };
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        List<Runnable> left = new ArrayList<>(tasks);
        tasks.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && tasks.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        runDue();
        return isTerminated();
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long due;
        private final long number;

        Task(Callable<V> call, long due, long number) {
            super(call);
            this.due = due;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - elapsed, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> task = (Task<?>) other;
            return due != task.due ? Long.compare(due, task.due) : Long.compare(number, task.number);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            tasks.remove(this);
            return super.cancel(mayInterruptIfRunning);
        }
    }

    private final class WallClock extends Clock {
        @Override
        public Instant instant() {
            return ORIGIN.plusNanos(elapsed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
