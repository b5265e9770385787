package dev.slop.cli;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.sampling.SamplingListener;
import dev.slop.core.sampling.StoppedLane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Tells on a terminal how far a run is, in one line that rewrites itself; elsewhere it is quiet. */
final class Progress implements SamplingListener, AutoCloseable {
    private final Console console;
    private final boolean live;
    private final boolean quiet;
    private final int total;
    private final Set<ModelId> troubled = new HashSet<>();
    private int done;

    private Progress(Console console, boolean quiet, int total) {
        this.console = console;
        this.quiet = quiet;
        this.live = !quiet && console.terminal();
        this.total = total;
    }

    static Progress start(Console console, boolean quiet, int total) {
        return new Progress(console, quiet, total);
    }

    @Override
    public void finished(Sample sample) {
        done++;
        if (live) {
            console.err().print("\r" + done + "/" + total + " ");
        }
    }

    @Override
    public void retried(CompletionRequest request, int attempt, String error, Duration wait) {
        // The first time only: who waits wants to know why, not how often.
        if (!quiet && troubled.add(request.key().model())) {
            console.message(request.key().model() + ": " + error + "; asking again");
        }
    }

    @Override
    public void lanePaused(ModelId model, Instant until, String reason) {
        if (live) {
            console.err().print("\r" + done + "/" + total + " (" + model + " waits until " + until + ") ");
        }
    }

    @Override
    public void laneStopped(StoppedLane lane) {
        if (live) {
            console.err().println();
        }
    }

    @Override
    public void close() {
        if (live) {
            console.err().print("\r\u001b[K");
        }
    }
}
