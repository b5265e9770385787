package dev.slop.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddingBatchTest {
    private static final ModelId MODEL = ModelId.parse("openai/text-embedding-3-small");

    @Test
    void of_requestOfABatch_isTheBatch() {
        EmbeddingBatch batch = new EmbeddingBatch(List.of("Mango", "", "line\nbreak \"quoted\" 🥭"));

        CompletionRequest request = batch.request(MODEL, 7);

        assertThat(EmbeddingBatch.of(request)).isEqualTo(batch);
        assertThat(request.key().index()).isEqualTo(7);
        assertThat(request.key().model()).isEqualTo(MODEL);
    }

    @Test
    void vectors_ofAnAnswer_areTheSame() {
        List<float[]> vectors =
                EmbeddingBatch.vectors(EmbeddingBatch.answer(List.of(new float[] {1, 2}, new float[] {3, 4})));

        assertThat(vectors).hasSize(2);
        assertThat(vectors.get(1)).containsExactly(3, 4);
    }

    @Test
    void batch_withoutText_isRefused() {
        assertThatThrownBy(() -> new EmbeddingBatch(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
