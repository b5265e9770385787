package dev.slop.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.limits.Budget;
import dev.slop.core.provider.CompletionRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplingPlanTest {
    private static final ModelId A = ModelId.parse("p/a");
    private static final ModelId B = ModelId.parse("p/b");

    @Test
    void of_severalPromptsAndModels_interleavesThem() {
        SamplingPlan plan = SamplingPlan.of(experiment(2, Prompt.of("x", "X"), Prompt.of("y", "Y")));

        assertThat(plan.requests().stream().map(r -> name(r.key())))
                .containsExactly(
                        "x p/a 0", "x p/b 0", "y p/a 0", "y p/b 0", "x p/a 1", "x p/b 1", "y p/a 1", "y p/b 1");
    }

    @Test
    void of_promptCleanedInAnotherWay_asksTheSame() {
        Prompt prompt = Prompt.of("x", "X");
        Prompt cleaned = prompt.withClean(new Cleaning.Changed(List.of("emoji"), List.of(), List.of()));

        assertThat(SamplingPlan.of(experiment(2, cleaned)).requests())
                .extracting(CompletionRequest::hash)
                .isEqualTo(SamplingPlan.of(experiment(2, prompt)).requests().stream()
                        .map(CompletionRequest::hash)
                        .toList());
    }

    @Test
    void of_promptWithItsOwnSamples_drawsThatMany() {
        Prompt often = new Prompt(
                "often",
                "Often",
                Optional.of("Be brief."),
                OptionalInt.of(3),
                new AnswerForm.FreeText(),
                SameAnswer.EXACT,
                Optional.empty());

        SamplingPlan plan = SamplingPlan.of(experiment(1, Prompt.of("once", "Once"), often));

        assertThat(plan.size()).isEqualTo(2 + 6);
        CompletionRequest last = plan.requests().get(7);
        assertThat(name(last.key())).isEqualTo("often p/b 2");
        assertThat(last.prompt()).isEqualTo("Often");
        assertThat(last.system()).contains("Be brief.");
    }

    @Test
    void without_answeredDraws_keepsTheOthersInOrder() {
        SamplingPlan plan = SamplingPlan.of(experiment(2, Prompt.of("x", "X")));
        Set<SampleKey> answered =
                Set.of(plan.requests().get(1).key(), new SampleKey("z", A, SampleKey.DEFAULT_VARIANT, 0));

        assertThat(plan.without(answered).requests().stream().map(r -> name(r.key())))
                .containsExactly("x p/a 0", "x p/a 1", "x p/b 1");
    }

    @Test
    void new_sameDrawTwice_isRejected() {
        List<CompletionRequest> requests =
                SamplingPlan.of(experiment(1, Prompt.of("x", "X"))).requests();

        assertThatThrownBy(() -> new SamplingPlan(List.of(requests.get(0), requests.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("planned twice");
    }

    private static String name(SampleKey key) {
        return key.prompt() + " " + key.model() + " " + key.index();
    }

    private static Experiment experiment(int samples, Prompt... prompts) {
        return new Experiment(
                "test",
                List.of(A, B),
                samples,
                List.of(prompts),
                SamplingParameters.unset(),
                Map.of(),
                Budget.unlimited(),
                Map.of());
    }
}
