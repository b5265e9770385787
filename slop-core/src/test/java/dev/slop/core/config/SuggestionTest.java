package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "'','',0",
        "a,'',1",
        "'',abc,3",
        "kitten,sitting,3",
        "ab,ba,1",
        "ca,abc,3",
        "sampels,samples,1",
        "same,same,0"
    })
    void distance_isOptimalStringAlignment(String a, String b, int distance) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
        assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void nearest_farWord_isNone() {
        assertThat(Suggestion.nearest("colour", Keys.EXPERIMENT)).isEmpty();
        assertThat(Suggestion.nearest("", Keys.EXPERIMENT)).isEmpty();
    }

    @Test
    void nearest_otherSpelling_isFound() {
        assertThat(Suggestion.nearest("TOP_P", Keys.PARAMETERS)).contains("top-p");
        assertThat(Suggestion.nearest("requestsPerMinute", Keys.LIMITS)).contains("requests-per-minute");
    }

    @Test
    void nearest_tie_doesNotDependOnTheOrder() {
        assertThat(Suggestion.nearest("cat", List.of("hat", "bat"))).contains("bat");
        assertThat(Suggestion.nearest("cat", List.of("bat", "hat"))).contains("bat");
    }
}
