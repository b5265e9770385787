package dev.slop.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Outcome;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HttpProviderTest {
    private static final int ENOUGH = 60;
    private static final long JOIN_MILLIS = 500;
    private static final String ANSWER =
            "{\"choices\":[{\"message\":{\"content\":\"Mango\"},\"finish_reason\":\"stop\"}]}";

    private static CompletionProvider connect(ScriptedServer server, Map<String, String> options) {
        return new OpenAiProviderFactory()
                .create(Requests.config("openai", server.uri(), "", options), Environment.of(Map.of()));
    }

    private static CompletionRequest request(String prompt, int index) {
        return Requests.of("openai/m", "p", prompt, index);
    }

    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(thread ->
                !thread.getName().startsWith("slop-") && !thread.getName().startsWith("HttpClient-"));
        return all;
    }

    @Test
    void close_afterUse_leavesNoThreadBehind() throws Exception {
        Set<Thread> before = threads();
        Set<Thread> own;
        try (ScriptedServer server = new ScriptedServer(exchange -> exchange.send(200, ANSWER));
                CompletionProvider provider = connect(server, Map.of())) {
            Requests.answer(provider, request("hello", 0));
            own = threads();
            own.removeAll(before);
        }

        assertThat(own).isNotEmpty();
        for (Thread thread : own) {
            // The JDK's selector thread ends when the collector has found that its client is gone.
            for (int i = 0; i < ENOUGH && thread.isAlive(); i++) {
                System.gc();
                thread.join(JOIN_MILLIS);
            }
        }
        assertThat(own).noneMatch(Thread::isAlive);
    }

    @Test
    void complete_manyRequests_holdNoThreadEach() {
        try (ScriptedServer server = new ScriptedServer(Exchange::stall);
                CompletionProvider provider = connect(server, Map.of())) {
            Set<Thread> before = threads();
            List<CompletableFuture<Completion>> pending = IntStream.range(0, 100)
                    .mapToObj(i -> provider.complete(request("hello", i)))
                    .toList();
            pending.forEach(future -> server.take());
            Set<Thread> added = threads();
            added.removeAll(before);
            // While 100 requests wait at most what handled the last events is alive; idle ones end soon.
            assertThat(added).hasSizeLessThan(50);
            pending.forEach(future -> future.cancel(true));
        }
    }

    @Test
    void complete_unpairedSurrogate_endsInAnOutcome() {
        try (ScriptedServer server = new ScriptedServer(exchange -> exchange.send(200, ANSWER));
                CompletionProvider provider = connect(server, Map.of())) {
            assertThat(provider.complete(request("half a pair: \ud83e", 0)))
                    .satisfiesAnyOf(
                            future -> assertThat(Requests.fault(future)).hasMessageContaining("JSON"),
                            future -> assertThat(future.get().outcome()).isEqualTo(Outcome.ANSWERED));
        }
    }

    @Test
    void complete_limitOption_isKept() {
        try (ScriptedServer server = new ScriptedServer(exchange -> exchange.send(200, " ".repeat(1 << 21)));
                CompletionProvider provider = connect(server, Map.of("max-response-mib", "1"))) {
            assertThat(Requests.fault(provider, request("hello", 0))).hasMessageContaining("larger than 1048576 bytes");
        }
    }

    @Test
    void complete_chunkedReply_isLimitedToo() {
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    exchange.write("HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
                    while (true) {
                        exchange.write(("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(UTF_8));
                    }
                });
                CompletionProvider provider = connect(server, Map.of("max-response-mib", "1"))) {
            assertThat(Requests.fault(provider, request("hello", 0))).hasMessageContaining("larger than");
            assertThat(server.sawClientLeave()).isTrue();
        }
    }

    @Test
    void complete_keyNotGiven_saysHowToNameOne() {
        try (ScriptedServer server =
                        new ScriptedServer(exchange -> exchange.send(401, "{\"error\":{\"message\":\"no key\"}}"));
                CompletionProvider provider = connect(server, Map.of())) {
            assertThat(Requests.fault(provider, request("hello", 0)))
                    .hasMessage("openai: the server wants a key, name its variable with key-env: status 401: no key");
        }
    }

    @Test
    void complete_modelOnlyInResponses_isAskedThereAtOpenAiAlone() {
        OpenAiSetup own = setup(true);
        OpenAiSetup other = setup(false);

        assertThat(own.usesResponses("gpt-5.2-pro")).isTrue();
        assertThat(other.usesResponses("gpt-5.2-pro")).isFalse();
    }

    private static OpenAiSetup setup(boolean own) {
        return new OpenAiSetup("openai", own, "auto", "max_tokens", Optional.empty(), Optional.empty());
    }
}
