package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenAiModelsTest {
    private static SamplingParameters parameters(Double temperature, Double topP, String effort) {
        SamplingParameters unset = SamplingParameters.unset();
        return new SamplingParameters(
                temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature),
                topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP),
                unset.topK(),
                unset.maxOutputTokens(),
                unset.seed(),
                Optional.ofNullable(effort),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "o3,",
        "o4-mini,",
        "gpt-5,",
        "gpt-5-mini,",
        "gpt-5-mini-2025-08-07,",
        "gpt-6-sol,",
        "gpt-6.1-terra,high",
        "gpt-5.4-mini,low",
        "gpt-5.2,high"
    })
    void check_reasoningModel_rejectsTemperatureAndTopP(String model, String effort) {
        assertThatThrownBy(() -> OpenAiModels.check("openai", model, parameters(0.7, null, effort)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("openai: " + model + " takes no temperature other than 1; leave it unset")
                .returns(true, e -> ((InvalidRequestException) e).stopsLane());
        assertThatThrownBy(() -> OpenAiModels.check("openai", model, parameters(null, 0.9, effort)))
                .returns(Optional.of("top_p"), e -> ((InvalidRequestException) e).parameter());
        assertThatCode(() -> OpenAiModels.check("openai", model, parameters(1.0, null, effort)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o,",
        "gpt-4.1-nano,",
        "gpt-5.3-chat-latest,",
        "gpt-5-chat-latest,",
        "gpt-5.2,none",
        "gpt-5.2,",
        "chatgpt-4o-latest,",
        "gpt-3.5-turbo,"
    })
    void check_otherModel_takesThem(String model, String effort) {
        assertThatCode(() -> OpenAiModels.check("openai", model, parameters(0.7, 0.9, effort)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt-5.2-pro", "o3-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "o4-mini-deep-research"})
    void needsResponses_modelOnlyThere_isTrue(String model) {
        assertThat(OpenAiModels.needsResponses(model)).isTrue();
    }

    @Test
    void needsResponses_otherModel_isFalse() {
        assertThat(List.of("gpt-5-mini", "gpt-4o", "o3", "professor-x")).noneMatch(OpenAiModels::needsResponses);
    }
}
