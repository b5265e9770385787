package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How errors that a server tells are sorted. */
abstract class FaultContract extends AnswerContract {
    @ParameterizedTest
    @CsvSource({
        "400,invalid",
        "401,authentication",
        "402,quota",
        "403,authentication",
        "404,invalid",
        "408,transient",
        "409,transient",
        "413,invalid",
        "422,invalid",
        "429,rate",
        "500,transient",
        "502,transient",
        "503,transient",
        "504,transient",
        "529,transient"
    })
    void complete_errorStatus_isSorted(int status, String kind) {
        String[] bodies = {
            error(status, "no\u001b[31m\nway, " + SECRET + "!"), "<html><title>no " + SECRET + "</title>", "", "{\"a\":"
        };
        for (String body : bodies) {
            assertThat(faultOf(exchange -> exchange.send(status, body)))
                    .isInstanceOf(classOf(kind))
                    .hasMessageContaining("status " + status)
                    .message()
                    .doesNotContain("\u001b");
        }
    }

    private static Class<? extends ProviderException> classOf(String kind) {
        return switch (kind) {
            case "authentication" -> AuthenticationException.class;
            case "quota" -> QuotaExhaustedException.class;
            case "rate" -> RateLimitedException.class;
            case "transient" -> TransientProviderException.class;
            default -> InvalidRequestException.class;
        };
    }

    @Test
    void complete_keyNotAccepted_namesTheVariable() {
        assertThat(faultOf(exchange -> exchange.send(401, error(401, "wrong key " + SECRET))))
                .hasMessageContaining("the key in " + KEY_VARIABLE + " is not accepted");
    }

    @Test
    void complete_modelUnknown_stopsTheLane() {
        assertThat(faultOf(exchange -> exchange.send(404, error(404, "no such model"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no such model")
                .returns(true, ProviderException::stopsLane);
    }

    @Test
    void complete_badPrompt_stopsNoLane() {
        assertThat(faultOf(exchange -> exchange.send(400, error(400, "the prompt is odd"))))
                .isInstanceOf(InvalidRequestException.class)
                .returns(false, ProviderException::stopsLane);
    }

    @Test
    void complete_parameterRejected_isNamedAndStopsTheLane() {
        ProviderException fault = faultOf(rejectedParameter().getKey().script());

        assertThat(fault).returns(true, ProviderException::stopsLane);
        assertThat(((InvalidRequestException) fault).parameter())
                .contains(rejectedParameter().getValue());
    }

    @Test
    void complete_quotaUsedUp_isNotARateLimit() {
        for (Canned canned : quota()) {
            assertThat(faultOf(canned.script()))
                    .isInstanceOf(QuotaExhaustedException.class)
                    .returns(true, ProviderException::quotaExhausted);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After,7,7000",
        "Retry-After,0.25,250",
        "Retry-After,-1,0",
        "retry-after-ms,1500,1500",
        "Retry-After,'Sun, 01 Mar 2026 10:00:30 GMT',30000",
        "Retry-After,1e300,31622400000",
        "Retry-After,1m30s,90000"
    })
    void complete_retryAfter_isKept(String header, String value, long millis) {
        for (int status : new int[] {429, 503}) {
            assertThat(faultOf(e -> e.send(
                            status,
                            error(status, "slow down"),
                            header,
                            value,
                            "Date",
                            "Sun, 01 Mar 2026 10:00:00 GMT")))
                    .returns(Optional.of(Duration.ofMillis(millis)), ProviderException::retryAfter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "NaN", "12 parsecs"})
    void complete_retryAfterUnreadable_isAbsent(String value) {
        assertThat(faultOf(e -> e.send(429, error(429, "slow down"), "Retry-After", value)))
                .isInstanceOf(RateLimitedException.class)
                .returns(Optional.empty(), ProviderException::retryAfter);
    }

    @Test
    void complete_shouldRetryHeader_goesOverTheStatus() {
        assertThat(faultOf(e -> e.send(400, error(400, "x"), "x-should-retry", "true")))
                .isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(e -> e.send(500, error(500, "x"), "x-should-retry", "false")))
                .returns(false, ProviderException::retryable);
        assertThat(faultOf(e -> e.send(429, error(429, "x"), "x-should-retry", "false")))
                .returns(false, ProviderException::retryable);
    }
}
