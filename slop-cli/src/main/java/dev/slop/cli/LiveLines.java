package dev.slop.cli;

import java.util.List;

/** Lines on a terminal that are drawn again in place. */
final class LiveLines {
    private static final int USUAL_COLUMNS = 80;

    private final Console console;
    private int drawn;

    LiveLines(Console console) {
        this.console = console;
    }

    /** {@return how wide a line may be} */
    int columns() {
        return console.columns() > 0 ? console.columns() : USUAL_COLUMNS;
    }

    /** Draws lines where the last ones stood. */
    void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(erasing());
        lines.forEach(line -> text.append(line).append('\n'));
        console.err().print(text);
        console.err().flush();
        drawn = lines.size();
    }

    /** Takes back what was drawn. */
    void erase() {
        console.err().print(erasing());
        console.err().flush();
    }

    private String erasing() {
        String up = drawn == 0 ? "" : "\u001b[" + drawn + "A\r\u001b[J";
        drawn = 0;
        return up;
    }
}
