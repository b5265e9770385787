package dev.slop.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Breaks text into lines at spaces, and a word that is longer than a line where the line ends. */
final class Paragraph {
    /** A space at which no line ends. */
    static final char HOLD = '\u00A0';

    private final int width;
    private final String indent;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line;
    private int used;

    private Paragraph(String head, int width) {
        this.width = width;
        this.indent = " ".repeat(Math.min(width / 2, DisplayWidth.of(head)));
        this.line = new StringBuilder(head);
        this.used = DisplayWidth.of(head);
    }

    /** Lines after the first are indented so that the text stands under itself. */
    static List<String> lines(String head, String body, int width) {
        Paragraph paragraph = new Paragraph(head, width);
        StringTokenizer words = new StringTokenizer(body, " ");
        while (words.hasMoreTokens()) {
            paragraph.add(words.nextToken());
        }
        paragraph.end();
        return paragraph.lines;
    }

    private void add(String word) {
        int wide = DisplayWidth.of(word);
        int gap = used > indent.length() && !endsWithSpace() ? 1 : 0;
        if (used + gap + wide <= width) {
            line.append(" ".repeat(gap)).append(word);
            used += gap + wide;
        } else if (used > indent.length()) {
            end();
            add(word);
        } else {
            String first = DisplayWidth.prefix(word, width - used);
            line.append(first);
            end();
            add(word.substring(first.length()));
        }
    }

    private boolean endsWithSpace() {
        return line.length() > 0 && line.charAt(line.length() - 1) == ' ';
    }

    private void end() {
        lines.add(line.toString().replace(HOLD, ' '));
        line.setLength(0);
        line.append(indent);
        used = indent.length();
    }
}
