package dev.slop.cli;

import dev.slop.core.provider.Environment;
import dev.slop.report.terminal.TerminalStyle;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Where the command speaks: results to {@code out}, messages to {@code err}.
 *
 * @param out results, and nothing else
 * @param err messages
 * @param environment variables of the process
 * @param terminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param columns width of the terminal, where the launcher knows it; else 0
 */
record Console(
        PrintStream out, PrintStream err, Environment environment, boolean terminal, boolean errTerminal, int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** Both streams are terminals, or none. */
    Console(PrintStream out, PrintStream err, Environment environment, boolean terminal, int columns) {
        this(out, err, environment, terminal, terminal, columns);
    }

    /** {@return the look that the terminal permits: colour only on one, and never under {@code NO_COLOR}} */
    TerminalStyle style() {
        boolean colour = terminal
                && environment.get("NO_COLOR").isEmpty()
                && !environment.get("TERM").orElse("").equals("dumb");
        return new TerminalStyle(columns > 0 ? columns : USUAL_COLUMNS, colour, !terminal || speaksUnicode());
    }

    private boolean speaksUnicode() {
        String locale = environment
                .get("LC_ALL")
                .or(() -> environment.get("LC_CTYPE"))
                .or(() -> environment.get("LANG"))
                .orElse("")
                .toUpperCase(Locale.ROOT);
        return locale.contains("UTF-8") || locale.contains("UTF8");
    }

    /** Says one thing on {@code err}, in one line whatever it holds. */
    void message(String text) {
        err.println("slop: " + oneLine(text));
    }

    /** {@return the text in one line, without anything that a terminal would obey} */
    static String oneLine(String text) {
        return text.replaceAll("\\R", " ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
