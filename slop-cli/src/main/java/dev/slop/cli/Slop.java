package dev.slop.cli;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Environment;
import dev.slop.metrics.vector.EmbeddingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code slop}. */
@Command(
        name = "slop",
        description = "Samples several language models with the same prompts and measures how alike their answers are.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0    done",
            "  1    gate not met (slop check)",
            "  2    usage or configuration",
            "  3    done in part: some samples failed",
            "  4    nothing done: no key, no quota, no server",
            "  130  interrupted; the same command resumes"
        })
public final class Slop implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private Slop() {}

    /**
     * Runs the command and ends the process.
     *
     * @param args as typed
     */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        Console console = new Console(
                out,
                utf8(FileDescriptor.err),
                Environment.system(),
                Boolean.getBoolean("slop.terminal"),
                Boolean.getBoolean("slop.err-terminal"),
                Integer.getInteger("slop.columns", 0));
        int exitCode = run(console, args);
        out.flush();
        System.exit(exitCode);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** {@return the exit code of the command} */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Slop());
        line.addSubcommand(new DemoCommand(console));
        line.addSubcommand(new RunCommand(console));
        line.addSubcommand(new MeasureCommand(console));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new AnswersCommand(console));
        line.addSubcommand(new CompareCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new InitCommand(console));
        line.addSubcommand(new ProvidersCommand(console));
        line.addSubcommand(new CompletionCommand(console));
        line.addSubcommand(new HelpCommand(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, arguments) -> usage(console, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, arguments(args, "--verbose")));
        return line.execute(args);
    }

    private static boolean arguments(String[] args, String option) {
        return java.util.Arrays.asList(args).contains(option);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private static int usage(Console console, CommandLine.ParameterException e) {
        console.message(e.getMessage() + " (see 'slop "
                + (e.getCommandLine().getParent() == null
                        ? ""
                        : e.getCommandLine().getCommandName() + " ")
                + "--help')");
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Exception e, boolean verbose) {
        if (verbose) {
            e.printStackTrace(console.err());
        }
        if (e instanceof CommandException command) {
            console.message(String.valueOf(command.getMessage()));
            return command.exitCode();
        }
        if (e instanceof EmbeddingException) {
            console.message(String.valueOf(e.getMessage()));
            return ExitCode.NOTHING_DONE;
        }
        if (e instanceof ConfigurationException || e instanceof UncheckedIOException) {
            console.message(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
        console.message("unexpected: " + e + (verbose ? "" : " (--verbose shows where)"));
        return ExitCode.NOTHING_DONE;
    }
}
