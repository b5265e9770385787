package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.MODEL;
import static dev.slop.core.sampling.EngineFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.testing.ScriptedProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sampling until it is enough. */
class SamplerStoppingTest {
    private final EngineFixture engine = new EngineFixture();

    /** Judges at each multiple of ten; twenty samples are enough. */
    private static final StoppingRule TWENTY = new StoppingRule() {
        @Override
        public OptionalInt nextJudgement(Cell cell, int drawn, int planned) {
            int next = (drawn + 9) / 10 * 10;
            return next < planned ? OptionalInt.of(next) : OptionalInt.empty();
        }

        @Override
        public Optional<String> enough(Cell cell, List<Sample> samples) {
            return samples.size() >= 20 ? Optional.of("twenty") : Optional.empty();
        }
    };

    @Test
    void run_ruleHasEnough_asksNoMoreAndIsDone() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.with(builder -> builder.stoppingRule(TWENTY));

        SamplingResult result = engine.run(100);

        assertThat(provider.calls()).hasSize(20);
        assertThat(result.samples()).hasSize(20);
        assertThat(result.unfinished()).isEmpty();
        assertThat(result.interrupted()).isFalse();
        assertThat(result.stoppedCells())
                .containsExactly(new StoppedCell(new Cell("fruit", MODEL, "default"), 20, "twenty"));
    }

    @Test
    void run_fewerPlannedThanAreEnough_asksAll() {
        ScriptedProvider provider = engine.provider(engine::answer);
        engine.with(builder -> builder.stoppingRule(TWENTY));

        SamplingResult result = engine.run(20);

        assertThat(provider.calls()).hasSize(20);
        assertThat(result.stoppedCells()).isEmpty();
    }

    @Test
    void run_failuresInABatch_areNoSamplesButMadeDraws() {
        engine.provider(request -> request.key().index() == 3
                ? engine.fault(new InvalidRequestException("too odd", Optional.empty(), false))
                : engine.answer(request));
        engine.with(builder -> builder.stoppingRule(TWENTY));

        SamplingResult result = engine.run(100);

        assertThat(result.samples()).hasSize(30);
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.stoppedCells()).extracting(StoppedCell::draws).containsExactly(30);
    }

    @Test
    void run_goingOn_countsWhatEarlierRunsBrought() {
        SamplingPlan plan = plan(MODEL, 100);
        ScriptedProvider first = engine.provider(engine::answer);
        List<Sample> earlier =
                engine.run(new SamplingPlan(plan.requests().subList(0, 14))).samples();
        assertThat(first.calls()).hasSize(14);

        EngineFixture later = new EngineFixture();
        ScriptedProvider provider = later.provider(later::answer);
        later.with(builder -> builder.stoppingRule(TWENTY));
        CompletableFuture<SamplingResult> running = later.sampler().run(plan, earlier);
        later.time.runUntil(running::isDone, EngineFixture.LONG);

        assertThat(provider.calls()).hasSize(6);
        assertThat(running.join().samples()).hasSize(6).allMatch(s -> s.outcome() == Outcome.ANSWERED);
        assertThat(running.join().unfinished()).isEmpty();
        assertThat(running.join().stoppedCells()).hasSize(1);
    }

    @Test
    void stop_withinABatch_leavesTheRestUnfinished() {
        engine.provider(engine::answer);
        engine.with(builder -> builder.stoppingRule(TWENTY));
        CompletableFuture<SamplingResult> running = engine.sampler().run(plan(MODEL, 100));
        engine.time.runUntil(() -> engine.events.finished > 0, EngineFixture.LONG);

        engine.sampler().stop();
        engine.time.runUntil(running::isDone, EngineFixture.LONG);

        assertThat(running.join().interrupted()).isTrue();
        assertThat(running.join().samples().size() + running.join().unfinished().size())
                .isEqualTo(100);
    }
}
