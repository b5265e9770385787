package dev.slop.providers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a server says into one harmless, short line. */
final class Wording {
    private static final int LONGEST = 300;
    private static final int LONGEST_READ = 4_000;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+");

    private Wording() {}

    static String oneLine(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST_READ));
        String line = BLANK.matcher(head).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    static boolean isHtml(String body) {
        return body.stripLeading().startsWith("<");
    }

    /** What a body that is not JSON says: the title of a page, or its beginning. */
    static String excerpt(String body) {
        String head = body.substring(0, Math.min(body.length(), LONGEST_READ));
        Matcher title = TITLE.matcher(head);
        return isHtml(head)
                ? "HTML page" + (title.find() ? " '" + title.group(1).strip() + "'" : "")
                : head;
    }
}
