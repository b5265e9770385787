package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.provider.CompletionRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** OpenAI's API of embeddings, which most compatible servers speak too. */
final class OpenAiEmbeddings implements Dialect {
    private final OpenAiSetup setup;
    private final OptionalLong dimensions;
    private final EmbeddingReply reply;

    private OpenAiEmbeddings(OpenAiSetup setup, OptionalLong dimensions, EmbeddingReply reply) {
        this.setup = setup;
        this.dimensions = dimensions;
        this.reply = reply;
    }

    static OpenAiEmbeddings of(OpenAiSetup setup, OptionalLong dimensions) {
        return new OpenAiEmbeddings(setup, dimensions, EmbeddingReply.of(setup.provider()));
    }

    @Override
    public Dialect forRequest(CompletionRequest request) {
        return new OpenAiEmbeddings(setup, dimensions, reply.to(request));
    }

    @Override
    public Map<String, String> headers(ApiKey key) {
        return setup.headers(key);
    }

    @Override
    public Call call(CompletionRequest request) {
        ObjectNode body = Json.object().put("model", request.key().model().name());
        body.set("input", reply.input());
        if (setup.own()) {
            body.put("encoding_format", "base64"); // a quarter of the bytes; not all compatible servers know it
        }
        dimensions.ifPresent(v -> body.put("dimensions", v));
        return new Call("/embeddings", body);
    }

    @Override
    public Optional<Fault> fault(int status, ObjectNode body) {
        return OpenAiFaults.read(status, body);
    }

    @Override
    public FaultKind classify(Fault fault) {
        return EmbeddingReply.fault(OpenAiFaults.classify(fault));
    }

    @Override
    public Answer answer(ObjectNode body) {
        JsonNode data = reply.list(body, "data");
        float[][] vectors = new float[data.size()][];
        for (int i = 0; i < vectors.length; i++) {
            int index = data.path(i).path("index").asInt(i);
            if (index < 0 || index >= vectors.length || vectors[index] != null) {
                throw reply.wrong("the vectors that came back are not numbered from 0 to " + (vectors.length - 1));
            }
            vectors[index] = reply.vector(data.path(i).path("embedding"));
        }
        return reply.answer(
                Arrays.asList(vectors), Json.count(body.path("usage"), "prompt_tokens"), Json.word(body, "model"));
    }
}
