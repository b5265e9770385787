package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one model in one run: sends them as its gate lets them in, and sorts out how each attempt ended. Lanes
 * know nothing of each other. All of it happens on the dispatcher.
 */
final class Lane {
    private final ModelId model;
    private final CompletionProvider provider;
    private final Gate gate;
    private final Run run;
    private final Dispatcher dispatcher;
    private final RetryPolicy policy;
    private final Retry retry;
    private final Throttle throttle;
    private final PriorityQueue<Draw> queue = new PriorityQueue<>();
    private final Map<Draw, Future<?>> backingOff = new HashMap<>();
    private final Map<Draw, Attempt> sent = new HashMap<>();
    private int inside;
    private StoppedLane.@Nullable Reason stopped;
    private boolean hasAnswered;
    private long lastAnswerAt;
    private int hold;
    private @Nullable Future<?> wake;

    Lane(ModelId model, CompletionProvider provider, Gate gate, Run run, RetryPolicy policy, SplittableRandom random) {
        this.model = model;
        this.provider = provider;
        this.gate = gate;
        this.run = run;
        this.dispatcher = run.dispatcher();
        this.policy = policy;
        this.retry = Backoff.retry(model.toString(), policy, random, () -> isAnswering(dispatcher.now()));
        this.throttle = new Throttle(policy, dispatcher.now());
    }

    /** A lane that was given up, or whose run was stopped, takes no more. */
    void add(Draw draw) {
        if (!isHalted()) {
            queue.add(draw);
        }
    }

    /** Sends what may be sent now, and sees to it that the rest is looked at in time. */
    void pump() {
        cancelWake();
        while (!isHalted() && !queue.isEmpty()) {
            Cost worstCase = worstCase(queue.element());
            BudgetMeter.Verdict verdict = run.budget().ask(worstCase);
            if (verdict == BudgetMeter.Verdict.NEVER) {
                stop(
                        StoppedLane.Reason.BUDGET_SPENT,
                        "the next request could overrun the budget ("
                                + run.budget().state() + ")");
                run.checkEnd();
            }
            if (verdict != BudgetMeter.Verdict.YES || !tryEnter(queue.element(), worstCase)) {
                return;
            }
        }
    }

    private Cost worstCase(Draw draw) {
        return run.budget().limitsCost() ? run.budget().cost(model, gate.worstCase(draw.request())) : Cost.NONE;
    }

    private boolean tryEnter(Draw draw, Cost worstCase) {
        long delay = gate.tryEnter(draw, worstCase, dispatcher.now());
        if (delay > 0) {
            wakeAfter(delay);
            return false;
        }
        enter(queue.remove());
        return true;
    }

    private void wakeAfter(long delay) {
        if (delay != Gate.AFTER_REPLY) {
            wake = dispatcher.after(delay, this::pump);
        }
    }

    private void cancelWake() {
        if (wake != null) {
            wake.cancel(false);
            wake = null;
        }
    }

    private void enter(Draw draw) {
        inside++;
        run.budget().setAside(draw.worstCase());
        run.record(log -> log.sent(draw.request(), draw.attempt(), dispatcher.instant()), () -> send(draw));
    }

    private void send(Draw draw) {
        if (isCalledBack()) {
            gate.withdrawn(draw);
            run.budget().withdraw(draw.worstCase());
            recordRetried(draw, "not sent: the run or the model was stopped", false, Optional.empty(), () -> {});
            return;
        }
        sent.put(
                draw,
                Attempt.start(dispatcher, provider, draw.request(), run.deadline(), reply -> replied(draw, reply)));
        run.listener().sent(draw.request(), draw.attempt());
    }

    private void replied(Draw draw, Reply reply) {
        sent.remove(draw);
        run.budget()
                .settle(
                        draw.worstCase(),
                        Costs.billed(reply).map(tokens -> run.budget().cost(model, tokens)));
        draw.spend(reply.latencyNanos());
        if (reply instanceof Reply.Answer answer) {
            answered(draw, answer);
        } else if (reply instanceof Reply.Fault fault) {
            gate.faulted(draw, fault);
            faulted(draw, fault);
        }
    }

    private void answered(Draw draw, Reply.Answer answer) {
        gate.answered(draw, answer);
        throttle.answered(answer);
        hasAnswered = true;
        lastAnswerAt = answer.at();
        Completion completion = answer.completion();
        finish(Samples.answered(draw, answer, dispatcher.instant()), completion.raw());
    }

    private void faulted(Draw draw, Reply.Fault fault) {
        if (fault.cause() instanceof RateLimitedException limited) {
            rateLimited(draw, fault, limited);
        } else if (fault.cause() instanceof ProviderException error && error.stopsLane()) {
            stop(Faults.reason(error), Faults.describe(error));
            recordRetried(draw, error, () -> {});
        } else if (fault.cause() instanceof TransientProviderException && gate.isHeld()) {
            held(draw, fault);
        } else {
            retryOrFail(draw, fault);
        }
    }

