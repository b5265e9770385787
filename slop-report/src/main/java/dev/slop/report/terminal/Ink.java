package dev.slop.report.terminal;

/** Colours, or none. The sixteen of every terminal are used, so that the user's own theme decides how they look. */
enum Ink {
    PLAIN,
    COLOURED;

    private static final int[] GROUPS = {36, 33, 35, 32, 34, 31};
    private static final int BOLD = 1;
    private static final int FAINT = 2;
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;

    String bold(String text) {
        return paint(BOLD, text);
    }

    String faint(String text) {
        return paint(FAINT, text);
    }

    String bad(String text) {
        return paint(RED, text);
    }

    String good(String text) {
        return paint(GREEN, text);
    }

    String warning(String text) {
        return paint(YELLOW, text);
    }

    /** The same answer has the same colour under every model of a prompt. */
    String group(int group, String text) {
        return paint(GROUPS[group % GROUPS.length], text);
    }

    private String paint(int code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
