package dev.slop.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slop help}. */
@Command(
        name = "help",
        description = "Explains a command or a topic.",
        footerHeading = "%nTopics%n",
        footer = {
            "  experiment    every key of an experiment file",
            "  formats       the files that 'slop measure' reads",
            "  metrics       what the numbers mean, and which one to quote",
            "  environment   variables that slop reads",
            "  exit-codes    what a script can rely on"
        })
final class HelpCommand implements Callable<Integer> {
    static final List<String> TOPICS = List.of("experiment", "formats", "metrics", "environment", "exit-codes");

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND|TOPIC", arity = "0..1", description = "What to explain.")
    private @Nullable String topic;

    HelpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(text());
        console.out().flush();
        return ExitCode.DONE;
    }

    private String text() {
        CommandLine root = spec.root().commandLine();
        if (topic == null) {
            return root.getUsageMessage()
                    + spec.commandLine()
                            .getUsageMessage()
                            .lines()
                            .dropWhile(line -> !line.equals("Topics"))
                            .map(line -> line + "\n")
                            .reduce("\n", String::concat);
        }
        String name = topic.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(root.getSubcommands().get(name))
                .map(CommandLine::getUsageMessage)
                .or(() -> TOPICS.contains(name) ? Templates.find("help/" + name + ".txt") : Optional.empty())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "there is no command or topic '" + topic + "'; commands: "
                                + String.join(", ", root.getSubcommands().keySet()) + "; topics: "
                                + String.join(", ", TOPICS)));
    }
}
