package dev.slop.core.sampling;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.limits.Spent;
import dev.slop.core.provider.CompletionProvider;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks models for the samples of a plan, as fast as their limits allow, and accounts for every attempt.
 *
 * <ul>
 *   <li>Each model is a lane of its own with its own limits: a slow, failing or exhausted one holds no other.
 *   <li>An attempt is sent only once the log has it, and a draw is done only once the log has its outcome.
 *   <li>A refusal, a block and a truncation are answers. A draw that fails is data: it is in the result, as failed.
 *   <li>A request refused as one too many pauses its lane for as long as the provider says and is asked again first of
 *       all. Faults that may pass are retried under the {@link RetryPolicy}; while a server is down, its lane is held.
 *   <li>A lane whose quota is used up, whose key is wrong or whose model is rejected stops; its other draws are left
 *       unfinished.
 * </ul>
 *
 * <p>It has two threads, however many requests wait, and is safe for use by several threads.
 */
public final class Sampler implements AutoCloseable {
    private static final long CLOSE_SECONDS = 10;

    private final Map<String, CompletionProvider> providers;
    private final LaneLimits limits;
    private final RetryPolicy retryPolicy;
    private final Budget budget;
    private final PriceList prices;
    private final Map<ModelId, Spent> spent;
    private final SamplingPlan spentOn;
    private final Duration deadline;
    private final AttemptLog log;
    private final SamplingListener listener;
    private final StoppingRule stoppingRule;
    private final SplittableRandom random;
    private final EngineThreads threads;
    private final Map<ModelId, Gate> gates = new HashMap<>();
    private @Nullable Run current;
    private boolean closed;

    Sampler(SamplerBuilder builder) {
        this.providers = builder.providers;
        this.limits = new LaneLimits(builder.limits, builder.defaultLimits);
        this.retryPolicy = builder.retryPolicy;
        this.budget = builder.budget;
        this.prices = builder.prices;
        this.spent = builder.spent;
        this.spentOn = builder.spentOn;
        this.deadline = builder.deadline;
        this.log = builder.log;
        this.listener = new GuardedListener(builder.listener);
        this.stoppingRule = builder.stoppingRule;
        this.random = new SplittableRandom(builder.seed);
        this.threads = builder.threads.get();
    }

    /**
     * {@return a builder of a sampler}
     *
     * @param providers by the provider part of the model ids; not closed by the sampler
     */
    public static SamplerBuilder of(Map<String, CompletionProvider> providers) {
        return new SamplerBuilder(providers);
    }

    /**
     * Starts a run. One run goes on at a time; later runs keep to what was learnt of the limits.
     *
     * @param plan what is to be asked
     * @return completes when all lanes are done, also if draws failed or lanes stopped; exceptionally if the log cannot
     *     be written. Cancelling it is {@link #cancel()}.
     * @throws ConfigurationException if a model's provider is not there, or the budget cannot be kept
     * @throws IllegalStateException if a run goes on, or the sampler is closed
     */
    public CompletableFuture<SamplingResult> run(SamplingPlan plan) {
        return run(plan, List.of());
    }

    /**
     * Starts a run that goes on where others ended. One run goes on at a time; later runs keep to what was learnt of the
     * limits.
     *
     * @param plan everything that is to be asked, over all runs
     * @param outcomes of draws of the plan that earlier runs made: answers are not asked again, failures are unless a
     *     stopping rule has enough; they are not in the result
     * @return as of {@link #run(SamplingPlan)}
     * @throws ConfigurationException if a model's provider is not there, or a budget of tokens cannot be kept
     * @throws IllegalStateException if a run goes on, or the sampler is closed
     */
    public synchronized CompletableFuture<SamplingResult> run(SamplingPlan plan, Collection<Sample> outcomes) {
        if (closed || (current != null && !current.ended().isDone())) {
            throw new IllegalStateException(closed ? "the sampler is closed" : "another run goes on");
        }
        plan.requests().forEach(request -> provider(request.key().model()));
        Batches batches = Batches.of(plan, stoppingRule, outcomes);
        BudgetCheck.require(budget, prices, batches.open(), spent);
        Run run = new Run(plan, batches, meter(), log, listener, deadline, threads);
        current = run;
        return run.start(this::lane);
    }

    private BudgetMeter meter() {
        long requests = spent.values().stream().mapToLong(Spent::requests).sum();
        return new BudgetMeter(budget, prices, requests, PastCosts.of(spent, spentOn, budget, prices));
    }

    private CompletionProvider provider(ModelId model) {
        CompletionProvider provider = providers.get(model.provider());
        if (provider == null) {
            throw new ConfigurationException("there is no provider '" + model.provider() + "' for model " + model);
        }
        return provider;
    }

    /** On the dispatcher, like all use of gates and random. */
    private Lane lane(Run run, ModelId model) {
        Gate gate =
                gates.computeIfAbsent(model, name -> new Gate(name.toString(), limits.of(name), threads.nanoTime()));
        return new Lane(model, provider(model), gate, run, retryPolicy, random.split());
    }

    /** Sends nothing new; the run completes when what is under way has ended. Without a run, nothing happens. */
    public synchronized void stop() {
        if (current != null && !closed) {
            current.stop();
        }
    }

    /** Ends the run now: what is under way is cancelled, and perhaps billed. Without a run, nothing happens. */
    public synchronized void cancel() {
        if (current != null && !closed) {
            current.cancel();
        }
    }

    /**
     * Cancels the run and ends the sampler's threads. Must not be called by a listener. The providers and the log are
     * the caller's to close.
     */
    @Override
    public void close() {
        Run run;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            run = current;
        }
        if (run != null) {
            run.cancel();
            await(run.ended());
        }
        threads.shutdown().run();
    }

    private static void await(CompletableFuture<Void> ended) {
        try {
            ended.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The log hangs: the threads are ended all the same.
        }
    }
}
