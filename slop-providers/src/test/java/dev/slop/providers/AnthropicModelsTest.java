package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnthropicModelsTest {
    private static void check(String model, Double temperature, Double topP, Integer topK, String effort) {
        AnthropicModels.check(
                "anthropic",
                model,
                new SamplingParameters(
                        temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature),
                        topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP),
                        topK == null ? OptionalInt.empty() : OptionalInt.of(topK),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.ofNullable(effort),
                        List.of()),
                4_096);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-7,407", "claude-haiku-4-5-20251001,405", "claude-opus-4-20250514,400", "claude-opus-5,500",
        "claude-sonnet-5-5,505", "claude-3-5-haiku-20241022,305", "claude-3-opus-latest,300", "claude-fable-5-2,502",
        "claude-mystery,-1", "my-finetune-4,-1"
    })
    void version_ofName_isRead(String model, int version) {
        assertThat(AnthropicModels.version(model).orElse(-1)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        // model, temperature, top-p, top-k, effort, what is at fault
        "claude-opus-4-7,0.5,,,,temperature", "claude-sonnet-5,,0.9,,,top_p", "claude-mythos-5-2,,,40,,top_k",
        "claude-haiku-4-5,0.5,0.9,,,top_p", "claude-opus-4-1-20250805,1,1,,,top_p",
                "claude-haiku-4-5,1.5,,,,temperature",
        "claude-opus-4-6,0.5,,,high,temperature", "claude-haiku-4-5,,,5,2048,top_k",
                "claude-opus-4-7,,,,2048,budget_tokens",
        "claude-haiku-4-5,,,,low,effort", "claude-haiku-4-5,,,,1023,budget_tokens",
                "claude-haiku-4-5,,,,4096,budget_tokens"
    })
    void check_knownRejection_namesTheParameter(
            String model, Double temperature, Double topP, Integer topK, String effort, String parameter) {
        assertThatThrownBy(() -> check(model, temperature, topP, topK, effort))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(model)
                .returns(Optional.of(parameter), e -> ((InvalidRequestException) e).parameter())
                .returns(true, e -> ((InvalidRequestException) e).stopsLane());
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-7,1,,,",
        "claude-sonnet-5,,0.99,,high",
        "claude-haiku-4-5,0.5,,40,",
        "claude-haiku-4-5,,0.5,,none",
        "claude-3-opus-latest,0.5,0.9,40,",
        "claude-opus-4-20250514,0.5,0.9,,",
        "claude-mystery,0.5,0.9,40,low",
        "claude-opus-4-6,,,,high",
        "claude-opus-5,,,,none",
        "claude-haiku-4-5,,,,4095"
    })
    void check_anythingElse_passes(String model, Double temperature, Double topP, Integer topK, String effort) {
        assertThatCode(() -> check(model, temperature, topP, topK, effort)).doesNotThrowAnyException();
    }
}
