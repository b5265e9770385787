package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.AuthenticationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.QuotaExhaustedException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider that speaks HTTP keeps, against a server that speaks its dialect and misbehaves. */
abstract class DialectContract extends CompletionProviderContract {
    private static final String KEY_VARIABLE = "CONTRACT_KEY";
    private static final String PROMPT = "Pick a random fruit, only return the fruit";
    private static final byte[] MEBIBYTE = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

    private final List<AutoCloseable> open = new ArrayList<>();

    /** A server's reply. */
    record Canned(int status, String body) {
        ScriptedServer.Script script() {
            return exchange -> exchange.send(status, body);
        }
    }

    /** The factory under test. */
    abstract CompletionProviderFactory dialect();

    /** Name of a model that takes every parameter of {@link #parametersSent()}. */
    abstract String model();

    /** The header with the key, lower case, and its value. */
    abstract Map.Entry<String, String> keyHeader();

    /** Request line of {@link #model()}. */
    abstract String requestLine();

    /** Where the API begins, below the server's root. */
    String basePath() {
        return "";
    }

    Map<String, String> options() {
        return Map.of();
    }

    /** Body of a plain request with {@link #PROMPT} in place of %s. */
    abstract String plainBody();

    /** Parameters and a system prompt "Be brief.", and the body they give. */
    abstract SamplingParameters parametersSent();

    abstract String bodyWithParameters();

    /** A good reply with the text, {@link #usage()} and version "m-001". */
    abstract String answered(String text);

    abstract TokenUsage usage();

    /** A good reply whose text is empty. */
    abstract Canned empty();

    /** Replies that refuse; none if the dialect cannot. */
    abstract List<Canned> refused();

    /** Replies to a prompt or with an answer that a filter held back. */
    abstract List<Canned> blocked();

    /** A reply cut off after "Man". */
    abstract Canned truncated();

    /** A reply "Mango" with a finish reason nobody knows; none if the dialect has none. */
    abstract Optional<Canned> finished(String word);

    /** An error as the dialect words it. */
    abstract String error(int status, String message);

    abstract List<Canned> quota();

    /** A rejected parameter: the reply and the parameter's name. */
    abstract Map.Entry<Canned, String> rejectedParameter();

    @Override
    protected CompletionProvider provider() {
        return connect(exchange -> exchange.send(200, answered("Mango")));
    }

    @Override
    protected CompletionRequest request(int index) {
        return Requests.of(dialect().id() + "/" + model(), "fruit", PROMPT, index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(connect(exchange -> exchange.send(500, error(500, "out of order " + SECRET))));
    }

    @Override
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.of(connect(Exchange::stall));
    }

