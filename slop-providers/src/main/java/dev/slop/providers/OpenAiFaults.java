package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Errors as OpenAI and servers compatible with it tell them. */
final class OpenAiFaults {
    /** Names of errors that mean the same whatever the status. */
    private static final Map<String, FaultKind> KINDS = Map.ofEntries(
            Map.entry("insufficient_quota", FaultKind.QUOTA),
            Map.entry("billing_hard_limit_reached", FaultKind.QUOTA),
            Map.entry("billing_not_active", FaultKind.QUOTA),
            Map.entry("rate_limit_exceeded", FaultKind.RATE_LIMITED),
            Map.entry("server_error", FaultKind.TRANSIENT),
            Map.entry("invalid_api_key", FaultKind.AUTHENTICATION),
            Map.entry("model_not_found", FaultKind.INVALID_FOR_ALL),
            Map.entry("unsupported_parameter", FaultKind.INVALID_FOR_ALL),
            Map.entry("unsupported_value", FaultKind.INVALID_FOR_ALL),
            Map.entry("context_length_exceeded", FaultKind.TOO_LONG),
            Map.entry("exceed_context_size_error", FaultKind.TOO_LONG),
            Map.entry("invalid_prompt", FaultKind.BLOCKED),
            Map.entry("content_policy_violation", FaultKind.BLOCKED),
            Map.entry("content_filter", FaultKind.BLOCKED),
            Map.entry("cyber_policy", FaultKind.BLOCKED),
            Map.entry("bio_policy", FaultKind.BLOCKED));

    /** Parameters that hold the prompt: if one is at fault, another prompt may pass. */
    private static final Set<String> CONTENT = Set.of("messages", "input", "prompt", "instructions");

    private static final Pattern TRY_AGAIN =
            Pattern.compile("try again in ((?:\\d+(?:\\.\\d+)?(?:ms|[dhms]))+)", Pattern.CASE_INSENSITIVE);

    private OpenAiFaults() {}

    /** The error that a node tells in its field {@code error}, or in the other shapes of compatible servers. */
    static Optional<Fault> read(int status, JsonNode node) {
        JsonNode error = node.path("error");
        if (error.isObject()) {
            return Optional.of(read(status, error, Json.text(error, "message").orElse("")));
        }
        if (error.isTextual()) {
            return Optional.of(Fault.of(errorStatus(status, node), error.textValue()));
        }
        if (node.path("object").asText().equals("error")) {
            return Optional.of(read(status, node, Json.text(node, "message").orElse("")));
        }
        return status < 300 ? Optional.empty() : Optional.of(Fault.of(status, detail(node)));
    }

    private static Fault read(int status, JsonNode error, String message) {
        return new Fault(
                errorStatus(status, error),
                message,
                Json.word(error, "type"),
                Json.word(error, "code"),
                Json.word(error, "param"),
                tryAgain(message));
    }

    private static String detail(JsonNode node) {
        JsonNode detail = node.path("detail");
        return detail.isTextual()
                ? detail.textValue()
                : Json.text(node, "message").orElse(node.toString());
    }

    /** Within a reply of status 200 the code may be the real status. */
    private static int errorStatus(int status, JsonNode error) {
        int code = error.path("code").asInt();
        if (status >= 300) {
            return status;
        }
        return code >= 400 && code < 600 ? code : 500;
    }

    private static Optional<Duration> tryAgain(String message) {
        Matcher matcher = TRY_AGAIN.matcher(message);
        return matcher.find() ? GoDuration.parse(matcher.group(1)) : Optional.empty();
    }

    static FaultKind classify(Fault fault) {
        return Stream.of(fault.code(), fault.type())
                .flatMap(Optional::stream)
                .flatMap(name -> Stream.ofNullable(KINDS.get(name)))
                .findFirst()
                .orElseGet(() -> byStatus(fault));
    }

    private static FaultKind byStatus(Fault fault) {
        FaultKind kind = FaultKind.ofStatus(fault.status());
        boolean knob = fault.parameter()
                .map(name -> name.split("[.\\[]", 2)[0])
                .filter(name -> !CONTENT.contains(name))
                .isPresent();
        return kind == FaultKind.INVALID && knob ? FaultKind.INVALID_FOR_ALL : kind;
    }
}
