package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelNamesTest {
    @Test
    void shortName_leavesOutProviderAndDate() {
        ModelNames names = new ModelNames(List.of("a/claude-4-20251001", "o/gpt-5-2025-08-07", "h/org/llama"));

        assertThat(names.allShort()).containsExactly("claude-4", "gpt-5", "llama");
        assertThat(names.position("o/gpt-5-2025-08-07")).isEqualTo(1);
    }

    @Test
    void shortName_keepsTheDate_whereItTellsModelsApart() {
        assertThat(new ModelNames(List.of("a/m-20250101", "a/m-20260101")).allShort())
                .containsExactly("m-20250101", "m-20260101");
    }

    @Test
    void shortName_keepsTheProvider_whereItTellsModelsApart() {
        assertThat(new ModelNames(List.of("a/m", "b/m", "c/")).allShort()).containsExactly("a/m", "b/m", "c/");
    }

    @Test
    void unknownModel_hasItsOwnName_andNoPosition() {
        ModelNames names = new ModelNames(List.of());

        assertThat(names.shortName("x/y")).isEqualTo("x/y");
        assertThat(names.position("x/y")).isEqualTo(-1);
    }
}
