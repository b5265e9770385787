package dev.slop.cli;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.SamplingListener;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.StoppedLane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far a run is: on a terminal in one line a model, redrawn in place; elsewhere in plain lines, twice a minute;
 * when quiet, not at all.
 */
final class Progress implements SamplingListener, AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final Duration PLAIN = Duration.ofSeconds(30);
    private static final int MOST_ROWS = 20;

    private final Console console;
    private final Clock clock;
    private final boolean live;
    private final boolean quiet;
    private final Map<ModelId, LaneTally> lanes = new LinkedHashMap<>();
    private final Set<ModelId> troubled = new HashSet<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slop-progress");
        thread.setDaemon(true);
        return thread;
    });
    private final LiveLines drawn;
    private Instant toldAt;

    Progress(Console console, boolean quiet, SamplingPlan plan, Clock clock) {
        this.console = console;
        this.drawn = new LiveLines(console);
        this.clock = clock;
        this.quiet = quiet;
        this.live = !quiet && console.errTerminal();
        this.toldAt = clock.instant();
        for (CompletionRequest request : plan.requests()) {
            lanes.computeIfAbsent(request.key().model(), model -> new LaneTally(model, toldAt))
                    .planned();
        }
    }

    /** Begins, and looks at the time by itself too, since a pause is when nothing happens. */
    static Progress start(Console console, boolean quiet, SamplingPlan plan) {
        Progress progress = new Progress(console, quiet, plan, Clock.systemUTC());
        long period = REDRAW.toMillis();
        progress.ticker.scheduleAtFixedRate(progress::tick, period, period, TimeUnit.MILLISECONDS);
        return progress;
    }

    synchronized void tick() {
        Instant now = clock.instant();
        if (!quiet && Duration.between(toldAt, now).compareTo(live ? REDRAW : PLAIN) >= 0) {
            toldAt = now;
            tell(now);
        }
    }

    private void tell(Instant now) {
        if (live) {
            drawn.draw(lines(now, drawn.columns()));
        } else {
            lines(now, Integer.MAX_VALUE).forEach(console::message);
        }
    }

    private List<String> lines(Instant now, int columns) {
        return ProgressLines.of(
                lanes.values().stream().map(lane -> lane.at(now)).toList(), now, columns, MOST_ROWS);
    }

    private void say(String message) {
        if (!quiet) {
            drawn.erase();
            console.message(message);
        }
    }

    private LaneTally lane(ModelId model) {
        return lanes.computeIfAbsent(model, name -> new LaneTally(name, clock.instant()));
    }

    @Override
    public synchronized void sent(CompletionRequest request, int attempt) {
        lane(request.key().model()).sent();
    }

    @Override
    public synchronized void finished(Sample sample) {
        lane(sample.key().model()).finished(sample, clock.instant());
    }

    @Override
    public synchronized void retried(CompletionRequest request, int attempt, String error, Duration wait) {
        ModelId model = request.key().model();
        lane(model).retried();
        // The first time only: who waits wants to know why, not how often.
        if (troubled.add(model)) {
            say(model + ": " + error + "; asking again");
        }
    }

    @Override
    public synchronized void lanePaused(ModelId model, Instant until, String reason) {
        lane(model).paused(until);
    }

    @Override
    public synchronized void laneStopped(StoppedLane lane) {
        lane(lane.model()).stopped(lane.message());
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        drawn.erase();
    }
}
