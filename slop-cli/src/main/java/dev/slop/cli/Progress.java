package dev.slop.cli;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.sampling.SamplingListener;
import dev.slop.core.sampling.StoppedLane;
import java.time.Instant;

/** Tells on a terminal how far a run is, in one line that rewrites itself; elsewhere it is quiet. */
final class Progress implements SamplingListener, AutoCloseable {
    private final Console console;
    private final boolean live;
    private final int total;
    private int done;

    private Progress(Console console, boolean live, int total) {
        this.console = console;
        this.live = live;
        this.total = total;
    }

    static Progress start(Console console, boolean quiet, int total) {
        return new Progress(console, !quiet && console.terminal(), total);
    }

    @Override
    public void finished(Sample sample) {
        done++;
        if (live) {
            console.err().print("\r" + done + "/" + total + " ");
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
