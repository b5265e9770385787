package dev.slop.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link CompletionProvider} keeps. A provider's test extends it and says how the provider is made; the
 * optional hooks switch further tests on.
 */
@Timeout(120)
public abstract class CompletionProviderContract {
    /** The key that a provider under test is given: it must show up nowhere. */
    protected static final String SECRET = "sk-contract-7f3a9c51e2d84b60";

    private static final int AT_ONCE = 64;
    private static final int PATIENCE_SECONDS = 30;

    private CompletionProvider provider;

    /** A provider, made anew for each test, that answers every {@link #request}; closed by the contract. */
    protected abstract CompletionProvider provider();

    /** A request that {@link #provider()} answers; any index from 0 to 99. */
    protected abstract CompletionRequest request(int index);

    /** A provider all of whose requests fail, for example of a server that sends status 500; closed by the contract. */
    protected Optional<CompletionProvider> failingProvider() {
        return Optional.empty();
    }

    /** A provider whose server takes every request and never answers; closed by the contract. */
    protected Optional<CompletionProvider> silentProvider() {
        return Optional.empty();
    }

    /** The factory of the provider under test. */
    protected Optional<CompletionProviderFactory> factory() {
        return Optional.empty();
    }

    /** The variable without which {@link #factory()} refuses to build {@link #keyedConfig()}. */
    protected Optional<String> keyVariable() {
        return Optional.empty();
    }

    /** The set-up that needs {@link #keyVariable()}. */
    protected ProviderConfig keyedConfig() {
        return ProviderConfig.of(factory().orElseThrow().id());
    }

    /** A request as an experiment without any setting would make it. */
    protected static CompletionRequest plainRequest(ModelId model, String prompt, int index) {
        return new CompletionRequest(
                new SampleKey("contract", model, SampleKey.DEFAULT_VARIANT, index),
                prompt,
                Optional.empty(),
                SamplingParameters.unset());
    }

    @BeforeEach
    void open() {
        provider = provider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void complete_plainRequest_answers() throws Exception {
        Completion answer = answerOf(provider.complete(request(0)));

        assertThat(answer.text()).isNotNull();
        assertThat(answer.usage()).isNotNull();
    }

    @Test
    void complete_sameRequestTwice_answersBoth() throws Exception {
        answerOf(provider.complete(request(3)));
        answerOf(provider.complete(request(3)));
    }

    @Test
    void complete_manyAtOnce_answersAll() throws Exception {
        List<CompletableFuture<Completion>> pending = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> provider.complete(request(i)))
                .toList();

        for (CompletableFuture<Completion> future : pending) {
            answerOf(future);
        }
    }

    @Test
    void complete_fromManyThreads_answersAll() throws Exception {
        List<CompletableFuture<Completion>> pending = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> provider.complete(request(i)))
                        .thenCompose(future -> future))
                .toList();

        for (CompletableFuture<Completion> future : pending) {
            answerOf(future);
        }
    }

    @Test
    void complete_afterCancelledRequests_stillAnswers() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            provider.complete(request(i)).cancel(true);
        }

        answerOf(provider.complete(request(AT_ONCE)));
    }

    @Test
    void complete_failing_isAProviderException() {
        CompletionProvider failing = hook(failingProvider());
        try {
            CompletableFuture<Completion> future = failing.complete(request(0));

            assertThatThrownBy(() -> answerOf(future))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(ProviderException.class)
                    .satisfies(CompletionProviderContract::isOneLineWithoutTheKey);
        } finally {
            failing.close();
        }
    }

    @Test
    void complete_serverSilent_returnsAtOnceAndPending() {
        CompletionProvider silent = hook(silentProvider());
        try {
            // A provider that blocked its caller would hang here until the class's time limit.
            List<CompletableFuture<Completion>> pending = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> silent.complete(request(i)))
                    .toList();

            assertThat(pending).noneMatch(CompletableFuture::isDone);
            pending.forEach(future -> assertThat(future.cancel(true)).isTrue());
        } finally {
            silent.close();
        }
    }

    @Test
    void close_requestsUnderWay_returns() {
        CompletionProvider silent = hook(silentProvider());
        CompletableFuture<Completion> pending = silent.complete(request(0));

        silent.close();

        pending.cancel(true);
        assertThat(pending).isDone();
    }

    @Test
    void close_twice_isAllowed() {
        provider.close();

        assertThatCode(provider::close).doesNotThrowAnyException();
    }

    @Test
    void complete_afterClose_failsInsteadOfHanging() {
        provider.close();

        CompletableFuture<Completion> future = provider.complete(request(0));

        assertThatThrownBy(() -> answerOf(future)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void toString_ofProvider_hidesTheKey() {
        assertThat(provider.toString()).doesNotContain(SECRET);
    }

    @Test
    void id_ofFactory_isLowerCaseAndWithoutSlash() {
        String id = hook(factory()).id();

        assertThat(id).isNotBlank().isEqualTo(id.toLowerCase(Locale.ROOT)).doesNotContain("/", " ");
    }

    @Test
    void id_ofFactory_isFoundOnceByServiceLoader() {
        CompletionProviderFactory factory = hook(factory());

        assertThat(ServiceLoader.load(CompletionProviderFactory.class))
                .filteredOn(found -> found.id().equals(factory.id()))
                .singleElement()
                .isInstanceOf(factory.getClass());
    }

    @Test
    void create_withoutKey_namesTheVariable() {
        String variable = hook(keyVariable());
        CompletionProviderFactory factory = hook(factory());

        assertThat(factory.environmentVariables()).contains(variable);
        assertThatThrownBy(() -> factory.create(keyedConfig(), Environment.of(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(variable);
    }

    @Test
    void create_withKey_hidesIt() {
        String variable = hook(keyVariable());
        try (CompletionProvider made =
                hook(factory()).create(keyedConfig(), Environment.of(Map.of(variable, SECRET)))) {
            assertThat(made.toString()).doesNotContain(SECRET);
        }
    }

    private static Completion answerOf(CompletableFuture<Completion> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void isOneLineWithoutTheKey(Throwable fault) {
        assertThat(fault).hasMessageNotContaining(SECRET);
        assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n");
    }

    private static <T> T hook(Optional<T> value) {
        assumeTrue(value.isPresent(), "not offered by this provider");
        return value.orElseThrow();
    }
}
