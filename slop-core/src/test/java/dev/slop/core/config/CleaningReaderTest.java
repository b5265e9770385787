package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Cleaning.Rule;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CleaningReaderTest {
    @TempDir
    Path folder;

    private Experiment read(String clean, String prompt) {
        Path file = folder.resolve("e.yaml");
        String yaml = "models: [a/b]\n" + (clean.isEmpty() ? "" : "clean: " + clean + "\n") + "prompts:\n  - " + prompt;
        try {
            Files.writeString(file, yaml + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ExperimentFile.read(file);
    }

    private Cleaning cleaning(String clean) {
        return read("", "{text: x, clean: " + clean + "}").prompts().get(0).clean();
    }

    private static Rule plain(String name) {
        return new Rule(name, Optional.empty());
    }

    @Test
    void read_aList_isExactlyTheseRules() {
        assertThat(cleaning("[quotes, {regex: \"Answer: (.*)\"}, {json-field: answer}, case]"))
                .isEqualTo(new Cleaning.Only(List.of(
                        plain("quotes"),
                        new Rule("regex", Optional.of("Answer: (.*)")),
                        new Rule("json-field", Optional.of("answer")),
                        plain("case"))));
    }

    @Test
    void read_changes_areKeptByName() {
        assertThat(cleaning("{without: [emoji], with: [first-line], order: [case, first-line]}"))
                .isEqualTo(new Cleaning.Changed(
                        List.of("emoji"), List.of(plain("first-line")), List.of("case", "first-line")));
    }

    @Test
    void read_ofTheExperiment_isForPromptsThatDoNotSay() {
        Experiment experiment = read("[case]", "one\n  - {text: two, clean: {}}\n  - {text: three}");

        assertThat(experiment.prompts())
                .extracting(prompt -> prompt.clean())
                .containsExactly(
                        new Cleaning.Only(List.of(plain("case"))),
                        Cleaning.byDefault(),
                        new Cleaning.Only(List.of(plain("case"))));
    }

    @Test
    void read_locale_isTheNumbers() {
        Experiment experiment = read("", "{text: x, answer: {integer: [1, 9], locale: de}}");

        assertThat(experiment.prompts().get(0).answer()).isEqualTo(new AnswerForm.WholeNumber(1, 9, Locale.GERMAN));
    }

    @Test
    void write_cleaningAndLocale_areReadBack() {
        Experiment experiment = read(
                "{without: [emoji], with: [{json-field: \"a: b\"}]}",
                "x\n  - {text: y, clean: [case, {regex: '^\\s*([^\"'']+)'}], answer: {integer: [1, 9], locale: de-CH}}");
        Path file = folder.resolve("written.yaml");

        ExperimentFile.write(experiment, file);

        assertThat(ExperimentFile.read(file).prompts()).isEqualTo(experiment.prompts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            case                      | prompts[0].clean must be a mapping
            []                        | prompts[0].clean must not be an empty list
            [case, case]              | prompts[0].clean[1] is stated twice: 'case'
            [regex]                   | prompts[0].clean[0] must be written {regex: …}
            [{regex: "("}]            | prompts[0].clean[0].regex is no regular expression: Unclosed group
            [{regexp: x}]             | unknown key 'regexp' in prompts[0].clean[0]; did you mean 'regex'?
            [{regex: x, json-field: y}] | prompts[0].clean[0] must be the name of a rule
            [[case]]                  | prompts[0].clean[0] must be a mapping
            {witout: [case]}          | unknown key 'witout' in prompts[0].clean; did you mean 'without'?
            {without: case}           | prompts[0].clean.without must be a list
            {without: [{regex: x}]}   | prompts[0].clean.without[0] must be a text
            """)
    void read_whatIsNoCleaning_saysWhere(String clean, String problem) {
        assertThatThrownBy(() -> cleaning(clean))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("e.yaml:3:")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {integer: [1, 9], locale: klingon} | must be a language such as de or en-IN, but is 'klingon'
            {integer: [1, 9], locale: de_DE_x} | must be a language
            {choice: [a, b], locale: de}       | prompts[0].answer.locale is for integer only
            """)
    void read_localeThatIsNone_saysWhere(String answer, String problem) {
        assertThatThrownBy(() -> read("", "{text: x, answer: " + answer + "}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(problem);
    }
}
