package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Experiment;
import dev.slop.core.SameAnswer;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.ProviderConfig;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The embedder that an experiment names. It is made when it is first needed, and once. Safe for use by several threads.
 * Where it asks a server it has threads of its own, which end with the process or by {@link #close()}.
 */
public final class ExperimentEmbedder implements AutoCloseable {
    private static final EmbeddingSpec USUAL = new EmbeddingSpec(new EmbeddingSpec.InProcess(), OptionalDouble.empty());

    private final Optional<EmbeddingSpec> stated;
    private final boolean needed;
    private final Map<String, ProviderConfig> providers;
    private final Map<String, RateLimits> limits;
    private final EmbeddingContext context;
    private @Nullable TextEmbedder made;
    private @Nullable EmbeddingServer server;

    private ExperimentEmbedder(
            Optional<EmbeddingSpec> stated,
            boolean needed,
            Map<String, ProviderConfig> providers,
            Map<String, RateLimits> limits,
            EmbeddingContext context) {
        this.stated = stated;
        this.needed = needed;
        this.providers = providers;
        this.limits = limits;
        this.context = context;
    }

    /**
     * {@return the embedder of an experiment, with {@linkplain EmbeddingContext#withDefaults() defaults}}
     *
     * @param experiment says where embeddings come from
     */
    public static ExperimentEmbedder of(Experiment experiment) {
        return of(experiment, EmbeddingContext.withDefaults());
    }

    /**
     * {@return the embedder of an experiment}
     *
     * @param experiment says where embeddings come from, and under which limits
     * @param context says what else is needed
     */
    public static ExperimentEmbedder of(Experiment experiment, EmbeddingContext context) {
        return new ExperimentEmbedder(
                experiment.embeddings(),
                experiment.prompts().stream().anyMatch(prompt -> prompt.same() == SameAnswer.SEMANTIC),
                experiment.providers(),
                experiment.limits(),
                context);
    }

    /**
     * {@return the embedder where no experiment is: that of the class path}
     *
     * @param same when answers are the same; only {@link SameAnswer#SEMANTIC} needs an embedder
     */
    public static ExperimentEmbedder installed(SameAnswer same) {
        return of(Optional.empty(), same, EmbeddingContext.withDefaults());
    }

    /**
     * {@return the embedder where no experiment is}
     *
     * @param stated where embeddings come from; empty for the embedder on the class path
     * @param same when answers are the same; {@link SameAnswer#SEMANTIC} needs an embedder
     * @param context says what else is needed
     */
    public static ExperimentEmbedder of(Optional<EmbeddingSpec> stated, SameAnswer same, EmbeddingContext context) {
        return new ExperimentEmbedder(stated, same == SameAnswer.SEMANTIC, Map.of(), Map.of(), context);
    }

    /**
     * Checks, before anything is asked of any model, what can be told then: that the module is there, the key set, the
     * server's address right. A file of embeddings is not looked at, since it may be made of the answers.
     *
     * @throws ConfigurationException if the embedder cannot be had
     */
    public void check() {
        named();
        requireProvider();
    }

    private synchronized void requireProvider() {
        if (server != null) {
            server.provider();
        }
    }

    /**
     * {@return the embedder that the experiment names under {@code embeddings}, else, where a prompt says {@code same:
     * semantic}, the one on the class path; empty if neither is so}
     *
     * @throws ConfigurationException if it cannot be had
     */
    public Optional<TextEmbedder> named() {
        return stated.isPresent() || needed ? Optional.of(required()) : Optional.empty();
    }

    /**
     * {@return the grouping by meaning}
     *
     * @throws ConfigurationException if the embedder cannot be had, or no threshold is known for it
     */
    public AnswerGrouping grouping() {
        TextEmbedder embedder = required();
        if (embedder.sameMeaning().isEmpty()) {
            throw new ConfigurationException("same: semantic: no threshold is known for " + embedder.name()
                    + "; state the mean cosine of answers that mean the same as embeddings.same-meaning");
        }
        return SemanticGrouping.of(embedder);
    }

    /**
     * {@return the embedder, for a prompt that cannot do without}
     *
     * @throws ConfigurationException if it cannot be had
     */
    public synchronized TextEmbedder required() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private TextEmbedder make() {
        EmbeddingSpec spec = stated.orElse(USUAL);
        TextEmbedder embedder = make(spec.source());
        OptionalDouble threshold = spec.sameMeaning();
        return threshold.isPresent() ? new StatedThreshold(embedder, threshold.getAsDouble()) : embedder;
    }

    private TextEmbedder make(EmbeddingSpec.Source source) {
        if (source instanceof EmbeddingSpec.Stored file) {
            return new StoredEmbedder(file);
        }
        return source instanceof EmbeddingSpec.Served served ? served(served) : inProcess();
    }

    private TextEmbedder served(EmbeddingSpec.Served spec) {
        EmbeddingServer asked = EmbeddingServer.of(spec, providers, context.environment());
        EmbeddingCache cache = EmbeddingCache.open(context.cache(), asked.identity());
        if (cache.damaged() > 0) {
            context.notes()
                    .accept(context.cache().map(Path::toString).orElse("") + ": " + cache.damaged()
                            + (cache.damaged() == 1 ? " damaged line is" : " damaged lines are") + " passed over");
        }
        server = asked;
        return new ServedEmbedder(
                spec.model(), cache, asked.batchSize(), log -> asked.sampler(limits, log), context.notes());
    }

    /** Frees threads and connections, where there are any; no server is asked afterwards. May be called twice. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }

    private TextEmbedder inProcess() {
        try {
            return InstalledEmbedder.get();
        } catch (IllegalArgumentException | EmbeddingException e) {
            String field = stated.isPresent() ? "embeddings: source: minilm " : "same: semantic ";
            throw new ConfigurationException(field + e.getMessage(), e);
        }
    }
}
