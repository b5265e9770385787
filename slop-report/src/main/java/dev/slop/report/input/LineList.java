package dev.slop.report.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a numbered or bulleted list. An item goes on over the lines below it up to an empty one, and behind that as far as
 * they are indented; so a closing remark is no part of the last item. Where there are numbers, bullets are parts of items.
 */
final class LineList {
    private static final Pattern NUMBERED =
            Pattern.compile("\\s{0,12}(?:\\*\\*|__)?(?:\\(?\\d{1,3}[.):]|\\[\\d{1,3}])(?:\\*\\*|__)?\\s{1,12}(\\S.*)");
    private static final Pattern BULLETED = Pattern.compile("\\s{0,12}[-*+•‣–—]\\s{1,12}(\\S.*)");
    private static final Pattern INDENTED = Pattern.compile("\\s{2}.*");
    private static final String FENCE = "```";

    private LineList() {}

    /**
     * Reads a list.
     *
     * @param reply the whole reply
     * @param truncated whether its end is missing, so that its last item is not whole
     * @return the items; none if there is no list, or a single bullet
     */
    static List<String> read(String reply, boolean truncated) {
        List<String> lines = reply.lines().toList();
        List<String> items = items(lines, NUMBERED);
        if (items.isEmpty()) {
            List<String> bulleted = items(lines, BULLETED);
            items = bulleted.size() > 1 ? bulleted : List.of();
        }
        boolean cut = truncated && !items.isEmpty() && !reply.endsWith("\n");
        return cut ? items.subList(0, items.size() - 1) : items;
    }

    private static List<String> items(List<String> lines, Pattern marker) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean goesOn = false;
        for (String line : lines) {
            Matcher start = marker.matcher(line);
            if (start.matches()) {
                add(items, item);
                item = new StringBuilder(start.group(1));
                goesOn = true;
            } else if (line.isBlank() || line.startsWith(FENCE)) {
                goesOn = false;
            } else if (goesOn || (!item.isEmpty() && INDENTED.matcher(line).matches())) {
                item.append('\n').append(line.strip());
                goesOn = true;
            }
        }
        add(items, item);
        return items;
    }

    private static void add(List<String> items, StringBuilder item) {
        if (!item.isEmpty()) {
            items.add(item.toString().strip());
        }
    }

    /** {@return the lines of a reply that has no marks but just the number of lines asked for, or its parts by commas} */
    static List<String> unmarked(String reply, int count) {
        List<String> lines = filled(reply.lines().toList());
        if (lines.size() == count) {
            return lines;
        }
        List<String> parts =
                lines.size() == 1 ? filled(Arrays.asList(lines.get(0).split(",", -1))) : List.of();
        return parts.size() == count ? parts : List.of();
    }

    private static List<String> filled(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith(FENCE))
                .toList();
    }
}
