package dev.slop.report.terminal;

/**
 * What the terminal can show.
 *
 * @param width columns; values outside [{@value #NARROWEST}, {@value #WIDEST}] are taken to the nearer end
 * @param colour whether colours may be used; the caller knows of {@code NO_COLOR} and of pipes
 * @param unicode whether the terminal shows more than ASCII
 */
public record TerminalStyle(int width, boolean colour, boolean unicode) {
    static final int NARROWEST = 60;
    static final int WIDEST = 110;
    private static final int USUAL = 80;

    public TerminalStyle {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** {@return 80 columns of Unicode without colour, as for a pipe} */
    public static TerminalStyle plain() {
        return new TerminalStyle(USUAL, false, true);
    }
}
