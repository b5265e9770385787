package dev.slop.providers;

import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells the engine of an error: as an exception, or as an answer where it is one. */
final class FaultReport {
    private final Endpoint endpoint;
    private final Clock clock;

    FaultReport(Endpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** The answer that an error stands for. */
    Answer answer(Fault fault, FaultKind kind) {
        Outcome outcome = kind == FaultKind.BLOCKED ? Outcome.BLOCKED : Outcome.TRUNCATED;
        return new Answer(
                outcome,
                "",
                Finish.of(outcome, fault.name()),
                TokenUsage.unknown(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said(fault.message())).filter(m -> !m.isEmpty()));
    }

    ProviderException exception(Fault fault, FaultKind kind, HttpHeaders headers) {
        Optional<Duration> wait = RetryHint.of(headers, clock).or(fault::retryAfter);
        String message = message(fault, kind, headers);
        return switch (kind) {
            case RATE_LIMITED -> new RateLimitedException(message, wait, LimitHeaders.of(headers));
            case QUOTA -> new QuotaExhaustedException(message);
            case AUTHENTICATION -> new AuthenticationException(message);
            case INVALID, BLOCKED, TOO_LONG -> new InvalidRequestException(message, parameter(fault), false);
            case INVALID_FOR_ALL -> new InvalidRequestException(message, parameter(fault), true);
            case TRANSIENT -> new TransientProviderException(message, wait);
        };
    }

    private Optional<String> parameter(Fault fault) {
        return fault.parameter().map(this::said);
    }

    private String message(Fault fault, FaultKind kind, HttpHeaders headers) {
        StringBuilder message = new StringBuilder(endpoint.provider()).append(": ");
        if (kind == FaultKind.AUTHENTICATION) {
            message.append(
                    endpoint.key().isPresent()
                            ? "the key in " + endpoint.key().variable() + " is not accepted: "
                            : "the server wants a key, name its variable with key-env: ");
        }
        message.append("status ").append(fault.status());
        if (!fault.name().isEmpty()) {
            message.append(" (").append(said(fault.name())).append(")");
        }
        fault.parameter().ifPresent(p -> message.append(", parameter ").append(said(p)));
        if (fault.status() >= 300 && fault.status() < 400) {
            message.append(", a redirect that is not followed, to ")
                    .append(said(headers.firstValue("location").orElse("nowhere")));
        }
        String said = said(fault.message());
        return said.isEmpty()
                ? message.toString()
                : message.append(": ").append(said).toString();
    }

    private String said(String text) {
        return Wording.oneLine(endpoint.key().scrub(text));
    }
}
