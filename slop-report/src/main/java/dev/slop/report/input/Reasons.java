package dev.slop.report.input;

/** Texts of other libraries and of files, made fit for one line of a message. */
final class Reasons {
    private static final int LONGEST = 160;

    private Reasons() {}

    static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
