package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Errors as Google tells them. */
final class GeminiFaults {
    private static final Pattern PARAMETER = Pattern.compile("generation_?[cC]onfig\\.([A-Za-z_.]+)");
    private static final Pattern TOO_LONG = Pattern.compile("input token count.*exceeds", Pattern.DOTALL);
    private static final String DAILY = "PerDay";
    private static final int INTERNAL_ERROR = 500;

    private GeminiFaults() {}

    static Optional<Fault> read(int status, JsonNode body) {
        JsonNode error = body.path("error");
        if (!error.isObject()) {
            return Optional.empty();
        }
        String message = Json.text(error, "message").orElse("");
        return Optional.of(new Fault(
                status < 300 ? error.path("code").asInt(INTERNAL_ERROR) : status,
                message,
                Json.word(error, "status"),
                code(error),
                parameter(error, message),
                details(error, "RetryInfo")
                        .flatMap(info -> Json.text(info, "retryDelay").stream())
                        .findFirst()
                        .flatMap(GoDuration::parse)));
    }

    /** The reason, or the quota that is used up: one a day before one a minute, because it lasts longer. */
    private static Optional<String> code(JsonNode error) {
        Stream<String> reasons = details(error, "ErrorInfo").flatMap(info -> Json.word(info, "reason").stream());
        Stream<String> quotas = details(error, "QuotaFailure")
                .flatMap(failure -> items(failure.path("violations")))
                .flatMap(violation -> Json.word(violation, "quotaId").stream())
                .sorted((a, b) -> Boolean.compare(b.contains(DAILY), a.contains(DAILY)));
        return Stream.concat(quotas, reasons).findFirst();
    }

    private static Optional<String> parameter(JsonNode error, String message) {
        Stream<String> fields = details(error, "BadRequest")
                .flatMap(bad -> items(bad.path("fieldViolations")))
                .flatMap(violation -> Json.word(violation, "field").stream());
        return Stream.concat(fields, Stream.of(message))
                .map(PARAMETER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Stream<JsonNode> details(JsonNode error, String type) {
        return items(error.path("details"))
                .filter(detail -> detail.path("@type").asText().endsWith("." + type));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static FaultKind classify(Fault fault) {
        String code = fault.code().orElse("");
        String state = fault.type().orElse("");
        if (code.equals("API_KEY_INVALID")) {
            return FaultKind.AUTHENTICATION;
        }
        if (state.equals("RESOURCE_EXHAUSTED")) {
            return code.contains(DAILY) ? FaultKind.QUOTA : FaultKind.RATE_LIMITED;
        }
        FaultKind kind = FaultKind.ofStatus(fault.status());
        if (kind != FaultKind.INVALID) {
            return kind;
        }
        if (TOO_LONG.matcher(fault.message()).find()) {
            return FaultKind.TOO_LONG;
        }
        // A precondition is the account's or the country's, so no request passes.
        boolean forAll = fault.parameter().isPresent() || state.equals("FAILED_PRECONDITION");
        return forAll ? FaultKind.INVALID_FOR_ALL : FaultKind.INVALID;
    }
}
