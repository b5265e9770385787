package dev.slop.report.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Cleaning.Rule;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Prompt;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.report.embedding.ExperimentEmbedder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CleaningRulesTest {
    private static final AnswerForm TEXT = new AnswerForm.FreeText();
    private static final AnswerForm NUMBER = new AnswerForm.WholeNumber(1, 10_000, Locale.GERMAN);
    private static final AnswerForm COIN = new AnswerForm.Choice(List.of("heads", "tails"));

    private static Rule plain(String name) {
        return new Rule(name, Optional.empty());
    }

    private static Rule regex(String pattern) {
        return new Rule(Rule.REGEX, Optional.of(pattern));
    }

    private static Cleaning changed(List<String> without, Rule... with) {
        return new Cleaning.Changed(without, List.of(with), List.of());
    }

    @Test
    void of_default_isTheFormsOwn() {
        assertThat(CleaningRules.of(TEXT, Cleaning.byDefault()).names())
                .isEqualTo(AnswerRules.text().names());
        assertThat(CleaningRules.of(NUMBER, Cleaning.byDefault()).apply("1.000").text())
                .isEqualTo("1000");
    }

    @Test
    void of_list_isExactlyThatOrder() {
        Cleaning cleaning = new Cleaning.Only(List.of(plain("case"), regex("answer: (.*)"), plain("quotes")));

        AnswerRules rules = CleaningRules.of(TEXT, cleaning);

        assertThat(rules.names()).containsExactly("case", "regex", "quotes");
        assertThat(rules.apply("ANSWER: Mango").text()).isEqualTo("mango");
    }

    @Test
    void of_list_stillReadsTheForm() {
        assertThat(CleaningRules.of(NUMBER, new Cleaning.Only(List.of(plain("case"))))
                        .names())
                .containsExactly("case", "number", "range");
        assertThat(CleaningRules.of(COIN, new Cleaning.Only(List.of(plain("choice"), plain("case"))))
                        .names())
                .containsExactly("choice", "case");
    }

    @Test
    void of_changes_standWhereTheyCanWork() {
        AnswerRules rules = CleaningRules.of(
                TEXT, changed(List.of("emoji"), plain("first-line"), new Rule(Rule.JSON_FIELD, Optional.of("answer"))));

        assertThat(rules.names())
                .containsExactly(
                        "invisible",
                        "quotes",
                        "dashes",
                        "unicode",
                        "json-field",
                        "markdown",
                        "list-numbering",
                        "preamble",
                        "closing-offer",
                        "first-line",
                        "case",
                        "white-space",
                        "punctuation");
        assertThat(rules.apply("```json\n{\"answer\": \"Mango\\nor so\"}\n```").text())
                .isEqualTo("mango");
    }

    @Test
    void of_additionToANumber_standsBeforeTheNumberIsRead() {
        assertThat(CleaningRules.of(NUMBER, changed(List.of(), regex("Answer: (.*)"), plain("preamble")))
                        .apply("7 tries. Answer: 42")
                        .text())
                .isEqualTo("42");
    }

    @Test
    void of_ruleThatTheFormLacks_canBeSwitchedOffForAllForms() {
        assertThat(CleaningRules.of(COIN, changed(List.of("emoji"))).names())
                .isEqualTo(CleaningRules.of(COIN, Cleaning.byDefault()).names());
    }

    @Test
    void of_order_isTheOneStated() {
        Cleaning cleaning = new Cleaning.Changed(
                List.of("invisible", "dashes", "unicode", "markdown"), List.of(), List.of("choice", "quotes"));

        assertThat(CleaningRules.of(COIN, cleaning).names()).containsExactly("choice", "quotes");
    }

    @Test
    void rules_thatThereAreNot_nameThePromptAndTheRule() {
        assertRefused(changed(List.of("emojis")), "prompt 'joke': clean: no cleaning rule \"emojis\"; there are ");
        assertRefused(changed(List.of(), plain("lines")), "prompt 'joke': clean: no cleaning rule \"lines\"");
        assertRefused(changed(List.of("choice")), "clean: \"choice\" reads the answer and cannot be switched off");
        assertRefused(changed(List.of(), plain("regex")), "clean: \"regex\" needs a setting");
        assertRefused(changed(List.of(), new Rule("case", Optional.of("x"))), "clean: \"case\" takes no setting");
        assertRefused(
                new Cleaning.Changed(List.of(), List.of(), List.of("case")), "clean: the order must name each of");
        assertRefused(changed(List.of(), regex("a\n(")), "clean: ");
    }

    private static void assertRefused(Cleaning cleaning, String message) {
        Prompt prompt = Prompt.of("joke", "Tell me a joke").withClean(cleaning);

        assertThatThrownBy(() -> PromptSpecs.rules(prompt))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> PromptSpecs.of(prompt, ExperimentEmbedder.installed(prompt.same())))
                .isInstanceOf(ConfigurationException.class);
    }
}
