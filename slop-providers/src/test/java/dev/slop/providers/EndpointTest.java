package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
    private static final String KEY = "sk-0123456789abcdef";
    private static final EndpointSpec SPEC = new EndpointSpec(
            "https://api.maker.example/v1",
            "api.maker.example",
            "MAKER_BASE_URL",
            List.of("MAKER_KEY", "OTHER_KEY"),
            UnaryOperator.identity());

    private static Endpoint resolve(String baseUrl, String keyEnv, Map<String, String> variables) {
        ProviderConfig config = new ProviderConfig(
                "maker",
                "maker",
                Optional.ofNullable(baseUrl).map(URI::create),
                Optional.ofNullable(keyEnv),
                Map.of(),
                Path.of(""));
        return Endpoint.resolve(config, Options.of(config), Environment.of(variables), SPEC);
    }

    private static String keyOf(Endpoint endpoint) {
        return endpoint.key().header("");
    }

    @Test
    void resolve_defaults_takesThePreferredKey() {
        Endpoint endpoint = resolve(null, null, Map.of("MAKER_KEY", KEY, "OTHER_KEY", "other"));

        assertThat(endpoint.base()).hasToString("https://api.maker.example/v1");
        assertThat(endpoint.own()).isTrue();
        assertThat(keyOf(endpoint)).isEqualTo(KEY);
        assertThat(keyOf(resolve(null, null, Map.of("OTHER_KEY", KEY)))).isEqualTo(KEY);
    }

    @Test
    void resolve_ownHostWithoutKey_namesTheVariables() {
        assertThatThrownBy(() -> resolve(null, null, Map.of("MAKER_KEY", " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("providers.maker: the environment variable MAKER_KEY or OTHER_KEY is not set;"
                        + " it must hold the key");
    }

    @Test
    void resolve_anotherHost_isNotSentTheMakersKey() {
        Map<String, String> variables = Map.of("MAKER_KEY", KEY);

        assertThat(keyOf(resolve("https://mirror.example/v1", null, variables))).isEmpty();
        assertThat(keyOf(resolve("https://api.maker.example.evil.example", null, variables)))
                .isEmpty();
        assertThat(keyOf(resolve("https://notapi.maker.example", null, variables)))
                .isEmpty();
        assertThat(keyOf(resolve("https://eu.api.maker.example/v1", null, variables)))
                .isEqualTo(KEY);
    }

    @Test
    void resolve_keyEnvNamed_isSentThere() {
        assertThat(keyOf(resolve("https://mirror.example", "MIRROR_KEY", Map.of("MIRROR_KEY", KEY, "MAKER_KEY", "x"))))
                .isEqualTo(KEY);
        assertThatThrownBy(() -> resolve("https://mirror.example", "MIRROR_KEY", Map.of("MAKER_KEY", KEY)))
                .hasMessageContaining("MIRROR_KEY");
    }

    @Test
    void resolve_rootInEnvironment_isSentTheKeyBesideIt() {
        Endpoint endpoint =
                resolve(null, null, Map.of("MAKER_BASE_URL", "https://proxy.example/v1//", "MAKER_KEY", KEY));

        assertThat(endpoint.base()).hasToString("https://proxy.example/v1");
        assertThat(keyOf(endpoint)).isEqualTo(KEY);
        assertThat(keyOf(resolve(null, null, Map.of("MAKER_BASE_URL", "http://localhost:1"))))
                .isEmpty();
    }

    @Test
    void resolve_rootInEnvironmentWrong_namesTheVariableAndHidesTheValue() {
        assertThatThrownBy(() -> resolve(null, null, Map.of("MAKER_BASE_URL", "https://a b/" + KEY)))
                .hasMessage("MAKER_BASE_URL: is no URL")
                .hasNoCause();
        assertThatThrownBy(() -> resolve(null, null, Map.of("MAKER_BASE_URL", "http://far.example")))
                .hasMessageStartingWith("MAKER_BASE_URL: http sends everything in the clear to far.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000/v1",
                "HTTP://LOCALHOST",
                "http://127.0.0.1",
                "http://127.1.2.3:9",
                "http://[::1]:80"
            })
    void resolve_cleartextToLoopback_isAllowed(String url) {
        assertThat(resolve(url, null, Map.of()).base().getScheme()).isEqualTo("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.evil.example",
                "http://localhost.evil.example",
                "http://10.0.0.1",
                "http://127.0.0.1.evil.example"
            })
    void resolve_cleartextToLookalike_isRefused(String url) {
        assertThatThrownBy(() -> resolve(url, null, Map.of())).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void toString_withKey_hidesIt() {
        assertThat(resolve(null, null, Map.of("MAKER_KEY", KEY)))
                .hasToString("maker at https://api.maker.example/v1 with key of MAKER_KEY");
    }

    @Test
    void scrub_placeholderKey_leavesTheTextAlone() {
        assertThat(resolve("https://m.example", "K", Map.of("K", "none")).key().scrub("none of these"))
                .isEqualTo("none of these");
    }
}
