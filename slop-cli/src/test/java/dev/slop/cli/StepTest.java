package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StepTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));

    @Test
    void terminal_stepOfTwoSeconds_tellsNothing() {
        try (Step step = step(true, false, 10)) {
            pass(step, Duration.ofMillis(1_999));
            step.oneMore();
        }

        assertThat(text()).isEmpty();
    }

    @Test
    void terminal_longerStep_tellsHowFarItIs_andTakesItBack() {
        Step step = step(true, false, 10);
        for (int i = 0; i < 5; i++) {
            step.oneMore();
        }
        pass(step, Duration.ofSeconds(2));
        step.oneMore();
        pass(step, Duration.ofSeconds(1));
        step.close();
        pass(step, Duration.ofSeconds(1));

        assertThat(text())
                .isEqualTo("analysing [##########..........] 5/10 prompts, 2 s\n\u001b[1A\r\u001b[J"
                        + "analysing [############........] 6/10 prompts, 3 s\n\u001b[1A\r\u001b[J");
    }

    @Test
    void terminal_unknownTotal_tellsTheCountAlone_withinTheWidth() {
        try (Step step = step(true, false, 0)) {
            pass(step, Duration.ofSeconds(2));
            step.done(1_234_567_890_123L);
            pass(step, Duration.ofSeconds(90));
        }

        assertThat(text()).contains("analysing 2 s\n", "analysing 1,234,567,890,123 prompts, 1 min 32 s\n");
    }

    @Test
    void elsewhere_orQuiet_saysNothing() {
        for (boolean terminal : new boolean[] {false, true}) {
            try (Step step = step(terminal, terminal, 10)) {
                pass(step, Duration.ofHours(1));
            }
        }

        assertThat(text()).isEmpty();
    }

    @Test
    void during_givesWhatTheWorkBrings_andEndsWithIt() {
        assertThat(Step.during(console(true), false, "comparing", () -> 7)).isEqualTo(7);
        assertThat(text()).isEmpty();
    }

    private Step step(boolean terminal, boolean quiet, long total) {
        return new Step(console(terminal), quiet, clock, "analysing", "prompts", total);
    }

    private Console console(boolean terminal) {
        return new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Environment.of(Map.of()),
                terminal,
                60);
    }

    private void pass(Step step, Duration time) {
        clock.pass(time);
        step.tick();
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
