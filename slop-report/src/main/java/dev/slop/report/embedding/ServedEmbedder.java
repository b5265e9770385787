package dev.slop.report.embedding;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.SamplingResult;
import dev.slop.core.sampling.StoppedLane;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks a provider for embeddings, in batches, through the engine that samples: its pace, retries, pauses, deadlines and
 * circuit breaker hold here too. No text is asked for twice. Nobody is asked, and no key needed, while the cache has all.
 */
final class ServedEmbedder implements TextEmbedder {
    /** Characters a request at most, unless one text alone has more: well below OpenAI's 300,000 tokens. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final long IDLE_SECONDS = 5;

    private final ModelId model;
    private final EmbeddingCache cache;
    private final BatchLog log;
    private final int batchSize;
    private final Function<BatchLog, Sampler> engine;
    private final Consumer<String> notes;
    /*
     * Callers wait for a future of this one thread and not for a lock: a worker of the common pool that waits for a future
     * is made up for by another, one that waits for a lock is not, and the engine needs a worker to say that it has ended.
     */
    private final Executor asking;

    ServedEmbedder(
            ModelId model,
            EmbeddingCache cache,
            int batchSize,
            Function<BatchLog, Sampler> engine,
            Consumer<String> notes) {
        this.model = model;
        this.cache = cache;
        this.log = new BatchLog(cache);
        this.batchSize = batchSize;
        this.engine = engine;
        this.notes = notes;
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ServedEmbedder::daemon);
        thread.allowCoreThreadTimeOut(true);
        this.asking = thread;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "slop-embeddings");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String name() {
        return model.toString();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        List<String> sendable = texts.stream().map(ServedEmbedder::sendable).toList();
        if (sendable.stream().anyMatch(text -> cache.find(text) == null)) {
            join(CompletableFuture.runAsync(() -> askForMissing(sendable), asking));
        }
        try {
            return Embeddings.of(sendable.stream().map(this::found).toList());
        } catch (IllegalArgumentException e) {
            throw new EmbeddingException(model + ": " + e.getMessage(), e);
        }
    }

    /** UTF-8 knows no unpaired surrogates. */
    private static String sendable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private float[] found(String text) {
        float[] row = cache.find(text);
        if (row == null) {
            throw new EmbeddingException(model + ": a text has no embedding: '" + StoredVectors.shown(text) + "'");
        }
        return row;
    }

    private static void join(CompletableFuture<Void> asked) {
        try {
            asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void askForMissing(List<String> texts) {
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> cache.find(text) == null)
                .toList();
        if (missing.isEmpty()) {
            return; // another caller asked meanwhile
        }
        notes.accept("embedding " + missing.size() + (missing.size() == 1 ? " text" : " texts") + " with " + model);
        List<EmbeddingBatch> batches = batches(missing);
        log.expect(batches);
        List<CompletionRequest> requests = new ArrayList<>();
        batches.forEach(batch -> requests.add(batch.request(model, requests.size())));
        check(result(new SamplingPlan(requests)));
    }

    private List<EmbeddingBatch> batches(List<String> texts) {
        List<EmbeddingBatch> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        long characters = 0;
        for (String text : texts) {
            characters += text.length();
            if (!batch.isEmpty() && (batch.size() == batchSize || characters > MOST_CHARACTERS)) {
                batches.add(new EmbeddingBatch(batch));
                batch.clear();
                characters = text.length();
            }
            batch.add(text);
        }
        batches.add(new EmbeddingBatch(batch));
        return batches;
    }

    private SamplingResult result(SamplingPlan plan) {
        Sampler asked = engine.apply(log);
        try {
            return asked.run(plan).get();
        } catch (InterruptedException e) {
            asked.cancel();
            Thread.currentThread().interrupt();
            throw new EmbeddingException(model + ": interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException unwritten) {
                throw unwritten;
            }
            throw new EmbeddingException(model + ": " + e.getCause(), e);
        }
    }

    private void check(SamplingResult result) {
        for (StoppedLane lane : result.stoppedLanes()) {
            throw new EmbeddingException("embeddings of " + model + ": " + lane.message() + kept());
        }
        for (Sample sample : result.samples()) {
            if (sample.outcome() != Outcome.ANSWERED) {
                throw new EmbeddingException("embeddings of " + model + ": "
                        + sample.error().orElseGet(() -> "the server gave none: " + sample.outcome()) + kept());
            }
        }
    }

    private String kept() {
        return cache.file()
                .map(file -> "; those that were had are kept in " + file)
                .orElse("");
    }
}