    /** The lane waits, not the draw: it goes back to the head of the queue. */
    private void rateLimited(Draw draw, Reply.Fault fault, RateLimitedException limited) {
        String message = Faults.describe(limited);
        Throttle.Pause pause = throttle.refused(fault, hint(limited));
        gate.refused(draw, limited, pause, fault.at());
        if (throttle.isHopeless(fault.at())) {
            stop(StoppedLane.Reason.RATE_LIMITED, message);
        }
        Duration wait = Duration.ofNanos(Math.max(0, pause.until() - dispatcher.now()));
        if (!wait.isZero()) {
            run.listener().lanePaused(model, dispatcher.instant().plus(wait), message);
        }
        again(draw, limited, wait, () -> queue.add(draw));
    }

    private Optional<Duration> hint(RateLimitedException limited) {
        return gate.isRefusedByChance()
                ? limited.retryAfter().or(() -> Optional.of(Duration.ZERO))
                : limited.retryAfter();
    }

    private void retryOrFail(Draw draw, Reply.Fault fault) {
        long millis = draw.faults(retry).onError(fault.cause());
        Duration wait = Duration.ofMillis(Math.max(0, millis));
        if (millis < 0
                || draw.spentNanos() + wait.toNanos() > policy.maxElapsed().toNanos()) {
            fail(draw, fault);
            return;
        }
        draw.spend(wait.toNanos());
        long due = fault.at() + wait.toNanos();
        again(draw, fault.cause(), wait, () -> requeueAt(draw, due));
    }

    /** The server is down, which no draw should be failed for: the lane waits, and in the end gives up. */
    private void held(Draw draw, Reply.Fault fault) {
        String message = Faults.describe(fault.cause());
        Duration wait = gate.heldFor(dispatcher.now());
        if (hold < gate.holds()) {
            run.listener().lanePaused(model, dispatcher.instant().plus(wait), message);
        }
        hold = gate.holds();
        if (hold >= policy.maxAttempts() && isSilent(fault.at())) {
            stop(StoppedLane.Reason.UNAVAILABLE, message);
        }
        again(draw, fault.cause(), wait, () -> queue.add(draw));
    }

    /** Faults that come among answers are bad luck of single requests, and no sign that the server needs rest. */
    private boolean isAnswering(long now) {
        return hasAnswered && now - lastAnswerAt < policy.maxBackoff().toNanos();
    }

    private boolean isSilent(long now) {
        return !hasAnswered || now - lastAnswerAt >= policy.maxElapsed().toNanos();
    }

    /** A failed draw is data. */
    private void fail(Draw draw, Reply.Fault fault) {
        String message = Faults.describe(fault.cause());
        finish(Samples.failed(draw, fault, message, dispatcher.instant()), Optional.empty());
    }

    private void finish(Sample sample, Optional<String> raw) {
        run.record(log -> log.finished(sample, raw), () -> {
            run.finished(sample);
            leave();
        });
    }

    private void again(Draw draw, Throwable error, Duration wait, Runnable requeue) {
        if (!isHalted()) {
            run.listener().retried(draw.request(), draw.attempt(), Faults.describe(error), wait);
        }
        recordRetried(draw, error, () -> {
            if (!isHalted()) {
                requeue.run();
            }
        });
    }

    private void requeueAt(Draw draw, long due) {
        backingOff.put(draw, dispatcher.after(Math.max(0, due - dispatcher.now()), () -> requeue(draw)));
    }

    private void requeue(Draw draw) {
        backingOff.remove(draw);
        queue.add(draw);
        pump();
    }

    /** For an attempt that failed but is made again, be it by the next run. */
    private void recordRetried(Draw draw, Throwable error, Runnable next) {
        Optional<Duration> hint = error instanceof ProviderException fault ? fault.retryAfter() : Optional.empty();
        recordRetried(draw, Faults.describe(error), Costs.isPerhapsBilled(error), hint, next);
    }

    private void recordRetried(Draw draw, String error, boolean perhapsBilled, Optional<Duration> hint, Runnable next) {
        int attempt = draw.attempt();
        run.record(
                log -> log.retried(draw.request(), attempt, dispatcher.instant(), error, perhapsBilled, hint), () -> {
                    next.run();
                    leave();
                });
    }

    private void leave() {
        gate.leave();
        inside--;
        if (run.budget().limitsCost()) {
            run.pumpAll();
        } else {
            pump();
        }
        run.checkEnd();
    }

    private void stop(StoppedLane.Reason reason, String message) {
        if (stopped == null) {
            stopped = reason;
            abandon();
            run.stopped(new StoppedLane(model, reason, message));
        }
    }

    /** Nothing new is sent; what is under way goes on. */
    void abandon() {
        cancelWake();
        queue.clear();
        backingOff.values().forEach(timer -> timer.cancel(false));
        backingOff.clear();
    }

    /** Ends what is under way. Replies that are already there are still recorded. */
    void cancel() {
        abandon();
        for (Map.Entry<Draw, Attempt> entry : Map.copyOf(sent).entrySet()) {
            if (entry.getValue().cancel()) {
                sent.remove(entry.getKey());
                gate.withdrawn(entry.getKey());
                run.cancelled(entry.getKey());
                gate.leave();
                inside--;
            }
        }
    }

    private boolean isHalted() {
        return stopped != null || run.isHalted();
    }

    /** Whether what was let in but is not yet sent is held back; the budget has been charged for it. */
    private boolean isCalledBack() {
        return run.isHalted() || (stopped != null && stopped != StoppedLane.Reason.BUDGET_SPENT);
    }

    boolean isIdle() {
        return inside == 0 && queue.isEmpty() && backingOff.isEmpty();
    }
}
