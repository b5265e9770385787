package dev.slop.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slop.metrics.grouping.Grouping;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.metrics.vector.TextEmbedderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class MiniLmEmbedderTest {
    private static final TextEmbedder MODEL = MiniLmEmbedder.create();

    @Test
    void embed_sameMeaning_isNearerThanAnother() {
        Embeddings texts = MODEL.embed(
                List.of("The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."));

        assertThat(texts.dimension()).isEqualTo(384);
        // sentence-transformers' model card of all-MiniLM-L6-v2: .6660, .1046, .1411 in full precision
        assertThat(texts.cosine(0, 1)).isBetween(.63, .70);
        assertThat(texts.cosine(0, 2)).isBetween(.05, .16);
        assertThat(texts.cosine(1, 2)).isBetween(.09, .20);
    }

    @Test
    void embed_rowDependsOnItsTextAlone() {
        Embeddings alone = MODEL.embed(List.of("Mango"));
        Embeddings among = MODEL.embed(List.of("A much longer text about something else. ".repeat(20), "Mango", "x"));

        assertThat(among.row(1)).containsExactly(alone.row(0));
    }

    @Test
    void embed_hostileTexts_haveARow() {
        Embeddings texts =
                MODEL.embed(List.of("", " ", "\ud800", "a".repeat(1_000_000), "\u202eabc", "日本語", "\u0000", "🙂"));

        assertThat(texts.size()).isEqualTo(8);
    }

    @Test
    void embed_nothing_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.embed(List.of()));
    }

    @Test
    void grouping_joinsParaphrases() {
        Grouping grouping = SemanticGrouping.of(MODEL)
                .group(List.of(
                        "My favourite colour is teal.",
                        "Teal is my favourite color.",
                        "I would like a mango, please."));

        assertThat(grouping.groupOf().get(0)).isEqualTo(grouping.groupOf().get(1));
        assertThat(grouping.labels()).hasSize(2);
    }

    @Test
    void factory_isFound_andRemembers() {
        TextEmbedderFactory factory =
                ServiceLoader.load(TextEmbedderFactory.class).findFirst().orElseThrow();

        assertThat(factory.id()).isEqualTo("minilm");
        assertThat(factory.create().name()).isEqualTo(MODEL.name());
    }

    @Test
    void cached_asksForNewTextsAlone() {
        List<String> asked = new ArrayList<>();
        TextEmbedder counting = new TextEmbedder() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public Embeddings embed(List<String> texts) {
                asked.addAll(texts);
                return Embeddings.of(texts.stream()
                        .map(text -> new float[] {1, text.length()})
                        .toList());
            }
        };
        CachedEmbedder cached = CachedEmbedder.of(counting);
        cached.embed(List.of("a", "bb", "a"));
        Embeddings again = cached.embed(List.of("bb", "ccc"));

        assertThat(asked).containsExactly("a", "bb", "ccc");
        assertThat(again.row(0))
                .containsExactly(Embeddings.of(List.of(new float[] {1, 2})).row(0));
        assertThat(cached.sameMeaning()).isEmpty();
    }
}
