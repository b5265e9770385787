package dev.slop.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback that answers every request alike. */
final class FakeProvider implements AutoCloseable {
    /** Answers one request. */
    @FunctionalInterface
    interface Script {
        void answer(FakeProvider server, HttpExchange exchange) throws IOException;
    }

    static final String ANSWER = "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"Mango\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    FakeProvider(Script script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            try (exchange;
                    InputStream body = exchange.getRequestBody()) {
                body.readAllBytes();
                script.answer(this, exchange);
            }
        });
        server.start();
    }

    static FakeProvider answering(int status, String body) {
        return new FakeProvider((server, exchange) -> send(exchange, status, body));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
