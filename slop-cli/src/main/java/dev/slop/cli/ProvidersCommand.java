package dev.slop.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.ConfigurationException;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.config.ExperimentFile;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop providers}. */
@Command(
        name = "providers",
        description = "Shows what can be sampled: providers, their servers, and which keys are set (never the keys).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  slop providers",
            "  slop providers --ping",
            "  slop providers experiment.yaml --ping      the experiment's own providers and models"
        })
final class ProvidersCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An experiment whose providers are shown too.")
    private @Nullable Path file;

    @Option(
            names = "--ping",
            description = "Send one tiny request to each model of FILE, or to a small model of each provider whose key"
                    + " is set.")
    private boolean ping;

    ProvidersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, ProviderConfig> configs = new TreeMap<>();
        Providers.factories().keySet().forEach(id -> configs.put(id, ProviderConfig.of(id)));
        List<ModelId> models = new ArrayList<>();
        if (file != null) {
            Experiment experiment = ExperimentFile.read(file);
            configs.putAll(experiment.providers());
            models.addAll(experiment.models());
        }
        List<ProviderState> states = configs.values().stream()
                .map(config -> ProviderState.of(config, console))
                .toList();
        if (ping) {
            List<ModelId> asked = file == null ? examples(states) : models;
            return Ping.all(asked, configs, console, common.json);
        }
        console.out().print(common.json ? json(states) : text(states));
        console.out().flush();
        return ExitCode.DONE;
    }

    private static List<ModelId> examples(List<ProviderState> states) {
        return states.stream()
                .filter(ProviderState::isSet)
                .flatMap(state -> state.factory().exampleModel().stream()
                        .map(model -> new ModelId(state.config().id(), model)))
                .toList();
    }

    private static String text(List<ProviderState> states) {
        int widest = states.stream()
                .mapToInt(state -> state.config().id().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (ProviderState state : states) {
            text.append(String.format("%-" + widest + "s  %s%n", state.config().id(), state.server()));
            state.variables()
                    .forEach((name, isSet) -> text.append(
                            String.format("%" + widest + "s    %s %s%n", "", name, isSet ? "is set" : "is not set")));
        }
        return text.toString();
    }

    private static String json(List<ProviderState> states) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ProviderState state : states) {
            ObjectNode node = all.addObject();
            node.put("id", state.config().id());
            node.put("type", state.config().type());
            node.put("baseUrl", state.server());
            ObjectNode variables = node.putObject("environment");
            state.variables().forEach((name, isSet) -> variables.put(name, isSet ? "set" : "not set"));
        }
        return all.toPrettyString() + "\n";
    }

    /**
     * What is known of a provider without asking it.
     *
     * @param config how it is set up
     * @param factory what builds it
     * @param server its root, or why there is none
     * @param variables the variables it reads, and whether they are set
     */
    private record ProviderState(
            ProviderConfig config, CompletionProviderFactory factory, String server, Map<String, Boolean> variables) {
        static ProviderState of(ProviderConfig config, Console console) {
            CompletionProviderFactory factory = Providers.factories().get(config.type());
            if (factory == null) {
                throw new ConfigurationException(
                        "providers." + config.id() + ": there is no type '" + config.type() + "'; known are "
                                + String.join(", ", Providers.factories().keySet()));
            }
            List<String> names = config.keyEnv().map(List::of).orElse(factory.environmentVariables());
            Map<String, Boolean> variables = names.stream()
                    .collect(Collectors.toMap(
                            name -> name,
                            name -> console.environment().get(name).isPresent(),
                            (a, b) -> a,
                            LinkedHashMap::new));
            return new ProviderState(config, factory, server(factory, config, console), variables);
        }

        private static String server(CompletionProviderFactory factory, ProviderConfig config, Console console) {
            try {
                return factory.baseUrl(config, console.environment())
                        .map(URI::toString)
                        .orElse("asks no server");
            } catch (ConfigurationException e) {
                return "misconfigured: " + e.getMessage();
            }
        }

        boolean isSet() {
            return variables.containsValue(true);
        }
    }
}
