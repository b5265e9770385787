package dev.slop.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An OpenAI-compatible server on the loopback that misbehaves as told: a benchmark's and a test's other end. It holds
 * no thread per waiting request, and every answer it gives is different, so that an answer that is asked for twice, or
 * stored twice, shows.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int CLIENT_GONE = -1;
    private static final long STALL_MILLIS = 60_000;

    private final Behaviour behaviour;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor();
    private final SplittableRandom random;
    private final Map<Integer, Long> replies = new TreeMap<>();
    private final List<String> answers = new ArrayList<>();
    private double permits;
    private long refilledAt = System.nanoTime();

    /**
     * Starts a server on a free port.
     *
     * @param behaviour how it replies
     * @return the server, to be closed
     * @throws IOException if no port can be had
     */
    public static LoopbackServer start(Behaviour behaviour) throws IOException {
        return new LoopbackServer(behaviour);
    }

    private LoopbackServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.random = new SplittableRandom(behaviour.seed());
        this.permits = behaviour.burst();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(workers);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    /** {@return the base URL, ending in {@code /v1}} */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** {@return the texts of all answers whose last byte was written, in the order given} */
    public synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    /** {@return replies by status; dropped connections under 0, replies to a client that went away under −1} */
    public synchronized Map<Integer, Long> replies() {
        return new TreeMap<>(replies);
    }

    @Override
    public void close() {
        server.stop(0);
        delays.shutdownNow();
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Reply reply = next();
        delays.schedule(() -> workers.execute(() -> send(exchange, reply)), reply.delayMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(HttpExchange exchange, Reply reply) {
        try (exchange) {
            if (reply.status() != 0) {
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                reply.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
            count(reply);
        } catch (IOException e) {
            // The client went away, as a killed one does: the reply was not had.
            count(new Reply(CLIENT_GONE, 0, "", "", Map.of()));
        }
    }

    private synchronized void count(Reply reply) {
        replies.merge(reply.status(), 1L, Long::sum);
        if (!reply.text().isEmpty()) {
            answers.add(reply.text());
        }
    }

    private synchronized Reply next() {
        if (behaviour.permitsPerSecond() > 0 && !permitted()) {
            return limited(0);
        }
        long delay = between(behaviour.minLatencyMillis(), behaviour.maxLatencyMillis());
        long faultDelay = behaviour.faultMillis() < 0 ? delay : between(0, behaviour.faultMillis());
        double u = random.nextDouble();
        if (u < behaviour.rateLimited()) {
            return limited(faultDelay);
        }
        u -= behaviour.rateLimited();
        if (u < behaviour.failing()) {
            return new Reply(
                    500,
                    faultDelay,
                    "{\"error\":{\"message\":\"out of order\",\"type\":\"server_error\"}}",
                    "",
                    Map.of());
        }
        u -= behaviour.failing();
        return u < behaviour.dropped()
                ? new Reply(0, faultDelay, "", "", Map.of())
                : slow(u - behaviour.dropped(), delay);
    }

    private Reply slow(double u, long delay) {
        if (u < behaviour.garbled()) {
            return new Reply(200, delay, "<html><body>It works!", "", Map.of());
        }
        return u < behaviour.garbled() + behaviour.stalled()
                ? new Reply(0, STALL_MILLIS, "", "", Map.of())
                : answer(delay);
    }

    private long between(long least, long most) {
        return least + random.nextLong(most - least + 1);
    }

    /** A token bucket that refills continuously, as the providers' do. */
    private boolean permitted() {
        long now = System.nanoTime();
        permits = Math.min(behaviour.burst(), permits + (now - refilledAt) / 1e9 * behaviour.permitsPerSecond());
        refilledAt = now;
        if (permits < 1) {
            return false;
        }
        permits--;
        return true;
    }

    private Reply limited(long delay) {
        String body =
                "{\"error\":{\"message\":\"Rate limit reached\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";
        Map<String, String> headers = new TreeMap<>(limitHeaders());
        behaviour.retryAfter().ifPresent(value -> headers.put("Retry-After", value));
        return new Reply(429, delay, body, "", headers);
    }

    private Reply answer(long delay) {
        String text = "answer " + random.nextLong(Long.MAX_VALUE);
        String body =
                "{\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                        + text
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":6,\"total_tokens\":18}}";
        return new Reply(200, delay, body, text, limitHeaders());
    }

    private Map<String, String> limitHeaders() {
        if (!behaviour.limitHeaders()) {
            return Map.of();
        }
        return Map.of(
                "x-ratelimit-limit-requests", Long.toString(Math.round(behaviour.permitsPerSecond() * 60)),
                "x-ratelimit-remaining-requests", Long.toString((long) permits));
    }

    private record Reply(int status, long delayMillis, String body, String text, Map<String, String> headers) {}
}
