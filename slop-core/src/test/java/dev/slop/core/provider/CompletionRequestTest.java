package dev.slop.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Elicitation;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.Variant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionRequestTest {
    private static final Prompt FRUIT = Prompt.of("fruit", "Pick a random fruit, only return the fruit");
    private static final ModelId MODEL = ModelId.parse("gemini/gemini-2.5-flash");

    private static CompletionRequest ask(Variant variant) {
        return variant.request(FRUIT, MODEL, 0, SamplingParameters.unset());
    }

    // Reference: Python, hashlib.sha256 over struct.pack('>i', len(part)) + part for the parts
    // text, '-' or '+' + system, model, variant, parameters, index; first 32 hex digits.
    @Test
    void hash_ofTheDefaultVariant_staysAsInJournalsWrittenBefore() {
        assertThat(ask(Variant.byDefault()).hash()).isEqualTo("2eee771e60db3574b19b0f327e472c32");

        CompletionRequest joke = new CompletionRequest(
                new SampleKey("joke", ModelId.parse("openai/gpt-5-mini"), SampleKey.DEFAULT_VARIANT, 3),
                "Tell me a joke",
                Optional.of("Be brief."),
                SamplingParameters.unset().withTemperature(0.7).withMaxOutputTokens(64));
        assertThat(joke.hash()).isEqualTo("cc378ef443e0c158c72cae715202dfef");
    }

    @Test
    void hash_ofVariants_differsInEverythingThatIsSent() {
        SamplingParameters unset = SamplingParameters.unset();
        List<Variant> variants = List.of(
                Variant.byDefault(),
                Variant.of("v", new Elicitation.Direct()),
                new Variant("v", Optional.empty(), unset.withTemperature(1.5), new Elicitation.Direct()),
                new Variant("v", Optional.of("You are a poet"), unset, new Elicitation.Direct()),
                Variant.of("v", new Elicitation.Verbalized(5)),
                Variant.of("v", new Elicitation.Verbalized(6)),
                Variant.of("v", new Elicitation.ListThenPick(5)));

        assertThat(variants.stream().map(v -> ask(v).hash())).doesNotHaveDuplicates();
    }

    @Test
    void request_ofAVariant_overridesTheExperimentAndThePrompt() {
        Variant warm = new Variant(
                "warm",
                Optional.of("You are a poet"),
                SamplingParameters.unset().withTemperature(1.5),
                new Elicitation.Direct());

        CompletionRequest request = warm.request(
                FRUIT, MODEL, 7, SamplingParameters.unset().withTemperature(0.2).withMaxOutputTokens(9));

        assertThat(request.key()).isEqualTo(new SampleKey("fruit", MODEL, "warm", 7));
        assertThat(request.system()).contains("You are a poet");
        assertThat(request.parameters())
                .isEqualTo(SamplingParameters.unset().withTemperature(1.5).withMaxOutputTokens(9));
        assertThat(request.prompt()).isEqualTo(FRUIT.text());
    }

    @Test
    void message_ofAskingForSeveral_namesTheirNumberAndEndsWithThePrompt() {
        assertThat(new Elicitation.Verbalized(5).message(FRUIT.text()))
                .contains("5 responses", "<response>", "<text>", "<probability>", "full distribution")
                .endsWith("\n\n" + FRUIT.text());
        assertThat(new Elicitation.ListThenPick(10).message(FRUIT.text()))
                .contains("10 different responses", "numbered list")
                .endsWith("\n\n" + FRUIT.text());
    }
}
