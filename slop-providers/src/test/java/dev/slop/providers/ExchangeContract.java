package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.TransientProviderException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that are no replies, and connections that stall or break. */
abstract class ExchangeContract extends FaultContract {
    private static final byte[] MEBIBYTE = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

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
}
