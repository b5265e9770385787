package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
    @TempDir
    Path folder;

    private PriceList read(String yaml) throws IOException {
        return PriceFile.read(Files.writeString(folder.resolve("prices.yaml"), yaml));
    }

    @Test
    void shippedRows_allHaveADateAndASource() {
        assertThat(PriceFile.shippedRows()).isNotEmpty().allSatisfy((model, price) -> {
            assertThat(price.date()).as(model).isPresent();
            assertThat(price.source()).as(model).contains("/");
            assertThat(price.isFree()).as(model).isFalse();
        });
    }

    @Test
    void shipped_modelsOfTheFirstExperiment_areKnown() {
        PriceList shipped = PriceFile.shipped();

        assertThat(shipped.of(ModelId.parse("anthropic/claude-haiku-4-5-20251001")))
                .hasValueSatisfying(price -> assertThat(price.output()).isEqualByComparingTo("5"));
        assertThat(shipped.of(ModelId.parse("openai/gpt-5-mini"))).isPresent();
        assertThat(shipped.of(ModelId.parse("gemini/gemini-2.5-flash"))).isPresent();
        assertThat(shipped.of(ModelId.parse("made-up/model-x"))).isEmpty();
    }

    @Test
    void read_everyColumn() throws IOException {
        PriceList list = read("""
                - {model: [a/x, a/y], input: 1.5, output: 6, cached: 0.15, input-up-to: 200000,
                   date: 2026-01-31, source: "example.com/prices"}
                """);

        assertThat(list.of(ModelId.parse("a/y")))
                .hasValue(new Price(
                        new BigDecimal("1.5"),
                        new BigDecimal("6"),
                        Optional.of(new BigDecimal("0.15")),
                        OptionalLong.of(200_000),
                        Optional.of(LocalDate.of(2026, 1, 31)),
                        "example.com/prices"));
    }

    @Test
    void read_modelAndPricesAlone_nameTheFileAsTheSource() throws IOException {
        Price price = read("- {model: local/*, input: 0, output: 0}\n")
                .of(ModelId.parse("local/any"))
                .orElseThrow();

        assertThat(price.isFree()).isTrue();
        assertThat(price.source()).isEqualTo("prices.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {model: a/b, input: 1, ouput: 2}| prices.yaml:1:26: unknown key 'ouput'| did you mean 'output'?",
                "- {model: a/b, input: 1}| prices.yaml:1:3: | 'output' is missing",
                "- {model: gpt-5, input: 1, output: 2}| prices.yaml:1:11: | provider/model or provider/*",
                "- {model: a/b, input: -1, output: 2}| prices.yaml:1:23: | at least 0",
                "- {model: a/b, input: $1, output: 2}| prices.yaml:1:23: | dollars per million tokens",
                "- {model: a/b, input: 1e9, output: 2}| prices.yaml:1:23: | dollars per million tokens",
                "- {model: a/b, input: 1, output: 2, cached: 3}| prices.yaml:1:45: | must not exceed",
                "- {model: a/b, input: 1, output: 2, date: May}| prices.yaml:1:43: | a date such as",
                "- {model: [a/b, a/b], input: 1, output: 2}| prices.yaml:1:17: | stated twice",
                "{a/b: 1}| prices.yaml:1:1: | must be a list"
            })
    void read_wrong_namesPlaceAndWhatIsRight(String yaml, String place, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(place.strip())
                .hasMessageContaining(problem.strip())
                .message()
                .hasLineCount(1);
    }
}
