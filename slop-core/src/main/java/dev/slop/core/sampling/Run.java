package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One run of a plan: its lanes, and what they came to. All of it happens on the dispatcher but where stated. */
final class Run {
    private final SamplingPlan plan;
    private final Map<SampleKey, Integer> numbers = new HashMap<>();
    private final Batches batches;
    private final BudgetMeter budget;
    private final LogWriter log;
    private final SamplingListener listener;
    private final Duration deadline;
    private final Executor callbacks;
    private final Dispatcher dispatcher;
    private final CompletableFuture<SamplingResult> result = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Map<ModelId, Lane> lanes = new LinkedHashMap<>();
    private final Map<SampleKey, Sample> samples = new HashMap<>();
    private final Set<SampleKey> perhapsBilled = new HashSet<>();
    private final List<StoppedLane> stoppedLanes = new ArrayList<>();
    private boolean halted;

    Run(
            SamplingPlan plan,
            Batches batches,
            BudgetMeter budget,
            AttemptLog log,
            SamplingListener listener,
            Duration deadline,
            EngineThreads threads) {
        this.budget = budget;
        this.plan = plan;
        this.batches = batches;
        this.listener = listener;
        this.deadline = deadline;
        this.callbacks = threads.callbacks();
        this.dispatcher = new Dispatcher(threads, this::failed);
        this.log = new LogWriter(log, threads.log(), dispatcher);
    }

    /** From any thread. */
    CompletableFuture<SamplingResult> start(BiFunction<Run, ModelId, Lane> newLane) {
        result.whenComplete((value, error) -> {
            if (result.isCancelled()) {
                cancel();
            }
        });
        dispatcher.execute(() -> {
            for (CompletionRequest request : plan.requests()) {
                lanes.computeIfAbsent(request.key().model(), model -> newLane.apply(this, model));
                numbers.put(request.key(), numbers.size());
            }
            takeUp(batches.due());
            pumpAll();
            checkEnd();
        });
        return result;
    }

    private void takeUp(List<CompletionRequest> due) {
        for (CompletionRequest request : due) {
            Lane lane = Objects.requireNonNull(lanes.get(request.key().model()), "each model has a lane");
            lane.add(new Draw(request, Objects.requireNonNull(numbers.get(request.key()), "a request of the plan")));
        }
    }

    void pumpAll() {
        lanes.values().forEach(Lane::pump);
    }

    /** From any thread. Sends nothing new; what is under way may end. */
    void stop() {
        dispatcher.execute(() -> {
            halted = true;
            lanes.values().forEach(Lane::abandon);
            checkEnd();
        });
    }

    /** From any thread. Ends what is under way. */
    void cancel() {
        dispatcher.execute(() -> {
            halted = true;
            lanes.values().forEach(Lane::cancel);
            checkEnd();
        });
    }

    /** Completes when the run has ended in whatever way. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    SamplingListener listener() {
        return listener;
    }

    BudgetMeter budget() {
        return budget;
    }

    Duration deadline() {
        return deadline;
    }

    boolean isHalted() {
        return halted;
    }

    /** Writes something to the log, then goes on, once the disk has it. */
    void record(Consumer<AttemptLog> record, Runnable next) {
        log.record(record, next);
    }

    void finished(Sample sample) {
        if (samples.put(sample.key(), sample) != null) {
            throw new IllegalStateException("two outcomes of one draw: " + sample.key());
        }
        listener.finished(sample);
        takeUp(batches.finished(sample));
    }

    void cancelled(Draw draw) {
        perhapsBilled.add(draw.request().key());
    }

    void stopped(StoppedLane lane) {
        stoppedLanes.add(lane);
        listener.laneStopped(lane);
    }

    void checkEnd() {
        if (!ended.isDone() && lanes.values().stream().allMatch(Lane::isIdle)) {
            SamplingResult value = result();
            ended.complete(null);
            callbacks.execute(() -> result.complete(value));
        }
    }

    /** The log cannot be written, or the engine is at fault: going on would lose answers. */
    private void failed(Throwable error) {
        if (!ended.isDone()) {
            halted = true;
            ended.complete(null);
            callbacks.execute(() -> result.completeExceptionally(error));
            lanes.values().forEach(Lane::cancel);
        }
    }

    private SamplingResult result() {
        List<SampleKey> keys =
                plan.requests().stream().map(CompletionRequest::key).toList();
        List<SampleKey> unfinished =
                keys.stream().filter(key -> !batches.isSettled(key)).toList();
        return new SamplingResult(
                keys.stream().map(samples::get).filter(Objects::nonNull).toList(),
                unfinished,
                unfinished.stream().filter(perhapsBilled::contains).toList(),
                stoppedLanes,
                halted && !unfinished.isEmpty(),
                batches.stopped());
    }
}
