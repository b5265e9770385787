package dev.slop.report.embedding;

import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.sampling.AttemptLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the vectors of each batch as soon as it is answered: they are paid for, whatever becomes of the others. */
final class BatchLog implements AttemptLog {
    private final EmbeddingCache cache;
    private volatile List<EmbeddingBatch> batches = List.of();

    BatchLog(EmbeddingCache cache) {
        this.cache = cache;
    }

    /** Says what the next run asks for, by number of the batch. */
    void expect(List<EmbeddingBatch> value) {
        batches = List.copyOf(value);
    }

    @Override
    public void sent(CompletionRequest request, int attempt, Instant at) {}

    @Override
    public void retried(
            CompletionRequest request,
            int attempt,
            Instant at,
            String error,
            boolean perhapsBilled,
            Optional<Duration> retryAfter) {}

    @Override
    public void finished(Sample sample, Optional<String> raw) {
        List<String> texts = batches.get(sample.key().index()).texts();
        if (sample.outcome() == Outcome.ANSWERED) {
            cache.keep(texts, EmbeddingBatch.vectors(sample.text()));
        }
    }

    @Override
    public void close() {}
}
