package dev.slop.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Budget;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchesTest {
    /** Judges at 4, 6, 8 … draws; enough are three answers of "yes". */
    private static final StoppingRule THREE_TIMES_YES = new StoppingRule() {
        @Override
        public OptionalInt nextJudgement(Cell cell, int drawn, int planned) {
            int next = Math.max(4, drawn + drawn % 2);
            return next < planned ? OptionalInt.of(next) : OptionalInt.empty();
        }

        @Override
        public Optional<String> enough(Cell cell, List<Sample> samples) {
            return samples.stream().filter(s -> s.text().equals("yes")).count() >= 3
                    ? Optional.of("three times yes")
                    : Optional.empty();
        }
    };

    private static SamplingPlan plan(int samples, String... models) {
        return SamplingPlan.of(new Experiment(
                "e",
                List.of(models).stream().map(ModelId::parse).toList(),
                samples,
                List.of(Prompt.of("x", "X")),
                SamplingParameters.unset(),
                Map.of(),
                Budget.unlimited(),
                Map.of()));
    }

    private static Sample outcome(CompletionRequest request, Outcome outcome, String text) {
        return new Sample(
                request.key(),
                request.hash(),
                outcome,
                text,
                Optional.empty(),
                TokenUsage.unknown(),
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Sample> outcomes(SamplingPlan plan, String... texts) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            Outcome outcome = texts[i].equals("failed") ? Outcome.FAILED : Outcome.ANSWERED;
            samples.add(outcome(plan.requests().get(i), outcome, texts[i]));
        }
        return samples;
    }

    private static List<Integer> indexes(List<CompletionRequest> requests) {
        return requests.stream().map(request -> request.key().index()).toList();
    }

    @Test
    void due_atFirst_isTheFirstBatchOfEachCell() {
        assertThat(indexes(Batches.of(plan(10, "p/a", "p/b"), THREE_TIMES_YES, List.of())
                        .due()))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void due_withoutARule_isAllThatIsNotAnswered() {
        SamplingPlan plan = plan(4, "p/a");

        Batches batches = Batches.of(plan, StoppingRule.none(), outcomes(plan, "yes", "failed", "no"));

        assertThat(indexes(batches.due())).containsExactly(1, 3);
        assertThat(indexes(batches.open().requests())).containsExactly(1, 3);
        assertThat(batches.stopped()).isEmpty();
    }

    @Test
    void finished_repliesOutOfOrder_judgesWhenTheBatchIsWhole() {
        SamplingPlan plan = plan(10, "p/a");
        List<Sample> answers = outcomes(plan, "yes", "yes", "no", "no", "no", "yes");
        Batches batches = Batches.of(plan, THREE_TIMES_YES, List.of());

        assertThat(batches.finished(answers.get(3))).isEmpty();
        assertThat(batches.finished(answers.get(0))).isEmpty();
        assertThat(batches.finished(answers.get(1))).isEmpty();
        assertThat(indexes(batches.finished(answers.get(2)))).containsExactly(4, 5);
        assertThat(batches.finished(answers.get(5))).isEmpty();
        assertThat(batches.stopped()).isEmpty();
        assertThat(batches.finished(answers.get(4))).isEmpty();
        assertThat(batches.stopped())
                .containsExactly(new StoppedCell(new Cell("x", ModelId.parse("p/a"), "default"), 6, "three times yes"));
        assertThat(batches.planned()).isEqualTo(6);
        assertThat(batches.open().requests()).isEmpty();
    }

    @Test
    void of_aJournalThatEndsWithinABatch_asksForTheRestOfTheBatchAlone() {
        SamplingPlan plan = plan(10, "p/a");

        assertThat(indexes(Batches.of(plan, THREE_TIMES_YES, outcomes(plan, "yes", "yes", "no", "no", "yes"))
                        .due()))
                .containsExactly(5);
    }

    @Test
    void of_aStoppedCellWithAFailure_asksNothing() {
        SamplingPlan plan = plan(10, "p/a");

        Batches batches = Batches.of(plan, THREE_TIMES_YES, outcomes(plan, "yes", "failed", "yes", "yes"));

        assertThat(batches.due()).isEmpty();
        assertThat(batches.open().requests()).isEmpty();
        assertThat(batches.stopped()).hasSize(1);
    }

    @Test
    void of_aCellThatGoesOnWithAFailure_asksTheFailureAgainWithTheNextBatch() {
        SamplingPlan plan = plan(10, "p/a");

        Batches batches = Batches.of(plan, THREE_TIMES_YES, outcomes(plan, "yes", "failed", "yes", "no"));

        assertThat(indexes(batches.due())).containsExactly(1, 4, 5);
    }

    @Test
    void of_aFailureMendedAfterTheDecisionToGoOn_doesNotUndoIt() {
        SamplingPlan plan = plan(10, "p/a");

        Batches batches = Batches.of(plan, THREE_TIMES_YES, outcomes(plan, "yes", "yes", "yes", "no", "no"));

        assertThat(batches.stopped())
                .as("4 draws would have been enough, but a fifth was made")
                .isEmpty();
        assertThat(indexes(batches.due())).containsExactly(5);
    }

    @Test
    void of_moreDrawsThanAreNeeded_areAllMadeUseOf() {
        SamplingPlan plan = plan(8, "p/a");
        String[] all = {"yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"};

        Batches batches = Batches.of(plan, THREE_TIMES_YES, outcomes(plan, all));

        assertThat(batches.stopped()).as("nothing was spared").isEmpty();
        assertThat(batches.planned()).isEqualTo(8);
        assertThat(batches.due()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Law: whenever a run is cut off, and in whatever order replies come, it ends with the same draws. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderAndAnyCut_endsWithTheSameDraws(long seed) {
        Random random = new Random(seed);
        SamplingPlan plan = plan(20, "p/a", "p/b", "p/c");
        List<Sample> answers = plan.requests().stream()
                .map(request -> outcome(request, Outcome.ANSWERED, random.nextInt(4) == 0 ? "yes" : "no"))
                .toList();

        List<StoppedCell> straight = play(plan, answers, new Random(0), 0).stopped();
        List<StoppedCell> cut = play(plan, answers, random, 0.2).stopped();

        assertThat(cut).isEqualTo(straight);
    }

    private static Batches play(SamplingPlan plan, List<Sample> answers, Random random, double cut) {
        List<Sample> had = new ArrayList<>();
        Batches batches = Batches.of(plan, THREE_TIMES_YES, had);
        List<CompletionRequest> open = new ArrayList<>(batches.due());
        while (!open.isEmpty()) {
            Collections.shuffle(open, random);
            CompletionRequest next = open.remove(open.size() - 1);
            Sample answer = answers.get(plan.requests().indexOf(next));
            had.add(answer);
            open.addAll(batches.finished(answer));
            if (random.nextDouble() < cut) {
                batches = Batches.of(plan, THREE_TIMES_YES, had);
                open = new ArrayList<>(batches.due());
            }
        }
        return batches;
    }
}
