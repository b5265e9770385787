package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Outcome;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderContract;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderException;
import dev.slop.core.provider.RateLimitedException;
import dev.slop.core.provider.TransientProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatedProviderTest extends CompletionProviderContract {
    private static final int SAMPLES = 3_000;

    @Override
    protected CompletionProvider provider() {
        return simulated(Map.of());
    }

    @Override
    protected CompletionRequest request(int index) {
        return plainRequest(Requests.of("simulated/m", "p", "p", 0).key().model(), "Pick a fruit", index);
    }

    @Override
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.of(simulated(Map.of("failing", "1")));
    }

    @Override
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.of(simulated(Map.of("latency-ms", "86400000")));
    }

    @Override
    protected Optional<CompletionProviderFactory> factory() {
        return Optional.of(new SimulatedProviderFactory());
    }

    private static CompletionProvider simulated(Map<String, String> options) {
        return new SimulatedProviderFactory().create(Requests.config("simulated", options), Environment.of(Map.of()));
    }

    private Map<String, Long> counts(CompletionProvider provider) {
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> Requests.answer(provider, request(i)).text())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void complete_weights_areKept() {
        Map<String, Long> counts = counts(simulated(Map.of("answers", "Mango=10, Apple=5", "seed", "7")));

        // Binomial(3000, 2/3): mean 2000, sd 25.8; five sd is a false alarm in 10^-6 of seeds, and the seed is fixed.
        assertThat(counts).containsOnlyKeys("Mango", "Apple");
        assertThat(counts.get("Mango")).isBetween(1_871L, 2_129L);
    }

    @Test
    void complete_withoutAnswers_followsZipf() {
        Map<String, Long> counts = counts(simulated(Map.of("support", "3", "exponent", "1")));

        // Weights 1, 1/2, 1/3 of 11/6: expected 1636, 818, 545 of 3000.
        assertThat(counts.get("answer 1")).isBetween(1_500L, 1_770L);
        assertThat(counts.get("answer 3")).isBetween(435L, 655L);
    }

    @Test
    void complete_inAnyOrder_givesTheSameAnswers() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        String[] forwards = new String[order.size()];
        order.forEach(i -> forwards[i] = Requests.answer(provider(), request(i)).text());
        Collections.shuffle(order, new Random(1));
        CompletionProvider other = provider();

        order.forEach(i -> assertThat(Requests.answer(other, request(i)).text()).isEqualTo(forwards[i]));
    }

    @Test
    void complete_faultsOn_answersAsWithout() {
        CompletionProvider faulty = simulated(Map.of("failing", "0.3", "rate-limited", "0.3"));
        CompletionProvider sound = provider();
        for (int i = 0; i < 100; i++) {
            assertThat(retried(faulty, request(i)))
                    .isEqualTo(Requests.answer(sound, request(i)).text());
        }
    }

    private static String retried(CompletionProvider provider, CompletionRequest request) {
        while (true) {
            try {
                return provider.complete(request).get().text();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(ProviderException.class);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void complete_anotherSeedModelOrIndex_drawsAnew() {
        CompletionProvider provider = simulated(Map.of("support", "1000000", "exponent", "0"));
        CompletionProvider reseeded = simulated(Map.of("support", "1000000", "exponent", "0", "seed", "1"));
        String text = Requests.answer(provider, request(0)).text();

        assertThat(Requests.answer(provider, request(1)).text()).isNotEqualTo(text);
        assertThat(Requests.answer(reseeded, request(0)).text()).isNotEqualTo(text);
        assertThat(Requests.answer(provider, Requests.of("simulated/n", "p", "Pick a fruit", 0))
                        .text())
                .isNotEqualTo(text);
    }

    @Test
    void complete_answersOfOnePrompt_overrideTheRest() {
        CompletionProvider provider = simulated(Map.of("answers", "x", "answers.fruit", "Mango"));

        assertThat(Requests.answer(provider, Requests.of("simulated/m", "fruit", "?", 0))
                        .text())
                .isEqualTo("Mango");
        assertThat(Requests.answer(provider, Requests.of("simulated/m", "joke", "?", 0))
                        .text())
                .isEqualTo("x");
    }

    @Test
    void complete_outcomesAndFaults_areOfTheirKind() {
        assertThat(Requests.answer(simulated(Map.of("refused", "1")), request(0))
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(Requests.answer(simulated(Map.of("blocked", "1")), request(0))
                        .text())
                .isEmpty();
        assertThat(Requests.answer(simulated(Map.of("truncated", "1")), request(0))
                        .outcome())
                .isEqualTo(Outcome.TRUNCATED);
        assertThat(Requests.fault(simulated(Map.of("failing", "1")), request(0)))
                .isInstanceOf(TransientProviderException.class);
        assertThat(Requests.fault(
                        simulated(Map.of("rate-limited", "1", "retry-after-ms", "250", "latency-ms", "1-2")),
                        request(0)))
                .isInstanceOf(RateLimitedException.class)
                .returns(Optional.of(Duration.ofMillis(250)), ProviderException::retryAfter);
    }

    @ParameterizedTest
    @CsvSource({
        "seed,x", "answers,Mango=0", "answers,'Mango,Mango'", "answers,Mango=NaN", "support,0", "exponent,NaN",
        "failing,2", "failing,-0.1", "latency-ms,9-1", "latency-ms,-1", "retry-after-ms,x", "sed,1"
    })
    void create_wrongOption_isNamed(String option, String value) {
        assertThatThrownBy(() -> simulated(Map.of(option, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("providers.simulated." + option + ": ");
    }

    @Test
    void create_sharesAboveOne_areRefused() {
        assertThatThrownBy(() -> simulated(Map.of("failing", "0.6", "rate-limited", "0.6")))
                .hasMessageContaining("must not exceed 1");
    }
}
