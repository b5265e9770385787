package dev.slop.report.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code <response><text>…</text><probability>…</probability></response>}, the form that verbalized sampling asks
 * for. Tags that were never closed end where the next begins; it is no XML, so nothing in the answers needs escaping.
 */
final class TaggedList {
    private static final Pattern TAG =
            Pattern.compile("<(/?)(response|text|probability)\\b[^<>]{0,200}>", Pattern.CASE_INSENSITIVE);

    private final String reply;
    private final List<ListedAnswer> answers = new ArrayList<>();
    private String open = "";
    private int contentFrom;
    private String text = "";
    private String loose = "";
    private OptionalDouble probability = OptionalDouble.empty();

    private TaggedList(String reply) {
        this.reply = reply;
    }

    /**
     * Reads a list.
     *
     * @param reply the whole reply
     * @param truncated whether its end is missing, so that a text that is not closed is not whole
     * @return the answers; none if there are no such tags
     */
    static List<ListedAnswer> read(String reply, boolean truncated) {
        TaggedList list = new TaggedList(reply);
        Matcher tag = TAG.matcher(reply);
        while (tag.find()) {
            list.tag(tag.group(1).isEmpty(), tag.group(2).toLowerCase(Locale.ROOT), tag.start(), tag.end());
        }
        boolean within = list.open.equals("text") || list.open.equals("response");
        if (!truncated || !within) {
            list.close(reply.length());
        }
        list.finish();
        return list.answers;
    }

    private void tag(boolean opens, String name, int start, int end) {
        close(start);
        boolean nextText = name.equals("text") && !text.isEmpty();
        if (opens && (name.equals("response") || nextText)) {
            finish();
        }
        if (opens) {
            open = name;
            contentFrom = end;
        } else if (name.equals("response")) {
            finish();
        }
    }

    /** What stood open ends here. */
    private void close(int end) {
        String content = open.isEmpty() ? "" : reply.substring(contentFrom, end).strip();
        switch (open) {
            case "text" -> text = content;
            case "probability" -> probability = StatedProbability.of(content);
            case "response" -> loose = content;
            default -> {
                // Between tags.
            }
        }
        open = "";
    }

    private void finish() {
        String answer = text.isEmpty() ? loose : text;
        if (!answer.isEmpty()) {
            answers.add(new ListedAnswer(answer, probability));
        }
        text = "";
        loose = "";
        probability = OptionalDouble.empty();
    }
}
