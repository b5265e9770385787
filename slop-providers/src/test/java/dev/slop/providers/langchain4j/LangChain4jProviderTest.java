package dev.slop.providers.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.providers.Requests;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a model of the test's own. */
final class LangChain4jProviderTest extends CompletionProviderContract {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    /** A model that answers as told; the interface has no abstract method. */
    @FunctionalInterface
    private interface Fake extends ChatModel {
        ChatResponse answer(ChatRequest request);

        @Override
        default ChatResponse doChat(ChatRequest request) {
            return answer(request);
        }
    }

    private CompletionProvider provider(Fake model) {
        return LangChain4jProvider.of(model, executor);
    }

    private static ChatResponse saying(String text) {
        return ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
    }

    @Override
    protected CompletionProvider provider() {
        return provider(request -> saying("Mango"));
    }

    @Override
    protected CompletionRequest request(int index) {
        return Requests.of("any/model-1", "fruit", "A fruit", index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(provider(request -> {
            throw new dev.langchain4j.exception.InternalServerException("out of order,\nkey " + SECRET);
        }));
    }

    @Override
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.of(provider(request -> {
            try {
                new CountDownLatch(1).await();
                return saying("never");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @Test
    void complete_plainRequest_setsTheModelAndNothingElse() {
        ChatRequest sent = sent(request(0));

        assertThat(sent.messages()).containsExactly(UserMessage.from("A fruit"));
        assertThat(sent.modelName()).isEqualTo("model-1");
        assertThat(sent.temperature()).isNull();
        assertThat(sent.topP()).isNull();
        assertThat(sent.topK()).isNull();
        assertThat(sent.maxOutputTokens()).isNull();
        assertThat(sent.stopSequences()).isEmpty();
    }

    @Test
    void complete_parametersSet_sendsThem() {
        ChatRequest sent = sent(Requests.with(
                Requests.withSystem(request(0), "Be brief."), parameters(OptionalLong.empty(), Optional.empty())));

        assertThat(sent.messages()).containsExactly(SystemMessage.from("Be brief."), UserMessage.from("A fruit"));
        assertThat(sent.temperature()).isEqualTo(0.5);
        assertThat(sent.topP()).isEqualTo(0.9);
        assertThat(sent.topK()).isEqualTo(40);
        assertThat(sent.maxOutputTokens()).isEqualTo(64);
        assertThat(sent.stopSequences()).containsExactly("END");
    }

    private static SamplingParameters parameters(OptionalLong seed, Optional<String> effort) {
        return new SamplingParameters(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalInt.of(40),
                OptionalInt.of(64),
                seed,
                effort,
                List.of("END"));
    }

    private ChatRequest sent(CompletionRequest request) {
        AtomicReference<ChatRequest> seen = new AtomicReference<>();
        Requests.answer(
                provider(asked -> {
                    seen.set(asked);
                    return saying("Mango");
                }),
                request);
        return seen.get();
    }

    @Test
    void complete_parameterThatLangChain4jLacks_isRefusedUnsent() {
        for (SamplingParameters set : List.of(
                parameters(OptionalLong.of(7), Optional.empty()),
                parameters(OptionalLong.empty(), Optional.of("low")))) {
            CompletionProvider untouched = provider(request -> {
                throw new AssertionError("sent");
            });

            assertThat(Requests.fault(untouched, Requests.with(request(0), set)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("set it on the ChatModel")
                    .returns(true, ProviderException::stopsLane);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,ANSWERED,STOP",
        "LENGTH,TRUNCATED,LENGTH",
        "CONTENT_FILTER,BLOCKED,CONTENT_FILTER",
        "TOOL_EXECUTION,ANSWERED,OTHER",
        "OTHER,ANSWERED,OTHER"
    })
    void complete_finishReason_isKept(
            dev.langchain4j.model.output.FinishReason told, Outcome outcome, FinishReason.Kind kind) {
        Completion answer = Requests.answer(
                provider(request -> ChatResponse.builder()
                        .aiMessage(AiMessage.from("Man"))
                        .finishReason(told)
                        .build()),
                request(0));

        assertThat(answer)
                .returns(outcome, Completion::outcome)
                .returns("Man", Completion::text)
                .returns(new FinishReason(kind, told.name()), Completion::finishReason);
    }

    @Test
    void complete_answer_isReadWhole() {
        Completion answer = Requests.answer(
                provider(request -> ChatResponse.builder()
                        .aiMessage(AiMessage.from("Mango"))
                        .id("r-1")
                        .modelName("m-001")
                        .tokenUsage(new dev.langchain4j.model.output.TokenUsage(12, 30))
                        .build()),
                request(0));

        assertThat(answer.usage()).isEqualTo(TokenUsage.of(12, 30));
        assertThat(answer.modelVersion()).contains("m-001");
        assertThat(answer.requestId()).contains("r-1");
    }

    @Test
    void complete_nothingTold_isUnknown() {
        Completion answer = Requests.answer(
                provider(request -> ChatResponse.builder()
                        .aiMessage(AiMessage.builder().build())
                        .tokenUsage(new dev.langchain4j.model.output.TokenUsage())
                        .build()),
                request(0));

        assertThat(answer)
                .returns("", Completion::text)
                .returns(TokenUsage.unknown(), Completion::usage)
                .returns(FinishReason.other(""), Completion::finishReason)
                .returns(Optional.empty(), Completion::modelVersion);
    }
}