    @Override
    protected Optional<CompletionProviderFactory> factory() {
        return Optional.of(dialect());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    final ScriptedServer serve(ScriptedServer.Script script) {
        ScriptedServer server = new ScriptedServer(script);
        open.add(server);
        return server;
    }

    final CompletionProvider connect(ScriptedServer.Script script) {
        return connect(serve(script));
    }

    final CompletionProvider connect(ScriptedServer server) {
        return connect(server.uri(), Map.of());
    }

    final CompletionProvider connect(URI server, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(options());
        all.putAll(more);
        CompletionProvider provider = dialect()
                .create(
                        Requests.config(dialect().id(), URI.create(server + basePath()), KEY_VARIABLE, all),
                        Environment.of(Map.of(KEY_VARIABLE, SECRET)));
        open.add(provider);
        return provider;
    }

    final Completion ask(Canned canned) {
        return Requests.answer(connect(canned.script()), request(0));
    }

    final ProviderException faultOf(ScriptedServer.Script script) {
        ProviderException fault = Requests.fault(connect(script), request(0));
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        assertThat(fault.getMessage()).startsWith(dialect().id() + ": ").doesNotContain("\n");
        return fault;
    }

    @Test
    void complete_plainRequest_sendsNothingUnasked() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server), request(0));

        Exchange sent = server.take();
        assertThat(sent.requestLine()).isEqualTo(requestLine());
        assertThat(sent.headers())
                .contains(keyHeader())
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("upgrade", "http2-settings");
        assertThat(sent.json()).hasToString(plainBody().formatted(PROMPT));
    }

    @Test
    void complete_parametersSet_sendsThem() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        CompletionRequest request = Requests.with(Requests.withSystem(request(0), "Be brief."), parametersSent());
        Requests.answer(connect(server), request);

        assertThat(server.take().json()).hasToString(bodyWithParameters().formatted(PROMPT));
    }

    @Test
    void complete_answer_isReadWhole() {
        CompletionProvider provider = connect(
                e -> e.send(200, answered("Mango 🥭"), "x-request-id", "req-1", "X-Ratelimit-Limit-Requests", "60"));

        Completion answer = Requests.answer(provider, request(0));

        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.text()).isEqualTo("Mango 🥭");
        assertThat(answer.finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
        assertThat(answer.usage()).isEqualTo(usage());
        assertThat(answer.modelVersion()).contains("m-001");
        assertThat(answer.requestId()).contains("req-1");
        assertThat(answer.rateLimits().requestsPerMinute()).hasValue(60);
        assertThat(answer.raw()).contains(answered("Mango 🥭"));
    }

    @Test
    void complete_emptyAnswer_isAnAnswer() {
        assertThat(ask(empty())).returns(Outcome.ANSWERED, Completion::outcome).returns("", Completion::text);
    }

    @Test
    void complete_refusal_isAnAnswer() {
        for (Canned canned : refused()) {
            assertThat(ask(canned))
                    .returns(Outcome.REFUSED, Completion::outcome)
                    .returns(
                            FinishReason.Kind.REFUSAL,
                            answer -> answer.finishReason().kind());
        }
    }

    @Test
    void complete_blocked_isAnAnswer() {
        for (Canned canned : blocked()) {
            assertThat(ask(canned))
                    .returns(Outcome.BLOCKED, Completion::outcome)
                    .returns(
                            FinishReason.Kind.CONTENT_FILTER,
                            answer -> answer.finishReason().kind());
        }
    }

    @Test
    void complete_truncated_isAnAnswer() {
        assertThat(ask(truncated()))
                .returns(Outcome.TRUNCATED, Completion::outcome)
                .returns("Man", Completion::text)
                .returns(
                        FinishReason.Kind.LENGTH,
                        answer -> answer.finishReason().kind());
    }

    @Test
    void complete_unknownFinishReason_isKept() {
        finished("moon_phase")
                .ifPresent(canned -> assertThat(ask(canned))
                        .returns(Outcome.ANSWERED, Completion::outcome)
                        .returns("Mango", Completion::text)
                        .returns(FinishReason.other("moon_phase"), Completion::finishReason));
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><title>Sign in</title>",
                "",
                "null",
                "[]",
                "{}",
                "\"Mango\"",
                "{\"choices\":",
                "{} {}",
                "{\"choices\":7,\"content\":7,\"candidates\":7,\"message\":7,\"output\":7}",
                "\u0000"
            })
    void complete_replyNotOfTheDialect_isTransient(String body) {
        assertThat(faultOf(exchange -> exchange.send(200, body))).isInstanceOf(TransientProviderException.class);
    }

    @Test
    void complete_answerCutShortAnywhere_isTransient() {
        String whole = answered("Mango");
        for (int length = 0; length < whole.length(); length += 7) {
            String part = whole.substring(0, length);
            assertThat(faultOf(exchange -> exchange.send(200, part))).isInstanceOf(TransientProviderException.class);
        }
    }

    @Test
    void complete_hugeReply_isRefusedWithoutReadingItAll() {
        ScriptedServer server = serve(exchange -> {
            exchange.head(200, 50L << 20);
            for (int i = 0; i < 50; i++) {
                exchange.write(MEBIBYTE);
            }
            exchange.stall();
        });

        assertThat(Requests.fault(connect(server), request(0)))
                .isInstanceOf(TransientProviderException.class)
                .hasMessageContaining("larger than 33554432 bytes");
        assertThat(server.sawClientLeave()).isTrue();
    }

    @Test
    void complete_replyBelowTheLimit_isRead() {
        String text = "Mango ".repeat(1_000_000);
        CompletionProvider provider = connect(exchange -> exchange.send(200, answered(text)));

        assertThat(Requests.answer(provider, request(0)).text()).isEqualTo(text);
    }

    @Test
    void cancel_headersStalled_closesTheConnection() {
        cancelClosesTheConnection(serve(Exchange::stall), future -> future.cancel(true));
    }

    @Test
    void cancel_bodyStalled_closesTheConnection() {
        cancelClosesTheConnection(serve(this::stallInBody), future -> future.cancel(true));
    }

    @Test
    void deadline_bodyStalled_closesTheConnection() {
        // As an engine's deadline does it.
        cancelClosesTheConnection(serve(this::stallInBody), future -> future.orTimeout(1, TimeUnit.MILLISECONDS));
    }

    private void stallInBody(Exchange exchange) throws IOException {
        exchange.head(200, 1_000);
        exchange.write("{\"id\":".getBytes(StandardCharsets.UTF_8));
        exchange.stall();
    }

    private void cancelClosesTheConnection(ScriptedServer server, Consumer<CompletableFuture<Completion>> end) {
        CompletableFuture<Completion> future = connect(server).complete(request(0));
        server.take();

        end.accept(future);

        assertThat(server.sawClientLeave()).isTrue();
        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void close_requestUnderWay_closesTheConnection() {
        ScriptedServer server = serve(Exchange::stall);
        CompletionProvider provider = connect(server);
        CompletableFuture<Completion> future = provider.complete(request(0));
        server.take();

        provider.close();

        assertThat(server.sawClientLeave()).isTrue();
        assertThat(Requests.fault(future)).isInstanceOf(TransientProviderException.class);
    }

    @Test
    void complete_connectionBroken_isTransient() {
        assertThat(faultOf(Exchange::reset)).isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(Exchange::close)).isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(exchange -> {
                    exchange.head(200, 1_000);
                    exchange.write(answered("Mango").getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                }))
                .isInstanceOf(TransientProviderException.class);
        assertThat(faultOf(exchange -> {
                    exchange.write("no HTTP at all\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                }))
                .isInstanceOf(TransientProviderException.class);
    }

    @Test
    void complete_nobodyListens_saysWhere() {
        ScriptedServer gone = serve(Exchange::close);
        URI uri = gone.uri();
        gone.close();

        assertThat(Requests.fault(connect(uri, Map.of()), request(0)))
                .isInstanceOf(TransientProviderException.class)
                .hasMessage(dialect().id() + ": no connection to " + uri.getAuthority() + "; is the server up?");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void complete_redirect_isNotFollowed(int status) {
        ScriptedServer thief = serve(exchange -> exchange.send(200, answered("Mango")));

        ProviderException fault =
                faultOf(exchange -> exchange.send(status, "", "Location", thief.uri() + "/?k=" + SECRET));

        assertThat(fault)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("redirect")
                .returns(true, ProviderException::stopsLane);
        assertThat(thief.isUntouched()).isTrue();
    }

    @Test
    void complete_serverEchoesTheKey_hidesIt() {
        CompletionProvider provider =
                connect(e -> e.send(200, answered("Your key: " + SECRET), "x-request-id", SECRET));

        Completion answer = Requests.answer(provider, request(0));

        assertThat(answer.toString()).doesNotContain(SECRET).contains("Your key: [key]");
    }

    @Test
    void create_keyWithLineBreak_isRefusedUnseen() {
        assertThatThrownBy(() -> dialect()
                        .create(
                                Requests.config(dialect().id(), URI.create("http://localhost"), KEY_VARIABLE, Map.of()),
                                Environment.of(Map.of(KEY_VARIABLE, "sk-one\nsk-two"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(KEY_VARIABLE + ": holds a character that no key has");
    }

    @Test
    void create_keyVariableUnset_isNamed() {
        assertThatThrownBy(() -> dialect()
                        .create(
                                Requests.config(dialect().id(), URI.create("http://localhost"), "NOT_SET", Map.of()),
                                Environment.of(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NOT_SET");
    }

    @Test
    void create_cleartextToAnotherHost_mustBeAllowed() {
        URI far = URI.create("http://models.example/v1");
        assertThatThrownBy(() -> connect(far, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("allow-insecure");

        assertThat(connect(far, Map.of("allow-insecure", "true")).toString()).contains("models.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pass-word-1@models.example",
                "https://models.example?key=pass-word-1",
                "https://models.example#pass-word-1",
                "ftp://pass-word-1",
                "https:///pass-word-1"
            })
    void create_baseUrlUnfit_isRefusedUnseen(String url) {
        assertThatThrownBy(() -> connect(URI.create(url), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("providers." + dialect().id() + ".base-url: ")
                .hasMessageNotContaining("pass-word-1");
    }

    @Test
    void create_declaredServerWithoutKeyEnv_isSentNoKey() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Map<String, String> variables = new TreeMap<>();
        dialect().environmentVariables().stream()
                .filter(name -> name.endsWith("KEY"))
                .forEach(name -> variables.put(name, SECRET));
        Assumptions.assumeThat(variables).isNotEmpty();
        try (CompletionProvider provider = dialect()
                .create(
                        Requests.config(dialect().id(), URI.create(server.uri() + basePath()), "", options()),
                        Environment.of(variables))) {
            Requests.answer(provider, request(0));
        }

        assertThat(server.take().headers().toString()).doesNotContain(SECRET);
    }
}
