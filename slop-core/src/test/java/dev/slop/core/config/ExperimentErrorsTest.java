package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is one line with its place. */
final class ExperimentErrorsTest {
    /** Two lines, so that what follows begins at line 3. */
    private static final String GOOD = "models: [openai/x]\nprompts: [Hi]\n";

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        Path file = folder.resolve("experiment.yaml");
        Files.write(file, content);
        return file;
    }

    private void assertMistake(byte[] content, String message) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> ExperimentFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ":" + message);
    }

    private static Arguments mistake(String yaml, String message) {
        return Arguments.of(yaml, message);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                mistake(
                        "models: [a/b]\nprompts:\n  - Hi\n  - text: Ho\n    sampels: 3\n",
                        "5:5: unknown key 'sampels' in prompts[1]; did you mean 'samples'?"),
                mistake(GOOD + "model: [a/b]\n", "3:1: unknown key 'model'; did you mean 'models'?"),
                mistake(GOOD + "colour: red\n", "3:1: unknown key 'colour'"),
                mistake(
                        GOOD + "parameters: {maxOutputTokens: 3}\n",
                        "3:14: unknown key 'maxOutputTokens' in parameters; did you mean 'max-output-tokens'?"),
                mistake(GOOD + "limits: {openai: {rpm: 3}}\n", "3:19: unknown key 'rpm' in limits.openai"),
                mistake(
                        GOOD + "limits: {opnai: {in-flight: 3}}\n",
                        "3:10: limits for 'opnai', which no model here uses; did you mean 'openai'?"),
                mistake(
                        GOOD + "providers: {local: {base_url: 'http://x'}}\n",
                        "3:21: unknown key 'base_url' in providers.local; did you mean 'base-url'?"),
                mistake(GOOD + "samples: 3\nsamples: 4\n", "4:1: key 'samples' is stated twice"),
                mistake(
                        "models: [a/b]\nprompts:\n  - {text: Hi, id: a, text: Ho}\n",
                        "3:23: key 'text' is stated twice in prompts[0]"),
                mistake(GOOD + "[a, b]: 3\n", "3:1: a key must be a text, but is a list"),
                mistake(GOOD + "~: 3\n", "3:1: a key must be a text, but is empty"),
                mistake("prompts: [Hi]\n", "1:1: 'models' is missing"),
                mistake("# head\nmodels: [a/b]\n", "2:1: 'prompts' is missing"),
                mistake("models: [a/b]\nprompts:\n  - id: a\n", "3:5: 'text' is missing in prompts[0]"),
                mistake(GOOD + "<<: {samples: 3}\n", "3:1: unknown key '<<'"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                mistake("prompts: [Hi]\nmodels: openai/x\n", "2:9: models must be a list, but is 'openai/x'"),
                mistake("prompts: [Hi]\nmodels: []\n", "2:9: models must not be an empty list"),
                mistake(
                        "prompts: [Hi]\nmodels: [gpt-5]\n",
                        "2:10: model must be written provider/model: 'gpt-5' in models[0]"),
                mistake(
                        "prompts: [Hi]\nmodels: [openai/]\n",
                        "2:10: model must be written provider/model: 'openai/' in models[0]"),
                mistake("prompts: [Hi]\nmodels:\n  - a/b\n  - a/c\n  - a/b\n", "5:5: models[2] is stated twice: 'a/b'"),
                mistake("prompts: [Hi]\nmodels: [[a]]\n", "2:10: models[0] must be a text, but is a list"),
                mistake("models: [a/b]\nprompts: Hi\n", "2:10: prompts must be a list, but is 'Hi'"),
                mistake("models: [a/b]\nprompts:\n", "2:9: prompts must be a list, but is empty"),
                mistake(
                        "models: [a/b]\nprompts: [\"x\\uD800y\"]\n",
                        "2:11: prompts[0] holds half of a surrogate pair, which cannot be sent"),
                mistake("models: [a/b]\nprompts: ['']\n", "2:11: prompts[0] must not be blank"),
                mistake("models: [a/b]\nprompts: [{text: }]\n", "2:17: prompts[0].text must be a text, but is empty"),
                mistake(
                        "models: [a/b]\nprompts: [{text: {a: b}}]\n",
                        "2:18: prompts[0].text must be a text, but is a mapping"),
                mistake(
                        "models: [a/b]\nprompts:\n  - {id: a, text: Hi}\n  - {id: a, text: Ho}\n",
                        "4:5: prompts[1] has the id 'a' of an earlier prompt"),
                mistake(
                        "models: [a/b]\nprompts:\n  - {id: p2, text: Hi}\n  - Ho\n",
                        "4:5: prompts[1] has the id 'p2' of an earlier prompt"),
                mistake(
                        GOOD + "samples: many\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is 'many'"),
                mistake(GOOD + "samples: 0\n", "3:10: samples must be a whole number from 1 to 2147483647, but is '0'"),
                mistake(
                        GOOD + "samples: -3\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is '-3'"),
                mistake(
                        GOOD + "samples: 010\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is '010'"),
                mistake(
                        GOOD + "samples: 1.5\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is '1.5'"),
                mistake(
                        GOOD + "samples: 99999999999999999999999999\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is '99999999999999999999999999'"),
                mistake(
                        GOOD + "samples: '5'\n",
                        "3:10: samples must be a whole number from 1 to 2147483647, but is the text '5'"),
                mistake(GOOD + "name: ../x\n", "3:7: name must be usable as the name of a folder"),
                mistake(GOOD + "name: ..\n", "3:7: name must be usable as the name of a folder"),
                mistake(
                        GOOD + "parameters: {temperature: 3}\n",
                        "3:27: parameters.temperature must be a number from 0 to 2, but is '3'"),
                mistake(
                        GOOD + "parameters: {temperature: .nan}\n",
                        "3:27: parameters.temperature must be a number from 0 to 2, but is '.nan'"),
                mistake(
                        GOOD + "parameters: {top-p: -0.1}\n",
                        "3:21: parameters.top-p must be a number from 0 to 1, but is '-0.1'"),
                mistake(
                        GOOD + "parameters: {seed: 9223372036854775808}\n",
                        "3:20: parameters.seed must be a whole number of 64 bits," + " but is '9223372036854775808'"),
                mistake(GOOD + "parameters: {stop: [a, '']}\n", "3:24: parameters.stop[1] must not be empty"),
                mistake(GOOD + "parameters: 5\n", "3:13: parameters must be a mapping, but is '5'"),
                mistake(
                        GOOD + "limits: {openai: {requests-per-minute: 0}}\n",
                        "3:40: limits.openai.requests-per-minute must be a positive number, but is '0'"),
                mistake(
                        GOOD + "limits: {openai: {tokens-per-minute: 1e999}}\n",
                        "3:38: limits.openai.tokens-per-minute must be a positive number, but is '1e999'"),
                mistake(
                        GOOD + "limits: {openai: {tokens-per-minute: 1e999999999}}\n",
                        "3:38: limits.openai.tokens-per-minute must be a positive number, but is '1e999999999'"),
                mistake(GOOD + "budget: {usd: -1}\n", "3:15: budget.usd must be a number of at least 0, but is '-1'"),
                mistake(GOOD + "budget: {usd: $2}\n", "3:15: budget.usd must be a number of at least 0, but is '$2'"),
                mistake(
                        GOOD + "budget: {tokens: -1}\n",
                        "3:18: budget.tokens must be a whole number of at least 0, but is '-1'"));
    }

    static Stream<Arguments> answers() {
        String before = "models: [a/b]\nprompts:\n  - text: Hi\n    ";
        return Stream.of(
                mistake(
                        before + "same: near-duplicates\n",
                        "4:11: prompts[0].same must be exact or near-duplicate or semantic, but is 'near-duplicates';"
                                + " did you mean 'near-duplicate'?"),
                mistake(before + "answer: number\n", "4:13: prompts[0].answer must be text, but is 'number'"),
                mistake(
                        before + "answer: {integer: [1, 2], choice: [a]}\n",
                        "4:13: prompts[0].answer must be text, {integer: [LOWEST, HIGHEST]} or {choice: [A, B]}"),
                mistake(
                        before + "answer: {}\n",
                        "4:13: prompts[0].answer must be text, {integer: [LOWEST, HIGHEST]} or {choice: [A, B]}"),
                mistake(
                        before + "answer: {integr: [1, 2]}\n",
                        "4:14: unknown key 'integr' in prompts[0].answer; did you mean 'integer'?"),
                mistake(
                        before + "answer: {integer: [1]}\n",
                        "4:23: prompts[0].answer.integer must be [LOWEST, HIGHEST]"),
                mistake(
                        before + "answer: {integer: [5, 1]}\n",
                        "4:27: prompts[0].answer.integer[1] must be a whole number of at least 5, but is '1'"),
                mistake(
                        before + "answer: {choice: [a, b, a]}\n",
                        "4:29: prompts[0].answer.choice[2] is stated twice: 'a'"),
                mistake(
                        before + "expect: uniform\n",
                        "4:13: prompts[0].expect is uniform, but over what? State answer: {integer: [LOWEST, HIGHEST]}"
                                + " or {choice: [A, B]}"),
                mistake(
                        before + "expect: unifrom\n",
                        "4:13: prompts[0].expect must be uniform, but is 'unifrom'; did you mean 'uniform'?"),
                mistake(
                        before + "expect: {weights: {a: 0}}\n",
                        "4:27: prompts[0].expect.weights.a must be a positive number, but is '0'"),
                mistake(before + "expect: {weights: {}}\n", "4:23: prompts[0].expect.weights must not be empty"),
                mistake(before + "expect: {}\n", "4:13: 'weights' is missing in prompts[0].expect"));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                mistake("", "1:1: the file is empty"),
                mistake("# nothing\n\n", "1:1: the file is empty"),
                mistake("Just a text", "1:1: the file must be a mapping, but is 'Just a text'"),
                mistake("- a\n- b\n", "1:1: the file must be a mapping, but is a list"),
                mistake("models: [a/b\nprompts: x\n", "2:8: not YAML: expected ',' or ']', but got :"),
                mistake(
                        "models:\n\t- a/b\n",
                        "2:1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                                + " indentation)"),
                mistake("a: b: c\n", "1:5: not YAML: mapping values are not allowed here"),
                mistake("a: *b\n", "1:4: not YAML: found undefined alias b"),
                mistake("a: 1\n---\nb: 2\n", "2:1: not YAML: but found another document"),
                mistake("models: [a/b]\nprompts: ['\u0001']\n", "2:12: not YAML: character U+0001 is not allowed"),
                mistake("{\"models\": [", "1:13: not YAML: expected the node content, but found '<stream end>'"));
    }

    @ParameterizedTest
    @MethodSource({"keys", "values", "answers", "files"})
    void read_mistake_isOneLineWithItsPlace(String yaml, String message) throws IOException {
        assertMistake(yaml.getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    void read_otherEncodings_areNamed() throws IOException {
        String yaml = "models: [a/b]\nprompts: [caf\u00e9]\n";

        assertMistake(yaml.getBytes(StandardCharsets.ISO_8859_1), "2:14: the file is not in UTF-8");
        assertMistake(yaml.getBytes(StandardCharsets.UTF_16), "1:1: the file is not in UTF-8");
        assertMistake("a: b".getBytes(StandardCharsets.UTF_16LE), "1:2: not YAML: character U+0000 is not allowed");
        assertMistake(new byte[] {'a', ':', (byte) 0xE6, (byte) 0xBC}, "1:3: the file is not in UTF-8");
    }

    @Test
    void read_missingFile_saysSo() {
        assertThatThrownBy(() -> ExperimentFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("none.yaml: there is no such file");
        assertThatThrownBy(() -> ExperimentFile.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("\n");
    }

    @Test
    void read_aliasBombs_endAtOnce() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 100; i++) {
            laughs.append(String.format("a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
        }
        String deep = GOOD + "name: " + "[".repeat(100_000);

        for (String bomb : new String[] {
            laughs.toString(), deep, "a: &a [*a]\n", "models: &m [*m]\nprompts: [Hi]\n", "&a {*a : *a}"
        }) {
            Path file = file(bomb.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> ExperimentFile.read(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(file + ":")
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key-env: sk-proj-SECRET",
                "key-env: sk_SECRET",
                "key-env: AIzaSECRET",
                "key-env: 'has blank SECRET'",
                "key-env: aB3dE5gH7jK9mN1pQ3sT5vW7SECRET",
                "api-key: SECRET",
                "apiKey: SECRET",
                "token: SECRET",
                "password: SECRET",
                "header: sk-SECRET",
                "base-url: 'http://user:SECRET@host/v1'",
                "base-url: 'http://host/v1?key=SECRET'",
                "base-url: 'ftp://SECRET'",
                "base-url: 'http://SECRET bad'",
                "type: [sk-SECRET]"
            })
    void read_keyInTheFile_isRefusedAndNotRepeated(String line) throws IOException {
        Path file = file((GOOD + "providers:\n  local:\n    " + line + "\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ExperimentFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + ":5:")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void read_randomlyDamagedFile_neverThrowsAnythingElse() throws IOException {
        byte[] good = """
                name: x
                models: [a/b, c/d]
                samples: 5
                prompts:
                  - {id: a, text: "Hi", samples: 3}
                  - Ho
                limits:
                  a: {in-flight: 3}
                budget: {usd: 2.0}
                """.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (random.nextInt(20) == 0 ? random.nextInt() : 32 + random.nextInt(96));
            }
            Path file = file(bytes);
            try {
                ExperimentFile.read(file);
            } catch (ConfigurationException e) {
                refused++;
                assertThat(e.getMessage()).matches("\\Q" + file + "\\E:[0-9]+:[0-9]+: [^\\p{Cntrl}]+");
            }
        }
        assertThat(refused).isGreaterThan(200);
    }
}
