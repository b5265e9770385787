package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.EmbeddingBatch;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.PackedFloats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads vectors out of replies. A reply that lacks some is not asked again: it was billed, and the next would lack them too. */
final class EmbeddingReply {
    private final String provider;
    private final List<String> texts;

    private EmbeddingReply(String provider, List<String> texts) {
        this.provider = provider;
        this.texts = texts;
    }

    /** To no request yet. */
    static EmbeddingReply of(String provider) {
        return new EmbeddingReply(provider, List.of());
    }

    /** To a request for a batch. */
    EmbeddingReply to(CompletionRequest request) {
        return new EmbeddingReply(provider, EmbeddingBatch.of(request).texts());
    }

    /** The texts of the batch, as a list of JSON. */
    JsonNode input() {
        return Json.list(texts);
    }

    /** The answer with vectors in their order. */
    Answer answer(List<float[]> vectors, OptionalLong tokens, Optional<String> model) {
        if (vectors.size() != texts.size()) {
            throw wrong(vectors.size() + (vectors.size() == 1 ? " vector" : " vectors") + " came back for "
                    + texts.size() + (texts.size() == 1 ? " text" : " texts"));
        }
        int dimension = vectors.get(0).length;
        for (float[] vector : vectors) {
            if (vector.length != dimension || dimension == 0) {
                throw wrong("vectors of " + dimension + " and of " + vector.length + " numbers came back");
            }
        }
        return new Answer(
                Outcome.ANSWERED,
                EmbeddingBatch.answer(vectors),
                Finish.of(Outcome.ANSWERED, "stop"),
                new TokenUsage(tokens, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                model,
                Optional.empty(),
                Optional.empty());
    }

    /** The list of a reply that holds one entry a text. */
    JsonNode list(JsonNode body, String field) {
        JsonNode list = body.path(field);
        if (!list.isArray() || list.isEmpty()) {
            throw wrong("the reply holds no " + field);
        }
        return list;
    }

    List<float[]> vectors(JsonNode list) {
        List<float[]> vectors = new ArrayList<>();
        list.forEach(node -> vectors.add(vector(node)));
        return vectors;
    }

    /** A list of numbers, or 32-bit floats in base64. */
    float[] vector(JsonNode node) {
        if (node.isTextual()) {
            try {
                return PackedFloats.unpack(node.textValue());
            } catch (IllegalArgumentException e) {
                throw wrong("a vector came back that is no base64 of 32-bit floats");
            }
        }
        float[] vector = new float[node.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!node.path(i).isNumber()) {
                throw wrong("a vector came back whose number " + i + " is none");
            }
            vector[i] = node.path(i).floatValue();
        }
        return vector;
    }

    InvalidRequestException wrong(String what) {
        return new InvalidRequestException(provider + ": " + what, Optional.empty(), true);
    }

    /** A text that is too long or held back has no vector, so it is a fault and not an answer. */
    static FaultKind fault(FaultKind kind) {
        return kind == FaultKind.BLOCKED || kind == FaultKind.TOO_LONG ? FaultKind.INVALID : kind;
    }
}
