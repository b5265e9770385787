package dev.slop.providers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP client. It follows no redirect, because the key would go along, and it tries once.
 *
 * <p>Always HTTP/1.1: over HTTP/2 java.net.http opens a single connection to a host and fails requests beyond the
 * server's limit of streams, often 100; and over cleartext it would ask for an upgrade that some servers choke on.
 */
final class Wire implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor threads;
    private final long bodyLimit;
    private volatile @Nullable HttpClient client;

    Wire(String name, long bodyLimit) {
        this.bodyLimit = bodyLimit;
        // Unbounded, because a caller's own follow-ups run on these threads and may block; the JDK's tasks do not.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "slop-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    /** Only cancelling the very future returned here closes the connection. */
    CompletableFuture<HttpResponse<String>> post(URI uri, Map<String, String> headers, byte[] body) {
        HttpClient open = client;
        if (open == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("the provider is closed"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return open.sendAsync(request.build(), LimitedBody.handler(bodyLimit));
    }

    /** The JDK's selector thread ends once the client is unreachable; before JDK 21 nothing can close it. */
    @Override
    public void close() {
        client = null;
        threads.shutdown();
    }
}
