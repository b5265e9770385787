package dev.slop.cli;

import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers that an experiment asks, each built once and from its factory on the class path. */
final class Providers implements AutoCloseable {
    private final Map<String, CompletionProvider> byId = new TreeMap<>();
    private final Map<String, RateLimits> limits = new TreeMap<>();
    private final KeyGuard guard = new KeyGuard();

    private Providers() {}

    /** Builds what the experiment's models need; nothing is sent. */
    static Providers of(Experiment experiment, Environment environment) {
        return of(experiment.models(), experiment.providers(), environment);
    }

    /** Builds what models need; nothing is sent. */
    static Providers of(List<ModelId> models, Map<String, ProviderConfig> configs, Environment environment) {
        Providers providers = new Providers();
        try {
            for (ModelId model : models) {
                providers.add(model, configs, environment);
            }
            return providers;
        } catch (RuntimeException e) {
            providers.close();
            throw e;
        }
    }

    private void add(ModelId model, Map<String, ProviderConfig> configs, Environment environment) {
        String id = model.provider();
        if (byId.containsKey(id)) {
            return;
        }
        ProviderConfig config = configs.getOrDefault(id, ProviderConfig.of(id));
        CompletionProviderFactory factory = factory(config, model);
        Environment watched = guard.watching(environment, config.keyEnv());
        byId.put(id, guard.guard(create(factory, config, watched)));
        limits.put(id, factory.defaultLimits());
    }

    private static CompletionProviderFactory factory(ProviderConfig config, ModelId model) {
        Map<String, CompletionProviderFactory> factories = factories();
        CompletionProviderFactory factory = factories.get(config.type());
        if (factory == null) {
            throw new ConfigurationException("model " + model + ": there is no provider '" + config.type()
                    + "'; known are " + String.join(", ", factories.keySet())
                    + ", and what the experiment declares under 'providers:'");
        }
        return factory;
    }

    /** {@return the limits that hold where the experiment states none, without building a provider} */
    static Map<String, RateLimits> defaultLimits(Experiment experiment) {
        Map<String, RateLimits> limits = new TreeMap<>();
        for (ModelId model : experiment.models()) {
            String id = model.provider();
            ProviderConfig config = experiment.providers().getOrDefault(id, ProviderConfig.of(id));
            limits.put(id, factory(config, model).defaultLimits());
        }
        return limits;
    }

    /** {@return the factories on the class path, by id} */
    static Map<String, CompletionProviderFactory> factories() {
        Map<String, CompletionProviderFactory> factories = new TreeMap<>();
        ServiceLoader.load(CompletionProviderFactory.class).forEach(factory -> factories.put(factory.id(), factory));
        return factories;
    }

    /** A key that is not set is told apart from a wrong option: nothing in the experiment has to be put right. */
    private CompletionProvider create(
            CompletionProviderFactory factory, ProviderConfig config, Environment environment) {
        try {
            return factory.create(config, environment);
        } catch (ConfigurationException e) {
            String variable = config.keyEnv()
                    .orElseGet(() ->
                            factory.environmentVariables().stream().findFirst().orElse(""));
            boolean missingKey = !variable.isEmpty()
                    && environment.get(variable).isEmpty()
                    && String.valueOf(e.getMessage()).contains(variable);
            String message = guard.scrub(String.valueOf(e.getMessage()));
            throw missingKey
                    ? new CommandException(ExitCode.NOTHING_DONE, message)
                    : new ConfigurationException(message);
        } catch (RuntimeException e) {
            throw new ConfigurationException("providers." + config.id() + ": cannot be built: "
                    + e.getClass().getSimpleName() + ": " + guard.scrub(String.valueOf(e.getMessage())));
        }
    }

    Map<String, CompletionProvider> byId() {
        return byId;
    }

    Map<String, RateLimits> defaultLimits() {
        return limits;
    }

    @Override
    public void close() {
        byId.values().forEach(CompletionProvider::close);
    }
}
