package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors as Anthropic tells them. */
final class AnthropicFaults {
    private static final Map<String, FaultKind> KINDS = Map.of(
            "rate_limit_error", FaultKind.RATE_LIMITED,
            "overloaded_error", FaultKind.TRANSIENT,
            "api_error", FaultKind.TRANSIENT,
            "timeout_error", FaultKind.TRANSIENT,
            "billing_error", FaultKind.QUOTA,
            "authentication_error", FaultKind.AUTHENTICATION,
            "permission_error", FaultKind.AUTHENTICATION,
            "not_found_error", FaultKind.INVALID_FOR_ALL);

    /** An invalid request is told apart by its words alone. */
    private static final Map<String, FaultKind> PHRASES = Map.of(
            "credit balance", FaultKind.QUOTA,
            "usage limits", FaultKind.QUOTA,
            "spend limit", FaultKind.QUOTA,
            "prompt is too long", FaultKind.TOO_LONG,
            "content filtering policy", FaultKind.BLOCKED);

    private static final Pattern PARAMETER = Pattern.compile(
            "(?:^|`)(temperature|top_p|top_k|max_tokens|stop_sequences|thinking|output_config|model)\\b");

    private static final int INTERNAL_ERROR = 500;

    private AnthropicFaults() {}

    static Optional<Fault> read(int status, JsonNode body) {
        JsonNode error = body.path("error");
        if (!error.isObject()) {
            return Optional.empty();
        }
        String message = Json.text(error, "message").orElse("");
        Matcher parameter = PARAMETER.matcher(message);
        return Optional.of(new Fault(
                status < 300 ? INTERNAL_ERROR : status,
                message,
                Json.word(error, "type"),
                Optional.empty(),
                parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty(),
                Optional.empty()));
    }

    static FaultKind classify(Fault fault) {
        FaultKind kind = fault.type()
                .map(type -> KINDS.getOrDefault(type, FaultKind.ofStatus(fault.status())))
                .orElseGet(() -> FaultKind.ofStatus(fault.status()));
        return kind == FaultKind.INVALID ? byWords(fault) : kind;
    }

    private static FaultKind byWords(Fault fault) {
        String message = fault.message().toLowerCase(Locale.ROOT);
        return PHRASES.entrySet().stream()
                .filter(phrase -> message.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(fault.parameter().isPresent() ? FaultKind.INVALID_FOR_ALL : FaultKind.INVALID);
    }
}
