package dev.slop.core.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Texts that are embedded with one request. The batch travels as a request's prompt and its vectors as the answer's text,
 * so that the engine paces, retries and accounts for them as it does for everything else that is asked.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if there is no text.
 *
 * @param texts at least one, without unpaired surrogates, which cannot be sent
 */
public record EmbeddingBatch(List<String> texts) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DRAW = "embedding";

    public EmbeddingBatch {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one text");
        }
    }

    /**
     * {@return the request that asks for the vectors; its prompt is a JSON list of the texts}
     *
     * @param model that embeds
     * @param index number of the batch, from 0
     */
    public CompletionRequest request(ModelId model, int index) {
        try {
            return new CompletionRequest(
                    new SampleKey(DRAW, model, SampleKey.DEFAULT_VARIANT, index),
                    JSON.writeValueAsString(texts),
                    Optional.empty(),
                    SamplingParameters.unset());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a text cannot be written as JSON", e);
        }
    }

    /**
     * {@return the batch that a request is for}
     *
     * @param request made by {@link #request}
     * @throws IllegalArgumentException if it was not
     */
    public static EmbeddingBatch of(CompletionRequest request) {
        try {
            return new EmbeddingBatch(JSON.readValue(request.prompt(), new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the prompt is no batch of texts", e);
        }
    }

    /**
     * {@return vectors as the text of an answer: one a line, each as {@link PackedFloats}}
     *
     * @param vectors in the order of the texts
     */
    public static String answer(List<float[]> vectors) {
        return vectors.stream().map(PackedFloats::pack).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the vectors that an answer's text holds, in the order of the texts}
     *
     * @param answer made by {@link #answer}
     * @throws IllegalArgumentException if it was not
     */
    public static List<float[]> vectors(String answer) {
        return answer.lines().map(PackedFloats::unpack).toList();
    }
}
