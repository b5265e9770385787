package dev.slop.providers.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitHeaders;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * LangChain4j's exceptions as the engine knows them. None is kept as a cause: their messages are the server's whole
 * reply, in which a server may repeat the key.
 */
final class Faults {
    private static final int LONGEST = 300;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern KEY = Pattern.compile(
            "\\b(?:sk|pk|gsk|xai|hf|key)[-_][A-Za-z0-9_-]{8,}|\\bAIza[A-Za-z0-9_-]{16,}|(?i:\\bbearer\\s+)\\S+");
    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+");
    private static final Pattern EXHAUSTED = Pattern.compile(
            "insufficient_quota|billing_hard_limit_reached|billing_not_active|credit balance|usage limits|PerDay");
    private static final Pattern PARAMETER = Pattern.compile("\"param\"\\s*:\\s*\"([A-Za-z_]+)");

    /** Parameters that hold the prompt: if one is at fault, another prompt may pass. */
    private static final Set<String> CONTENT = Set.of("messages", "input", "prompt", "instructions");

    private Faults() {}

    /** Exceptions that are no fault of the exchange are returned as they are: they are the client's own mistakes. */
    static RuntimeException translate(String provider, RuntimeException thrown) {
        String message = provider + ": " + described(thrown);
        if (thrown instanceof ProviderException) {
            return thrown;
        }
        if (isExhausted(thrown)) {
            return new QuotaExhaustedException(message);
        }
        if (thrown instanceof RateLimitException) {
            return new RateLimitedException(message, Optional.empty(), RateLimitHeaders.none());
        }
        if (thrown instanceof AuthenticationException) {
            return new dev.slop.core.provider.AuthenticationException(message);
        }
        if (thrown instanceof InvalidRequestException) {
            return invalid(message, thrown);
        }
        return isLasting(thrown)
                ? new dev.slop.core.provider.InvalidRequestException(message, Optional.empty(), true)
                : passing(message, thrown);
    }

    private static boolean isExhausted(RuntimeException thrown) {
        OptionalInt status = status(thrown);
        return status.isPresent()
                && (status.getAsInt() == PAYMENT_REQUIRED
                        || (status.getAsInt() < FIRST_SERVER_ERROR
                                && EXHAUSTED.matcher(words(thrown)).find()));
    }

    private static dev.slop.core.provider.InvalidRequestException invalid(String message, RuntimeException thrown) {
        Optional<String> parameter = PARAMETER
                .matcher(words(thrown))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !CONTENT.contains(name))
                .findFirst();
        return new dev.slop.core.provider.InvalidRequestException(message, parameter, parameter.isPresent());
    }

    private static boolean isLasting(RuntimeException thrown) {
        return thrown instanceof ModelNotFoundException
                || thrown instanceof UnsupportedFeatureException
                || (thrown instanceof NonRetriableException && !(thrown instanceof UnresolvedModelServerException));
    }

    private static RuntimeException passing(String message, RuntimeException thrown) {
        boolean passing = thrown instanceof RetriableException
                || thrown instanceof InternalServerException
                || thrown instanceof UnresolvedModelServerException
                || thrown instanceof UncheckedIOException
                || thrown instanceof LangChain4jException
                || causes(thrown).anyMatch(IOException.class::isInstance);
        return passing ? new TransientProviderException(message, Optional.empty()) : new IllegalStateException(message);
    }

    /** The HTTP status behind an exception, where the client tells it. */
    static OptionalInt status(Throwable thrown) {
        return causes(thrown)
                .filter(HttpException.class::isInstance)
                .mapToInt(cause -> ((HttpException) cause).statusCode())
                .findFirst();
    }

    private static String described(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
        status(thrown).ifPresent(status -> text.append(", status ").append(status));
        String said = said(thrown);
        return said.isEmpty() ? text.toString() : text.append(": ").append(said).toString();
    }

    /** The message in one line, without what looks like a key. */
    static String said(Throwable thrown) {
        String line = KEY.matcher(BLANK.matcher(words(thrown)).replaceAll(" ").strip())
                .replaceAll("[key]");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String words(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse("");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
