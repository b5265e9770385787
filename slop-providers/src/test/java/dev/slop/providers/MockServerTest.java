package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The providers against mock servers that others wrote, so that our reading of a dialect is not held against itself
 * alone. Skipped unless an environment variable names a running server; {@code docs/providers.md} says how to start one.
 */
final class MockServerTest {
    private static CompletionProvider connect(String type, String server, String options) {
        CompletionProviderFactory factory = switch (type) {
            case "anthropic" -> new AnthropicProviderFactory();
            case "gemini" -> new GeminiProviderFactory();
            case "ollama" -> new OllamaProviderFactory();
            default -> new OpenAiProviderFactory();
        };
        URI base = URI.create(server + (type.equals("openai") ? "/v1" : ""));
        Map<String, String> set = options == null ? Map.of() : Map.of("api", options);
        return factory.create(
                Requests.config(type, base, "MOCK_KEY", set), Environment.of(Map.of("MOCK_KEY", "sk-mock-0123456789")));
    }

    /** {@code @copilotkit/aimock}, which speaks all the dialects. */
    @Nested
    @EnabledIfEnvironmentVariable(named = "SLOP_TEST_AIMOCK", matches = "http.*")
    final class AiMock {
        private static final String SERVER = "SLOP_TEST_AIMOCK";

        @ParameterizedTest
        @CsvSource({
            "openai,gpt-4.1-mini,",
            "openai,gpt-4.1-mini,responses",
            "anthropic,claude-haiku-4-5,",
            "gemini,gemini-2.5-flash,",
            "ollama,llama3.2,"
        })
        void complete_knownPrompt_isAnswered(String type, String model, String api) {
            try (CompletionProvider provider = connect(type, System.getenv(SERVER), api)) {
                assertThat(Requests.answer(provider, Requests.of(type + "/" + model, "p", "Pick a fruit", 0)))
                        .returns("Mango", Completion::text)
                        .returns(Outcome.ANSWERED, Completion::outcome)
                        .returns(
                                FinishReason.Kind.STOP,
                                answer -> answer.finishReason().kind());
            }
        }

        @ParameterizedTest
        @CsvSource({"openai,gpt-4.1-mini,", "openai,gpt-4.1-mini,responses", "anthropic,m,", "gemini,m,", "ollama,m,"})
        void complete_unknownPrompt_isRejected(String type, String model, String api) {
            try (CompletionProvider provider = connect(type, System.getenv(SERVER), api)) {
                assertThat(Requests.fault(provider, Requests.of(type + "/" + model, "p", "What?", 0)))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("No fixture matched");
            }
        }
    }

    /** {@code @dwmkerr/mock-llm}, which repeats the prompt. */
    @Nested
    @EnabledIfEnvironmentVariable(named = "SLOP_TEST_MOCK_LLM", matches = "http.*")
    final class MockLlm {
        @Test
        void complete_prompt_isRepeated() {
            try (CompletionProvider provider = connect("openai", System.getenv("SLOP_TEST_MOCK_LLM"), null)) {
                assertThat(Requests.answer(provider, Requests.of("openai/gpt-4.1-mini", "p", "Mango?", 0)))
                        .returns("Mango?", Completion::text)
                        .returns(Outcome.ANSWERED, Completion::outcome);
            }
        }
    }
}
