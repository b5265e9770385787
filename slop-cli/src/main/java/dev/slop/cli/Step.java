package dev.slop.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A step of the work. If it takes longer than two seconds, a line on the terminal tells how far it is until it is closed;
 * where messages go elsewhere, and when quiet, nothing is told. Nothing else may be said while it is open.
 */
final class Step implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final int BAR = 20;

    private final String what;
    private final String noun;
    private final long total;
    private final boolean live;
    private final LiveLines lines;
    private final Clock clock;
    private final Instant begun;
    private final AtomicLong done = new AtomicLong();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slop-step");
        thread.setDaemon(true);
        return thread;
    });

    /** A step that is looked at by {@link #tick()} alone. */
    Step(Console console, boolean quiet, Clock clock, String what, String noun, long total) {
        this.what = what;
        this.noun = noun;
        this.total = total;
        this.live = !quiet && console.errTerminal();
        this.lines = new LiveLines(console);
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * Begins a step.
     *
     * @param what is done, for example {@code reading}
     * @param noun what is counted, in the plural
     * @param total how many there are; 0 where nobody knows
     */
    static Step start(Console console, boolean quiet, String what, String noun, long total) {
        Step step = new Step(console, quiet, Clock.systemUTC(), what, noun, total);
        if (step.live) {
            long period = REDRAW.toMillis();
            step.ticker.scheduleAtFixedRate(step::tick, period, period, TimeUnit.MILLISECONDS);
        }
        return step;
    }

    /** {@return what work brings of which nothing is counted} */
    static <T> T during(Console console, boolean quiet, String what, Supplier<T> work) {
        Step step = start(console, quiet, what, "", 0);
        try {
            return work.get();
        } finally {
            step.close();
        }
    }

    /** So many are done. */
    void done(long count) {
        done.set(count);
    }

    /** One more is done. */
    void oneMore() {
        done.incrementAndGet();
    }

    synchronized void tick() {
        Duration passed = Duration.between(begun, clock.instant());
        if (live && !ticker.isShutdown() && passed.compareTo(PATIENCE) >= 0) {
            lines.draw(List.of(ProgressLines.cut(line(passed), lines.columns())));
        }
    }

    private String line(Duration passed) {
        long count = done.get();
        String counted = total > 0
                ? String.format(Locale.ROOT, " %s %,d/%,d %s,", bar(count), count, total, noun)
                : count > 0 ? String.format(Locale.ROOT, " %,d %s,", count, noun) : "";
        return what + counted + " " + ProgressLines.time(passed);
    }

    private String bar(long count) {
        int full = (int) Math.min(BAR, BAR * count / total);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        lines.erase();
    }
}
