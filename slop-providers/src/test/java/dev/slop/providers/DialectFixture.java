package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.SamplingParameters;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** What a provider that speaks HTTP must tell of its dialect to be tested, and a server that speaks it. */
abstract class DialectFixture extends CompletionProviderContract {
    static final String KEY_VARIABLE = "CONTRACT_KEY";
    static final String PROMPT = "Pick a random fruit, only return the fruit";

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
}
