package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.StoppedLane;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ModelId FAST = ModelId.parse("a/fast");
    private static final ModelId SLOW = ModelId.parse("b/slower");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ManualClock clock = new ManualClock(NOON);

    @Test
    void lines_ofEveryState_tellIt() {
        List<LaneProgress> lanes = List.of(
                LaneProgress.of(FAST, 10),
                new LaneProgress(SLOW, 500, 20, 2, 8, 12.34, 43_210, Optional.empty(), Optional.empty()),
                new LaneProgress(SLOW, 500, 20, 0, 0, 0.05, 0, Optional.of(NOON.plusMillis(90_500)), Optional.empty()),
                new LaneProgress(SLOW, 5, 5, 0, 0, 3, 99, Optional.empty(), Optional.empty()),
                new LaneProgress(SLOW, 5, 1, 0, 0, 3, 99, Optional.empty(), Optional.of("no credit")));

        assertThat(ProgressLines.of(lanes, NOON, 200, 20))
                .containsExactly(
                        "a/fast    0/10, 0 in flight",
                        "b/slower  20/500 (2 failed), 8 in flight, 12.3/s, 39 s left, 43,210 tokens",
                        "b/slower  20/500, 0 in flight, paused for 1 min 31 s, 3.0/min, 2 h 40 min left",
                        "b/slower  5/5, done, 99 tokens",
                        "b/slower  1/5, given up: no credit");
    }

    @Test
    void lines_ofAPauseThatIsOver_leaveItOut() {
        LaneProgress lane = new LaneProgress(FAST, 5, 1, 0, 2, 0, 0, Optional.of(NOON), Optional.empty());

        assertThat(ProgressLines.of(List.of(lane), NOON, 80, 20)).containsExactly("a/fast  1/5, 2 in flight");
    }

    @Test
    void lines_wide_areCut() {
        LaneProgress lane =
                new LaneProgress(FAST, 5, 1, 0, 0, 0, 0, Optional.empty(), Optional.of("x\u001b[2J".repeat(50)));

        assertThat(ProgressLines.of(List.of(lane), NOON, 40, 20))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(40).endsWith("…").doesNotContain("\u001b"));
    }

    @Test
    void lines_moreModelsThanRows_tellHowMany() {
        List<LaneProgress> lanes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lanes.add(LaneProgress.of(ModelId.parse("a/m" + i), 1));
        }

        assertThat(ProgressLines.of(lanes, NOON, 80, 20)).hasSize(20).endsWith("and 11 more models");
    }

    @Test
    void terminal_isRedrawnInPlace() {
        Progress progress = progress(true, false);
        progress.sent(request(FAST, 0), 1);
        progress.sent(request(SLOW, 0), 1);
        pass(progress, Duration.ofSeconds(1));
        progress.finished(sample(FAST, 0));
        pass(progress, Duration.ofSeconds(1));
        progress.close();

        assertThat(text())
                .isEqualTo("a/fast    0/2, 1 in flight\nb/slower  0/1, 1 in flight\n"
                        + "\u001b[2A\r\u001b[J"
                        + "a/fast    1/2, 0 in flight, 30.0/min, 2 s left, 15 tokens\nb/slower  0/1, 1 in flight\n"
                        + "\u001b[2A\r\u001b[J");
    }

    @Test
    void terminal_message_standsAboveTheLines() {
        Progress progress = progress(true, false);
        pass(progress, Duration.ofSeconds(1));
        progress.retried(request(FAST, 0), 1, "status 500", Duration.ofSeconds(1));
        progress.retried(request(FAST, 1), 1, "status 500", Duration.ofSeconds(1));

        assertThat(text()).endsWith("\u001b[2A\r\u001b[Jslop: a/fast: status 500; asking again\n");
    }

    @Test
    void elsewhere_tellsPlainLinesTwiceAMinute() {
        Progress progress = progress(false, false);
        progress.lanePaused(FAST, NOON.plusSeconds(90), "status 429");
        progress.laneStopped(new StoppedLane(SLOW, StoppedLane.Reason.QUOTA_EXHAUSTED, "no credit"));
        for (int i = 0; i < 59; i++) {
            pass(progress, Duration.ofSeconds(1));
        }
        progress.close();

        assertThat(text()).isEqualTo("""
                        slop: a/fast    0/2, 0 in flight, paused for 1 min 0 s
                        slop: b/slower  0/1, given up: no credit
                        """);
    }

    @Test
    void quiet_saysNothing() {
        Progress progress = progress(true, true);
        progress.retried(request(FAST, 0), 1, "status 500", Duration.ofSeconds(1));
        pass(progress, Duration.ofHours(1));
        progress.close();

        assertThat(text()).isEmpty();
    }

    @Test
    void rate_isThatOfTheLastTwentySeconds() {
        LaneTally tally = new LaneTally(FAST, NOON);
        for (int i = 0; i < 100; i++) {
            tally.finished(sample(FAST, i), NOON.plusMillis(10L * i));
        }

        assertThat(tally.at(NOON.plusSeconds(10)).perSecond()).isEqualTo(10.0);
        assertThat(tally.at(NOON.plusSeconds(60)).perSecond()).isZero();
    }

    private Progress progress(boolean terminal, boolean quiet) {
        Console console = new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Environment.of(Map.of()),
                terminal,
                100);
        SamplingPlan plan = new SamplingPlan(List.of(request(FAST, 0), request(FAST, 1), request(SLOW, 0)));
        return new Progress(console, quiet, plan, clock);
    }

    private void pass(Progress progress, Duration time) {
        clock.pass(time);
        progress.tick();
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static CompletionRequest request(ModelId model, int index) {
        return new CompletionRequest(
                new SampleKey("fruit", model, SampleKey.DEFAULT_VARIANT, index),
                "A fruit",
                Optional.empty(),
                SamplingParameters.unset());
    }

    private static Sample sample(ModelId model, int index) {
        CompletionRequest request = request(model, index);
        return new Sample(
                request.key(),
                request.hash(),
                Outcome.ANSWERED,
                "Mango",
                Optional.empty(),
                TokenUsage.of(12, 3),
                1,
                NOON,
                Duration.ofMillis(200),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
