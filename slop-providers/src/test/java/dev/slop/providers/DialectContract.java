package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider that speaks HTTP keeps, against a server that speaks its dialect and misbehaves. */
abstract class DialectContract extends ExchangeContract {
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
