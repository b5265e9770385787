package dev.slop.cli;

import dev.slop.core.provider.CompletionProviderFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slop init}. */
@Command(
        name = "init",
        description = "Writes a first experiment with comments, for the models whose keys are set.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {"  slop init", "  slop init jokes.yaml && slop run jokes.yaml --dry-run"})
final class InitCommand implements Callable<Integer> {
    private static final String TEMPLATE = "experiment-template.yaml";
    private static final String SIMULATED = "experiment-simulated.yaml";
    private static final String NO_KEY = "simulated/made-up";

    private final Console console;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "experiment.yaml",
            description = "Where to write it (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("experiment.yaml");

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<Boolean, List<String>> models = modelsByWhetherSet();
        boolean canAsk = models.containsKey(true);
        List<String> lines = new ArrayList<>();
        models.getOrDefault(true, List.of(NO_KEY)).forEach(model -> lines.add("  - " + model));
        models.getOrDefault(false, List.of()).forEach(model -> lines.add("  # - " + model));
        String text = Templates.find(TEMPLATE).orElseThrow().replace("@MODELS@", String.join("\n", lines));
        // Without any key the file still works as it is.
        write(canAsk ? text : text + Templates.find(SIMULATED).orElseThrow());
        if (!common.quiet) {
            console.message("written: " + file + "; try 'slop run " + file + " --dry-run'");
        }
        return ExitCode.DONE;
    }

    private Map<Boolean, List<String>> modelsByWhetherSet() {
        return Providers.factories().values().stream()
                .filter(factory -> factory.exampleModel().isPresent())
                .collect(Collectors.groupingBy(
                        this::isSet,
                        Collectors.mapping(
                                factory -> factory.id() + "/"
                                        + factory.exampleModel().orElseThrow(),
                                Collectors.toList())));
    }

    private boolean isSet(CompletionProviderFactory factory) {
        return factory.environmentVariables().stream()
                .anyMatch(variable -> console.environment().get(variable).isPresent());
    }

    private void write(String text) {
        OpenOption mode = force ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.CREATE_NEW;
        OpenOption create = force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE, create, mode);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(ExitCode.USAGE, file + ": exists; --force writes over it");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
