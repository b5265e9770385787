package dev.slop.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slop completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in a shell.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  source <(slop completion bash)                     in ~/.bashrc",
            "  source <(slop completion zsh)                      in ~/.zshrc, after compinit",
            "  slop completion fish > ~/.config/fish/completions/slop.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells that scripts are made for. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        // The script for bash speaks to zsh too, through zsh's own bashcompinit.
        console.out().print(shell == Shell.FISH ? fish(root) : AutoComplete.bash("slop", root.commandLine()));
        console.out().flush();
        return ExitCode.DONE;
    }

    private static String fish(CommandSpec root) {
        StringBuilder script = new StringBuilder("# completion of slop for fish\n");
        root.subcommands().forEach((name, command) -> {
            script.append(line("__fish_use_subcommand", "-f -a " + name, command.getCommandSpec()));
            for (OptionSpec option : command.getCommandSpec().options()) {
                script.append(option(name, option));
            }
        });
        return script.toString();
    }

    private static String line(String condition, String what, CommandSpec described) {
        return "complete -c slop -n " + quoted(condition) + " " + what + " -d "
                + quoted(first(described.usageMessage().description())) + "\n";
    }

    private static String option(String command, OptionSpec option) {
        StringBuilder flags = new StringBuilder();
        for (String name : option.names()) {
            flags.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String argument = option.arity().max() > 0 ? " -r" : "";
        return "complete -c slop -n " + quoted("__fish_seen_subcommand_from " + command) + flags + argument + " -d "
                + quoted(first(option.description())) + "\n";
    }

    /** A default is told by the command's own help; picocli would have to fill it in. */
    private static String first(String[] description) {
        return description.length == 0
                ? ""
                : description[0]
                        .replaceAll(" \\(default: [^)]*\\)", "")
                        .replace("%n", " ")
                        .replace("%%", "%");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
