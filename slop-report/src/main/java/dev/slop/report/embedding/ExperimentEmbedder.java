package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import dev.slop.core.EmbeddingSpec;
import dev.slop.core.Experiment;
import dev.slop.core.SameAnswer;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The embedder that an experiment names. It is made when it is first needed, and once. Safe for use by several threads. */
public final class ExperimentEmbedder {
    private static final EmbeddingSpec USUAL = new EmbeddingSpec(new EmbeddingSpec.InProcess(), OptionalDouble.empty());

    private final Optional<EmbeddingSpec> stated;
    private final boolean needed;
    private @Nullable TextEmbedder made;

    private ExperimentEmbedder(Optional<EmbeddingSpec> stated, boolean needed) {
        this.stated = stated;
        this.needed = needed;
    }

    /**
     * {@return the embedder of an experiment}
     *
     * @param experiment says where embeddings come from
     */
    public static ExperimentEmbedder of(Experiment experiment) {
        return new ExperimentEmbedder(
                experiment.embeddings(),
                experiment.prompts().stream().anyMatch(prompt -> prompt.same() == SameAnswer.SEMANTIC));
    }

    /**
     * {@return the embedder where no experiment is: that of the class path}
     *
     * @param same when answers are the same; only {@link SameAnswer#SEMANTIC} needs an embedder
     */
    public static ExperimentEmbedder installed(SameAnswer same) {
        return new ExperimentEmbedder(Optional.empty(), same == SameAnswer.SEMANTIC);
    }

    /**
     * {@return the embedder that the experiment names under {@code embeddings}, else, where a prompt says {@code same:
     * semantic}, the one on the class path; empty if neither is so}
     *
     * @throws ConfigurationException if it cannot be had
     */
    public Optional<TextEmbedder> named() {
        return stated.isPresent() || needed ? Optional.of(embedder()) : Optional.empty();
    }

    /**
     * {@return the grouping by meaning}
     *
     * @throws ConfigurationException if the embedder cannot be had, or no threshold is known for it
     */
    public AnswerGrouping grouping() {
        TextEmbedder embedder = embedder();
        if (embedder.sameMeaning().isEmpty()) {
            throw new ConfigurationException("same: semantic: no threshold is known for " + embedder.name()
                    + "; state the mean cosine of answers that mean the same as embeddings.same-meaning");
        }
        return SemanticGrouping.of(embedder);
    }

    private synchronized TextEmbedder embedder() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private TextEmbedder make() {
        EmbeddingSpec spec = stated.orElse(USUAL);
        TextEmbedder embedder =
                spec.source() instanceof EmbeddingSpec.Stored file ? StoredEmbedder.read(file) : inProcess();
        OptionalDouble threshold = spec.sameMeaning();
        return threshold.isPresent() ? new StatedThreshold(embedder, threshold.getAsDouble()) : embedder;
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
