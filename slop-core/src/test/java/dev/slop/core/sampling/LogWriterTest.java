package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.MODEL;
import static dev.slop.core.sampling.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.testing.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> events = new ArrayList<>();
    private final List<Runnable> writing = new ArrayList<>();
    private final Recorder log = new Recorder();
    private final Dispatcher dispatcher = new Dispatcher(
            new EngineThreads(time, writing::add, Runnable::run, time.clock(), time::nanoTime, time::shutdown),
            error -> events.add("failed"));
    private final LogWriter writer = new LogWriter(log, writing::add, dispatcher);

    @Test
    void record_whileOthersWait_sharesOneSync() {
        record(0);
        record(1);
        record(2);
        assertThat(events).isEmpty();

        write();

        assertThat(events).containsExactly("sent 0", "sent 1", "sent 2", "sync", "next 0", "next 1", "next 2");
    }

    @Test
    void record_duringAGroup_isOfTheNextGroup() {
        log.onSync = () -> record(1);
        record(0);

        write();
        write();

        assertThat(events).containsExactly("sent 0", "sync", "next 0", "sent 1", "sync", "next 1");
    }

    @Test
    void record_moreThanAGroupHolds_areAllWrittenInOrder() {
        for (int i = 0; i < 2500; i++) {
            record(i);
        }

        while (!writing.isEmpty()) {
            write();
        }

        assertThat(events).filteredOn(event -> event.equals("sync")).hasSize(3);
        assertThat(events)
                .filteredOn(event -> event.startsWith("next"))
                .hasSize(2500)
                .startsWith("next 0", "next 1")
                .endsWith("next 2499");
    }

    @Test
    void record_syncFails_failsTheRunAndNothingIsBuiltOnIt() {
        log.onSync = () -> {
            throw new UncheckedIOException(new IOException("no space left on device"));
        };
        record(0);
        record(1);

        write();

        assertThat(events).containsExactly("sent 0", "sent 1", "sync", "failed");
    }

    private void record(int index) {
        writer.record(
                attempts -> attempts.sent(request(MODEL, index), 1, Instant.EPOCH), () -> events.add("next " + index));
    }

    private void write() {
        writing.remove(0).run();
        time.runDue();
    }

    private final class Recorder implements AttemptLog {
        Runnable onSync = () -> {};

        @Override
        public void sent(CompletionRequest request, int attempt, Instant at) {
            events.add("sent " + request.key().index());
        }

        @Override
        public void retried(
                CompletionRequest request,
                int attempt,
                Instant at,
                String error,
                boolean perhapsBilled,
                Optional<Duration> retryAfter) {}

        @Override
        public void finished(Sample sample, Optional<String> raw) {}

        @Override
        public void sync() {
            events.add("sync");
            Runnable now = onSync;
            onSync = () -> {};
            now.run();
        }

        @Override
        public void close() {}
    }
}
