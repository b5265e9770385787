package dev.slop.report.terminal;

/** The lines of the view as they are put together. */
final class Page {
    static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final TerminalStyle style;
    private final Symbols symbols;
    private final Ink ink;

    Page(TerminalStyle style) {
        this.style = style;
        this.symbols = Symbols.of(style);
        this.ink = style.colour() ? Ink.COLOURED : Ink.PLAIN;
    }

    int width() {
        return style.width();
    }

    Symbols symbols() {
        return symbols;
    }

    Ink ink() {
        return ink;
    }

    Numbers numbers() {
        return new Numbers(symbols);
    }

    String safe(String strange, int columns) {
        return SafeText.line(strange, columns, symbols);
    }

    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void rule(String title) {
        String shown = safe(title, width() - 8);
        String start = symbols.rule().repeat(2) + " ";
        int rest = Math.max(0, width() - 4 - DisplayWidth.of(shown));
        line(ink.faint(start) + ink.bold(shown) + " " + ink.faint(symbols.rule().repeat(rest)));
    }

    /** A name at the left, what is known of it at the right. */
    void title(String name, String facts) {
        String shown = safe(name, width() - facts.length() - INDENT.length());
        line(ink.bold(shown) + " ".repeat(width() - DisplayWidth.of(shown) - facts.length()) + facts);
    }

    /** Later lines stand under the text after {@code head}. */
    void paragraph(String head, String body) {
        Paragraph.lines(head, body, width()).forEach(this::line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
