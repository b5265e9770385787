package dev.slop.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks a dialect over HTTP. */
final class HttpProvider implements CompletionProvider {
    static final String MAX_RESPONSE_MIB = "max-response-mib";

    private static final long MEBIBYTE = 1L << 20;
    private static final long DEFAULT_BODY_LIMIT_MIB = 32;
    private static final long LARGEST_BODY_LIMIT_MIB = 1_024;

    private final Endpoint endpoint;
    private final Dialect dialect;
    private final Wire wire;
    private final FaultReport report;
    private final Map<String, String> headers;
    private final Set<CompletableFuture<Completion>> underWay = ConcurrentHashMap.newKeySet();

    HttpProvider(Endpoint endpoint, Dialect dialect, Options options) {
        long mib = options.integer(MAX_RESPONSE_MIB, DEFAULT_BODY_LIMIT_MIB, 1, LARGEST_BODY_LIMIT_MIB);
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.wire = new Wire(endpoint.provider(), mib * MEBIBYTE);
        this.report = new FaultReport(endpoint, Clock.systemUTC());
        this.headers = dialect.headers(endpoint.key());
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
    public CompletableFuture<Completion> complete(CompletionRequest request) {
        Dialect spoken = dialect.forRequest(request);
        CompletableFuture<HttpResponse<String>> exchange;
        try {
            Call call = spoken.call(request);
            exchange = wire.post(endpoint.at(call.path()), headers, Json.bytes(call.body()));
        } catch (InvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        } catch (JsonProcessingException e) {
            return CompletableFuture.failedFuture(new InvalidRequestException(
                    endpoint.provider() + ": the prompt cannot be written as JSON", Optional.empty(), false));
        }
        CompletableFuture<Completion> result = new CompletableFuture<>();
        underWay.add(result);
        // However the result is ended from outside, by cancelling or by a deadline, the connection is closed.
        result.whenComplete((completion, fault) -> {
            underWay.remove(result);
            exchange.cancel(true);
        });
        exchange.whenComplete((response, fault) -> settle(spoken, result, response, fault));
        return result;
    }

    @SuppressWarnings("CatchingUnchecked") // a future must end whatever the server made the reader stumble over
    private void settle(
            Dialect spoken, CompletableFuture<Completion> result, HttpResponse<String> response, Throwable fault) {
        if (fault != null) {
            result.completeExceptionally(broken(fault));
            return;
        }
        try {
            String body = endpoint.key().scrub(response.body());
            result.complete(read(spoken, new Reply(response.statusCode(), response.headers(), body)));
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    private Completion read(Dialect spoken, Reply reply) {
        Optional<ObjectNode> body = parse(reply);
        Optional<Fault> told = body.flatMap(b -> spoken.fault(reply.status(), b));
        if (told.isEmpty() && reply.ok()) {
            return answered(spoken, body, reply);
        }
        Fault fault = told.orElseGet(() -> Fault.of(reply.status(), Wording.excerpt(reply.body())));
        FaultKind kind = kind(spoken.classify(fault), reply);
        if (kind == FaultKind.BLOCKED || kind == FaultKind.TOO_LONG) {
            return completion(report.answer(fault, kind), reply);
        }
        throw report.exception(fault, kind, reply.headers());
    }

    /** A reply that cannot be used was billed all the same: the cause tells it from a fault that the server told. */
    private Completion answered(Dialect spoken, Optional<ObjectNode> body, Reply reply) {
        try {
            return completion(spoken.answer(body.orElseThrow(() -> notJson(reply))), reply);
        } catch (TransientProviderException e) {
            throw new TransientProviderException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<ObjectNode> parse(Reply reply) {
        try {
            return Optional.of(Json.parseObject(reply.body()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static FaultKind kind(FaultKind kind, Reply reply) {
        return reply.headers()
                .firstValue("x-should-retry")
                .filter(value -> value.equals("true") || value.equals("false"))
                .map(value -> kind.unless(value.equals("true")))
                .orElse(kind);
    }

    private TransientProviderException notJson(Reply reply) {
        String said = Wording.isHtml(reply.body()) ? Wording.excerpt(reply.body()) : "no complete JSON object";
        return new TransientProviderException(
                endpoint.provider() + ": status " + reply.status() + " but the reply is " + Wording.oneLine(said),
                Optional.empty());
    }

    private Completion completion(Answer answer, Reply reply) {
        return new Completion(
                answer.outcome(),
                answer.text(),
                answer.finishReason(),
                answer.usage(),
                answer.modelVersion(),
                requestId(reply).or(answer::requestId),
                answer.detail(),
                LimitHeaders.of(reply.headers()),
                Optional.of(reply.body()));
    }

    private Optional<String> requestId(Reply reply) {
        return reply.headers()
                .firstValue("x-request-id")
                .or(() -> reply.headers().firstValue("request-id"))
                .map(id -> Wording.oneLine(endpoint.key().scrub(id)));
    }

    private Throwable broken(Throwable thrown) {
        Throwable fault =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return fault instanceof IOException io
                ? new TransientProviderException(endpoint.provider() + ": " + why(io), io)
                : fault;
    }

    private String why(IOException fault) {
        String server = endpoint.base().getAuthority();
        if (fault instanceof HttpConnectTimeoutException) {
            return "no connection to " + server + " in time";
        }
        if (fault instanceof ConnectException) {
            return fault.getCause() instanceof UnresolvedAddressException
                    ? "no such host: " + server
                    : "no connection to " + server + "; is the server up?";
        }
        return "the exchange with " + server + " broke off: " + Wording.oneLine(String.valueOf(fault.getMessage()));
    }

    @Override
    public void close() {
        for (CompletableFuture<Completion> pending : underWay) {
            pending.completeExceptionally(new TransientProviderException("the provider was closed", Optional.empty()));
        }
        wire.close();
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
