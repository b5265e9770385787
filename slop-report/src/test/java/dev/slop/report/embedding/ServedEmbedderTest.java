package dev.slop.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slop.core.ModelId;
import dev.slop.core.limits.RetryPolicy;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.TransientProviderException;
import dev.slop.core.sampling.Sampler;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServedEmbedderTest {
    private static final ModelId MODEL = ModelId.parse("fake/m");

    private final List<Sampler> open = new ArrayList<>();
    private final List<EmbeddingBatch> asked = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final EmbeddingCache cache = EmbeddingCache.open(Optional.empty(), "m");

    @AfterEach
    void closeAll() {
        open.forEach(Sampler::close);
    }

    @Test
    void embed_texts_givesTheirRowsAndAsksForEachOnce() {
        ServedEmbedder embedder = embedder(2);

        Embeddings rows = embedder.embed(List.of("aa", "b", "aa", "cccc"));
        embedder.embed(List.of("cccc", "b"));

        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.cosine(0, 2)).isCloseTo(1, within(1e-6));
        assertThat(rows.row(1)[1]).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(asked)
                .extracting(EmbeddingBatch::texts)
                .containsExactlyInAnyOrder(List.of("aa", "b"), List.of("cccc"));
        assertThat(notes).containsExactly("embedding 3 texts with fake/m");
        assertThat(embedder.name()).isEqualTo("fake/m");
    }

    @Test
    void embed_longTexts_areSentInSmallerBatches() {
        embedder(64).embed(List.of("a".repeat(60_000), "b".repeat(60_000), "c", "d".repeat(300_000)));

        assertThat(asked).extracting(batch -> batch.texts().size()).containsExactlyInAnyOrder(1, 2, 1);
    }

    @Test
    void embed_unpairedSurrogate_isSentAsSomethingThatCanBe() {
        assertThat(embedder(8).embed(List.of("a\uD83E", "a?")).size()).isEqualTo(2);
        assertThat(asked.get(0).texts()).containsExactly("a?");
    }

    @Test
    void embed_oneBatchThatIsRefused_isAnErrorAndKeepsTheOthers() {
        ServedEmbedder embedder = embedder(1, new InvalidRequestException("too long", Optional.empty(), false));

        assertThatThrownBy(() -> embedder.embed(List.of("a", "bad", "c")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessage("embeddings of fake/m: too long");
        assertThat(cache.find("a")).isNotNull();
        assertThat(cache.find("c")).isNotNull();
        assertThat(cache.find("bad")).isNull();
    }

    @Test
    void embed_modelThatIsRejected_tellsWhatTheProviderSaid() {
        ServedEmbedder embedder = embedder(1, new InvalidRequestException("no such model", Optional.empty(), true));

        assertThatThrownBy(() -> embedder.embed(List.of("bad")))
                .isInstanceOf(EmbeddingException.class)
                .hasMessage("embeddings of fake/m: no such model");
    }

    @Test
    void embed_faultThatPasses_isAskedAgain() {
        ServedEmbedder embedder = embedder(1, new TransientProviderException("busy", Optional.empty()), 2);

        assertThat(embedder.embed(List.of("bad")).size()).isEqualTo(1);
        assertThat(asked).hasSize(3);
    }

    @Test
    void embed_byManyThreadsAtOnce_asksForEachTextOnceAndEnds() {
        ServedEmbedder embedder = embedder(3);

        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> assertThat(
                                embedder.embed(List.of("x" + i % 8, "shared")).size())
                        .isEqualTo(2));

        assertThat(asked.stream().flatMap(batch -> batch.texts().stream()))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    private ServedEmbedder embedder(int batch) {
        return embedder(batch, new TransientProviderException("unused", Optional.empty()), 0);
    }

    private ServedEmbedder embedder(int batch, ProviderException fault) {
        return embedder(batch, fault, Integer.MAX_VALUE);
    }

    /** Fails a number of times on a batch with the text "bad". */
    private ServedEmbedder embedder(int batch, ProviderException fault, int times) {
        CompletionProvider provider = request -> answer(request, fault, times);
        AtomicReference<Sampler> sampler = new AtomicReference<>();
        return new ServedEmbedder(
                MODEL,
                cache,
                batch,
                log -> sampler.updateAndGet(made -> made == null ? sampler(provider, log) : made),
                notes::add);
    }

    private Sampler sampler(CompletionProvider provider, BatchLog log) {
        Sampler sampler = Sampler.of(Map.of("fake", provider))
                .retryPolicy(RetryPolicy.withDefaults().withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)))
                .log(log)
                .build();
        open.add(sampler);
        return sampler;
    }

    private CompletableFuture<Completion> answer(CompletionRequest request, ProviderException fault, int times) {
        EmbeddingBatch batch = EmbeddingBatch.of(request);
        asked.add(batch);
        if (batch.texts().contains("bad") && asked.size() <= times) {
            return CompletableFuture.failedFuture(fault);
        }
        List<float[]> vectors = batch.texts().stream()
                .map(text -> new float[] {1, text.length()})
                .toList();
        return CompletableFuture.completedFuture(Completion.of(EmbeddingBatch.answer(vectors)));
    }
}
