package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.InvalidRequestException;
import dev.slop.core.provider.ProviderConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayProviderTest extends CompletionProviderContract {
    private static final String GEMINI = "gemini/gemini-2.5-flash";

    @TempDir
    private Path folder;

    @Override
    protected CompletionProvider provider() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            rows.append("{\"prompt\":\"hello\",\"model\":\"replay/m\",\"index\":")
                    .append(i)
                    .append(",\"text\":\"hi\"}\n");
        }
        return replay("contract.jsonl", rows.toString());
    }

    @Override
    protected CompletionRequest request(int index) {
        return Requests.of("replay/m", "contract", "hello", index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(replay("other.jsonl", "{\"prompt\":\"x\",\"model\":\"replay/m\",\"text\":\"hi\"}\n"));
    }

    @Override
    protected Optional<CompletionProviderFactory> factory() {
        return Optional.of(new ReplayProviderFactory());
    }

    private CompletionProvider replay(String name, String rows) {
        try {
            Files.writeString(folder.resolve(name), rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return create(name);
    }

    private CompletionProvider create(String file) {
        ProviderConfig config = new ProviderConfig(
                "recorded", "replay", Optional.empty(), Optional.empty(), Map.of("file", file), folder);
        return new ReplayProviderFactory().create(config, Environment.of(Map.of()));
    }

    private static String fruit(CompletionProvider provider, String model, int index) {
        return Requests.answer(provider, Requests.of(model, "fruit", "changed text", index))
                .text();
    }

    @Test
    void complete_recordedExperiment_givesItsFruits() {
        try (CompletionProvider provider = create("classpath:recorded-fruit.jsonl")) {
            assertThat(fruit(provider, GEMINI, 0)).isEqualTo("Apple");
            assertThat(fruit(provider, GEMINI, 3)).isEqualTo("Mango");
            // The name alone serves too where the file is replayed as replay/gemini/gemini-2.5-flash.
            assertThat(fruit(provider, "replay/" + GEMINI, 3)).isEqualTo("Mango");
        }
    }

    @Test
    void complete_idUnknown_findsThePromptByItsText() {
        try (CompletionProvider provider = create("classpath:recorded-fruit.jsonl")) {
            CompletionRequest renamed = Requests.of(GEMINI, "obst", "Pick a random fruit, only return the fruit", 0);

            assertThat(Requests.answer(provider, renamed).text()).isEqualTo("Apple");
        }
    }

    @Test
    void complete_pastTheLastAnswer_saysWhichIsMissing() {
        try (CompletionProvider provider = create("classpath:recorded-fruit.jsonl")) {
            assertThat(Requests.fault(provider, Requests.of(GEMINI, "fruit", "?", 5)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("classpath:recorded-fruit.jsonl: holds no answer of " + GEMINI
                            + " to prompt 'fruit', variant 'default', index 5")
                    .returns(false, e -> e.stopsLane());
        }
    }

    @Test
    void complete_rowsWithoutIndex_areCountedUp() {
        String row = "{\"prompt_id\":\"fruit\",\"model\":\"a/b\",\"text\":\"%s\"}\n";
        try (CompletionProvider provider =
                replay("a.jsonl", "\uFEFF" + row.formatted("Mango") + "\n" + row.formatted("Apple"))) {
            assertThat(fruit(provider, "a/b", 0)).isEqualTo("Mango");
            assertThat(fruit(provider, "a/b", 1)).isEqualTo("Apple");
        }
    }

    @Test
    void complete_journal_givesTheOutcomeAndSkipsTheRest() {
        String journal = """
                {"v":1,"event":"run","name":"same-slop"}
                {"v":1,"event":"sent","prompt":"fruit","model":"a/b","variant":"default","index":0,"attempt":1}
                {"v":1,"event":"refused","prompt":"fruit","model":"a/b","variant":"default","index":0,"attempt":1,\
                "text":"No.","finishReason":{"kind":"stop","raw":"end_turn"},"usage":{"input":3,"output":2},"requestId":"r1"}
                {"v":1,"event":"failed","prompt":"fruit","model":"a/b","variant":"default","index":1,"error":"x"}
                {"v":1,"event":"answered","prompt":"fru
                {"v":1,"event":"answered","prompt":"fruit","model":"a/b","variant":"default","index":2,"text":"Mango"}
                {"v":1,"event":"answ""";
        try (CompletionProvider provider = replay("journal.jsonl", journal)) {
            Completion refused = Requests.answer(provider, Requests.of("a/b", "fruit", "?", 0));

            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.text()).isEqualTo("No.");
            assertThat(refused.finishReason()).isEqualTo(new FinishReason(FinishReason.Kind.STOP, "end_turn"));
            assertThat(refused.usage())
                    .isEqualTo(new TokenUsage(
                            OptionalLong.of(3), OptionalLong.of(2), OptionalLong.empty(), OptionalLong.empty()));
            assertThat(refused.requestId()).contains("r1");
            assertThat(fruit(provider, "a/b", 2)).isEqualTo("Mango");
            assertThat(Requests.fault(provider, Requests.of("a/b", "fruit", "?", 1)))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"prompt_id":"p","model":"a/b","index":0        | is not a JSON object
            [1]                                             | is not a JSON object
            {} {}                                           | is not a JSON object
            {"model":"a/b","text":"t"}                      | prompt_id: is missing, and so is prompt
            {"prompt":"p","text":"t"}                       | model: is missing or not text
            {"prompt":"p","model":"a/b"}                    | text: is missing or not text
            {"prompt":"p","model":"a/b","text":7}           | text: is missing or not text
            {"prompt":"p","model":"a/b","text":"","index":"0"} | index: must be a whole number from 0, not "0"
            {"prompt":"p","model":"a/b","text":"","index":-1}  | index: must be a whole number from 0, not -1
            {"prompt":"ok","model":"a/b","text":"t","index":0} | index: a second answer of a/b to 'ok' with index 0
            {"event":7}                                     | event: is missing or not text
            """)
    void create_malformedRow_namesFileLineAndField(String row, String message) {
        String good = "{\"prompt\":\"ok\",\"model\":\"a/b\",\"text\":\"t\",\"index\":0}\n";
        assertThatThrownBy(() -> replay("bad.jsonl", good + row + "\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("bad.jsonl:2: " + message);
    }

    @Test
    void create_fileEmptyOrMissingOrNotText_saysSo() throws Exception {
        assertThatThrownBy(() -> replay("empty.jsonl", "\n")).hasMessage("empty.jsonl: holds no answer");
        assertThatThrownBy(() -> create("none.jsonl")).hasMessage("providers.recorded.file: there is no none.jsonl");
        assertThatThrownBy(() -> create("classpath:none.jsonl"))
                .hasMessage("providers.recorded.file: there is no classpath:none.jsonl");
        Files.write(folder.resolve("latin1.jsonl"), "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> create("latin1.jsonl")).hasMessage("latin1.jsonl: is not UTF-8");
    }

    @Test
    void create_withoutFile_namesTheOption() {
        assertThatThrownBy(() -> new ReplayProviderFactory().create(ProviderConfig.of("replay"), Environment.system()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("providers.replay.file: is required");
    }
}
