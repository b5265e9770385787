package dev.slop.core.sampling;

import dev.slop.core.ModelId;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.limits.Spent;
import dev.slop.core.provider.CompletionProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts a {@link Sampler} together. What is not set has a default, but for the providers. */
public final class SamplerBuilder {
    static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

    final Map<String, CompletionProvider> providers;
    Map<String, RateLimits> limits = Map.of();
    Map<String, RateLimits> defaultLimits = Map.of();
    RetryPolicy retryPolicy = RetryPolicy.withDefaults();
    Budget budget = Budget.unlimited();
    PriceList prices = PriceList.none();
    Map<ModelId, Spent> spent = Map.of();
    SamplingPlan spentOn = new SamplingPlan(List.of());
    Duration deadline = DEFAULT_DEADLINE;
    AttemptLog log = AttemptLog.none();
    SamplingListener listener = SamplingListener.none();
    StoppingRule stoppingRule = StoppingRule.none();
    long seed;
    Supplier<EngineThreads> threads = EngineThreads::start;

    SamplerBuilder(Map<String, CompletionProvider> providers) {
        this.providers = Map.copyOf(providers);
    }

    /**
     * States limits.
     *
     * @param value by full model id or by provider id, each limit of the model's own first; limits hold for each model
     * @return this
     */
    public SamplerBuilder limits(Map<String, RateLimits> value) {
        limits = Map.copyOf(value);
        return this;
    }

    /**
     * States the limits that hold where none are stated.
     *
     * @param value by provider id, as the providers' factories tell them
     * @return this
     */
    public SamplerBuilder defaultLimits(Map<String, RateLimits> value) {
        defaultLimits = Map.copyOf(value);
        return this;
    }

    /**
     * States when a fault that may pass is given up.
     *
     * @param value the policy; {@link RetryPolicy#withDefaults()} if not set
     * @return this
     */
    public SamplerBuilder retryPolicy(RetryPolicy value) {
        retryPolicy = value;
        return this;
    }

    /**
     * States what each run may spend, together with what was {@link #spent} before. It is never overrun: a request is
     * not sent if it could.
     *
     * @param value a limit of tokens or money needs a limit of each answer's length in the plan, one of money the
     *     {@link #prices} of the models
     * @return this
     */
    public SamplerBuilder budget(Budget value) {
        budget = value;
        return this;
    }

    /**
     * States what models cost; a budget of money needs it.
     *
     * @param value nothing is known if not set
     * @return this
     */
    public SamplerBuilder prices(PriceList value) {
        prices = value;
        return this;
    }

    /**
     * States what was spent before, for example by earlier runs of the same journal. It counts against the budget:
     * attempts whose cost is not known at their worst case.
     *
     * @param value by model
     * @param on what it was spent on; what is not in it counts as the dearest request that is
     * @return this
     */
    public SamplerBuilder spent(Map<ModelId, Spent> value, SamplingPlan on) {
        spent = Map.copyOf(value);
        spentOn = on;
        return this;
    }

    /**
     * States how long one attempt may take, from sending to the last byte of the reply. One that takes longer is
     * cancelled and is a fault that may pass.
     *
     * @param value positive; two minutes if not set
     * @return this
     * @throws IllegalArgumentException if it is not positive
     */
    public SamplerBuilder deadline(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("deadline must be positive: " + value);
        }
        deadline = value;
        return this;
    }

    /**
     * States where attempts are written down.
     *
     * @param value not closed by the sampler; nowhere if not set
     * @return this
     */
    public SamplerBuilder log(AttemptLog value) {
        log = value;
        return this;
    }

    /**
     * States who is told what happens.
     *
     * @param value nobody if not set
     * @return this
     */
    public SamplerBuilder listener(SamplingListener value) {
        listener = value;
        return this;
    }

    /**
     * States when a cell has samples enough.
     *
     * @param value {@link StoppingRule#none()} if not set: all planned draws are made
     * @return this
     */
    public SamplerBuilder stoppingRule(StoppingRule value) {
        stoppingRule = value;
        return this;
    }

    /**
     * Makes the jitter of back-offs repeatable.
     *
     * @param value 0 if not set
     * @return this
     */
    public SamplerBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** For tests that own the time. */
    SamplerBuilder threads(EngineThreads value) {
        threads = () -> value;
        return this;
    }

    /** {@return the sampler; to be closed} */
    public Sampler build() {
        return new Sampler(this);
    }
}
