package dev.slop.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.provider.CompletionRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Ollama's own API of embeddings, {@code /api/embed}. Longer texts than the model's context are cut by the server. */
final class OllamaEmbeddings implements Dialect {
    private final OllamaChat chat;
    private final OptionalLong dimensions;
    private final EmbeddingReply reply;

    private OllamaEmbeddings(OllamaChat chat, OptionalLong dimensions, EmbeddingReply reply) {
        this.chat = chat;
        this.dimensions = dimensions;
        this.reply = reply;
    }

    /** Headers, errors and the model's loading are those of the chat. */
    static OllamaEmbeddings of(String provider, OllamaChat chat, OptionalLong dimensions) {
        return new OllamaEmbeddings(chat, dimensions, EmbeddingReply.of(provider));
    }

    @Override
    public Dialect forRequest(CompletionRequest request) {
        return new OllamaEmbeddings(chat, dimensions, reply.to(request));
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        return chat.headers(key);
    }

    @Override
    public Call call(CompletionRequest request) {
        ObjectNode body = Json.object().put("model", request.key().model().name());
        body.set("input", reply.input());
        chat.putLoading(body);
        dimensions.ifPresent(v -> body.put("dimensions", v));
        return new Call("/api/embed", body);
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return chat.fault(status, body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return EmbeddingReply.fault(chat.classify(fault));
    }

    @Override
    public Answer answer(ObjectNode body) {
        return reply.answer(
                reply.vectors(reply.list(body, "embeddings")),
                Json.count(body, "prompt_eval_count"),
                Json.word(body, "model"));
    }
}
