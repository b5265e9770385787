package dev.slop.cli;

import dev.slop.core.ConfigurationException;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplingResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C and SIGTERM. The first sends nothing new, waits up to 30 seconds for what is under way, and lets the command
 * finish its work; the second ends the process at once. Either way it ends with {@link ExitCode#INTERRUPTED}, and what
 * the journal has stays there.
 */
final class Interrupt implements AutoCloseable {
    private static final long DRAIN_SECONDS = 30;

    private final Sampler sampler;
    private final Console console;
    private final AtomicInteger signals = new AtomicInteger();
    private final List<Runnable> handlers;

    private Interrupt(Sampler sampler, Console console) {
        this.sampler = sampler;
        this.console = console;
        this.handlers = List.of(Signals.on("INT", this::signalled), Signals.on("TERM", this::signalled));
    }

    static Interrupt stopping(Sampler sampler, Console console) {
        return new Interrupt(sampler, console);
    }

    /** On a thread of its own for each signal. */
    private void signalled() {
        if (signals.incrementAndGet() == 1) {
            console.message("interrupted: waiting up to " + DRAIN_SECONDS
                    + " s for what is under way; interrupt again to end now");
            sampler.stop();
            CompletableFuture.delayedExecutor(DRAIN_SECONDS, TimeUnit.SECONDS).execute(sampler::cancel);
        } else {
            console.message("ended; what was under way is perhaps billed; the same command resumes");
            // Not System.exit: nothing is left to be done, and nobody is to wait for it.
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    /** Waits for the run. */
    SamplingResult await(CompletableFuture<SamplingResult> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.INTERRUPTED, "interrupted; the same command resumes");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new ConfigurationException("sampling failed: " + e.getCause(), e);
        }
    }

    /** From now on, signals do what they do by themselves. */
    @Override
    public void close() {
        handlers.forEach(Runnable::run);
    }
}
