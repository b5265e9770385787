package dev.slop.metrics.answer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Takes Markdown's marks out of a text in one pass over each line. Not a full CommonMark reader: it knows what language
 * models write. Emphasis must close on its line, and {@code 2 * 3}, {@code 2*3} and {@code snake_case} stay.
 */
final class Markdown {
    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_TARGET = 500;
    private static final String EMPHASIS = "*_~`";

    private final String text;
    private final BitSet dropped;
    /** Per mark and length where the last run stands that may open, or -1. */
    private final int[] openers = new int[EMPHASIS.length() * (LONGEST_RUN + 1)];

    private final Deque<Integer> brackets = new ArrayDeque<>();

    private Markdown(String text) {
        this.text = text;
        this.dropped = new BitSet(text.length());
    }

    static String strip(String text) {
        var markdown = new Markdown(text);
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            markdown.line(start, end);
            start = end + 1;
        }
        return markdown.rest();
    }

    private String rest() {
        if (dropped.isEmpty()) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        for (int from = dropped.nextClearBit(0); from < text.length(); ) {
            int to = dropped.nextSetBit(from);
            to = to < 0 ? text.length() : to;
            kept.append(text, from, to);
            from = dropped.nextClearBit(to);
        }
        return kept.toString();
    }

    private void line(int start, int end) {
        int at = blockMarks(start, end);
        if (isRule(at, end) || isFence(at, end)) {
            dropped.set(at, end);
        } else {
            inline(at, end);
        }
    }

    /** Drops quotation and heading marks; returns where the line's text begins. */
    private int blockMarks(int start, int end) {
        int at = skipSpaces(start, end);
        while (at < end && text.charAt(at) == '>') {
            int next = skipSpaces(at + 1, end);
            dropped.set(at, next);
            at = next;
        }
        int hashes = at;
        while (hashes < end && text.charAt(hashes) == '#') {
            hashes++;
        }
        if (hashes > at && hashes - at <= 6 && hashes < end && text.charAt(hashes) == ' ') {
            int heading = skipSpaces(hashes, end);
            dropped.set(at, heading);
            return heading;
        }
        return at;
    }

    private int skipSpaces(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private boolean isRule(int start, int end) {
        int marks = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == text.charAt(start) && "-*_=".indexOf(c) >= 0) {
                marks++;
            } else if (!CodePoints.isSpace(c)) {
                return false;
            }
        }
        return marks >= 3;
    }

    /** A fence with at most a language's name after it. */
    private boolean isFence(int start, int end) {
        if (!text.startsWith("```", start) && !text.startsWith("~~~", start)) {
            return false;
        }
        String info = text.substring(start + 3, end).strip();
        return info.chars().noneMatch(c -> c == '`' || c == '~' || CodePoints.isSpace(c));
    }

    private void inline(int start, int end) {
        Arrays.fill(openers, -1);
        brackets.clear();
        for (int i = start; i < end; ) {
            char c = text.charAt(i);
            if (EMPHASIS.indexOf(c) >= 0) {
                i = emphasis(i, end);
            } else if (c == '\\' && i + 1 < end && isAsciiPunctuation(text.charAt(i + 1))) {
                dropped.set(i);
                i += 2;
            } else {
                bracket(i, end);
                i++;
            }
        }
    }

    private static boolean isAsciiPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    private int emphasis(int start, int lineEnd) {
        char mark = text.charAt(start);
        int end = start + 1;
        while (end < lineEnd && text.charAt(end) == mark) {
            end++;
        }
        int length = end - start;
        if (length <= LONGEST_RUN && !(mark == '~' && length != 2)) {
            pair(start, end, EMPHASIS.indexOf(mark) * (LONGEST_RUN + 1) + length, lineEnd);
        }
        return end;
    }

    private void pair(int start, int end, int kind, int lineEnd) {
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        char after = end < lineEnd ? text.charAt(end) : '\n';
        boolean code = text.charAt(start) == '`';
        boolean inWord =
                CodePoints.isWord(before) && CodePoints.isWord(after) && !mayJoinWords(start, end, before, after);
        if (openers[kind] >= 0 && (code || (!CodePoints.isSpace(before) && !inWord))) {
            dropped.set(openers[kind], openers[kind] + end - start);
            dropped.set(start, end);
            openers[kind] = -1;
        } else if (code || (!CodePoints.isSpace(after) && !inWord)) {
            openers[kind] = start;
        }
    }

    /* Scripts without spaces have words on both sides of a strong mark; 2**3 is no emphasis. */
    private boolean mayJoinWords(int start, int end, char before, char after) {
        return text.charAt(start) != '_' && end - start > 1 && !(Character.isDigit(before) && Character.isDigit(after));
    }

    private void bracket(int at, int end) {
        if (text.charAt(at) == '[') {
            brackets.push(at);
        } else if (text.charAt(at) == ']' && !brackets.isEmpty()) {
            int open = brackets.pop();
            int target = at + 1 < end && text.charAt(at + 1) == '(' ? targetEnd(at + 2, end) : -1;
            if (target > 0) {
                dropped.set(open > 0 && text.charAt(open - 1) == '!' ? open - 1 : open, open + 1);
                dropped.set(at, target);
            }
        }
    }

    /** After the parenthesis that closes a link's target, or -1. */
    private int targetEnd(int from, int end) {
        int depth = 1;
        for (int i = from; i < Math.min(end, from + LONGEST_TARGET) && "[]".indexOf(text.charAt(i)) < 0; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
