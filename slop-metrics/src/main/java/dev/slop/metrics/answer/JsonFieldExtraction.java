package dev.slop.metrics.answer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Finds one field without parsing the whole: models wrap JSON in prose and fences, and break it. One pass; a string
 * that is followed by a colon is a field's name.
 */
final class JsonFieldExtraction {
    private final String field;

    JsonFieldExtraction(String field) {
        this.field = requireNonNull(field, "field");
    }

    Optional<String> extract(String text) {
        for (int at = text.indexOf('"', Math.max(0, text.indexOf('{'))); at >= 0; ) {
            int end = stringEnd(text, at);
            int colon = skipSpace(text, end);
            boolean isName = colon < text.length() && text.charAt(colon) == ':';
            if (isName && unescape(text.substring(at + 1, end - 1)).equals(field)) {
                return value(text, skipSpace(text, colon + 1));
            }
            at = text.indexOf('"', end);
        }
        return Optional.empty();
    }

    private static Optional<String> value(String text, int start) {
        if (start == text.length()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.charAt(start)) {
                    case '"' -> content(text, start);
                    case '{', '[' -> text.substring(start, nestedEnd(text, start));
                    default -> text.substring(start, scalarEnd(text, start));
                });
    }

    /** What stands in the quotation marks, or after the first where the text is cut off. */
    private static String content(String text, int open) {
        int end = stringEnd(text, open);
        boolean closed = end > open + 1 && text.charAt(end - 1) == '"';
        return unescape(text.substring(open + 1, closed ? end - 1 : end));
    }

    /** After the closing quotation mark, or the end of the text where there is none. */
    private static int stringEnd(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int nestedEnd(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = stringEnd(text, i) - 1;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int scalarEnd(String text, int start) {
        int at = start;
        while (at < text.length() && ",}]".indexOf(text.charAt(at)) < 0 && !CodePoints.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && CodePoints.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
            } else if (raw.charAt(++i) == 'u' && isHex(raw, i + 1)) {
                plain.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(escaped(raw.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static boolean isHex(String raw, int from) {
        return from + 4 <= raw.length()
                && raw.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
