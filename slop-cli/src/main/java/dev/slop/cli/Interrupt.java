package dev.slop.cli;

import dev.slop.core.ConfigurationException;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplingResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: sends nothing new, waits for what is under way, and lets the command finish its work, all within
 * 30 seconds, before the process ends with {@link ExitCode#INTERRUPTED}.
 */
final class Interrupt implements AutoCloseable {
    private static final long DRAIN_SECONDS = 30;

    private final Thread hook;
    private final CountDownLatch done = new CountDownLatch(1);

    private Interrupt(Sampler sampler, Console console) {
        hook = new Thread(() -> drain(sampler, console), "slop-interrupt");
    }

    static Interrupt stopping(Sampler sampler, Console console) {
        Interrupt interrupt = new Interrupt(sampler, console);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void drain(Sampler sampler, Console console) {
        console.message("interrupted: waiting up to " + DRAIN_SECONDS + " s for what is under way");
        sampler.stop();
        try {
            if (!done.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                sampler.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.message("the same command resumes");
        // Not System.exit: this is the shutdown. 130 for SIGTERM too, whose own code would be 143.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
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

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown is under way: the hook waits for nothing any more and ends the process.
            return;
        }
    }
}
