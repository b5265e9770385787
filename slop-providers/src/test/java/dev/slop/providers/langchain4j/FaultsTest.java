package dev.slop.providers.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.slop.core.Outcome;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
    private static HttpException http(int status, String body) {
        return new HttpException(status, body);
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(new RateLimitException("slow", http(429, "slow")), RateLimitedException.class, false),
                Arguments.of(
                        new RateLimitException(http(429, "{\"code\":\"insufficient_quota\"}")),
                        QuotaExhaustedException.class,
                        true),
                Arguments.of(new LangChain4jException(http(402, "pay")), QuotaExhaustedException.class, true),
                Arguments.of(
                        new dev.langchain4j.exception.AuthenticationException(http(401, "no")),
                        AuthenticationException.class,
                        true),
                Arguments.of(new ModelNotFoundException(http(404, "no")), InvalidRequestException.class, true),
                Arguments.of(new UnsupportedFeatureException("topK"), InvalidRequestException.class, true),
                Arguments.of(
                        new dev.langchain4j.exception.InvalidRequestException("odd"),
                        InvalidRequestException.class,
                        false),
                Arguments.of(new TimeoutException("late"), TransientProviderException.class, false),
                Arguments.of(
                        new dev.langchain4j.exception.InternalServerException(http(500, "PerDay")),
                        TransientProviderException.class,
                        false),
                Arguments.of(new UnresolvedModelServerException("gone"), TransientProviderException.class, false),
                Arguments.of(new RuntimeException(new IOException("reset")), TransientProviderException.class, false));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void translate_exception_isSorted(
            RuntimeException thrown, Class<? extends ProviderException> kind, boolean stopsLane) {
        assertThat(Faults.translate("p", thrown))
                .isInstanceOf(kind)
                .hasMessageStartingWith("p: ")
                .hasNoCause()
                .returns(stopsLane, fault -> ((ProviderException) fault).stopsLane());
    }

    @Test
    void translate_parameterAtFault_isNamedAndStopsTheLane() {
        RuntimeException thrown = new dev.langchain4j.exception.InvalidRequestException(
                "{\"error\":{\"message\":\"m\",\"param\": \"temperature\"}}");

        assertThat((InvalidRequestException) Faults.translate("p", thrown))
                .returns(true, InvalidRequestException::stopsLane)
                .satisfies(fault -> assertThat(fault.parameter()).contains("temperature"));
    }

    @Test
    void translate_messagesAtFault_stopNoLane() {
        RuntimeException thrown =
                new dev.langchain4j.exception.InvalidRequestException("{\"error\":{\"param\":\"messages[0]\"}}");

        assertThat((InvalidRequestException) Faults.translate("p", thrown))
                .returns(false, InvalidRequestException::stopsLane);
    }

    @Test
    void translate_clientsOwnMistake_isNoProviderFault() {
        assertThat(Faults.translate("p", new IllegalArgumentException("bad")))
                .isNotInstanceOf(ProviderException.class)
                .hasMessage("p: IllegalArgumentException: bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-0123456789abcdef",
                "AIzaSyA-0123456789abcdef",
                "Bearer 0123.4567",
                "gsk_0123456789abcdef"
            })
    void said_keyInTheMessage_isHidden(String key) {
        assertThat(Faults.said(new RuntimeException("Incorrect key\nprovided: " + key + " .")))
                .isEqualTo("Incorrect key provided: [key] .");
    }

    @Test
    void filtered_byTheModel_isARefusalInItsWords() {
        assertThat(Replies.filtered(new ContentFilteredException("I cannot.")))
                .returns(Outcome.REFUSED, Completion::outcome)
                .returns("I cannot.", Completion::text);
    }

    @Test
    void filtered_byTheServer_isABlock() {
        assertThat(Replies.filtered(new ContentFilteredException("policy", http(400, "policy"))))
                .returns(Outcome.BLOCKED, Completion::outcome)
                .returns("", Completion::text);
    }
}
