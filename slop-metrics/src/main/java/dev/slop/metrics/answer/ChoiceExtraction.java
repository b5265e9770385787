package dev.slop.metrics.answer;

import java.util.List;
import java.util.Optional;

/** Which of the stated choices comes first. */
final class ChoiceExtraction {
    private final List<String> choices;
    private final List<String> folded;

    ChoiceExtraction(List<String> choices) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("choices must not be empty");
        }
        this.choices = List.copyOf(choices);
        this.folded = choices.stream().map(ChoiceExtraction::fold).toList();
        if (folded.contains("")) {
            throw new IllegalArgumentException("a choice is blank: " + choices);
        }
    }

    private static String fold(String text) {
        String plain = Typography.foldDashes(Typography.foldQuotes(text));
        return Typography.collapseSpace(Typography.lowerCase(Typography.normalize(plain)));
    }

    Optional<String> extract(String text) {
        String searched = fold(text);
        int best = -1;
        int bestAt = Integer.MAX_VALUE;
        for (int i = 0; i < folded.size(); i++) {
            int at = find(searched, folded.get(i));
            boolean longer =
                    best >= 0 && folded.get(i).length() > folded.get(best).length();
            if (at >= 0 && (at < bestAt || (at == bestAt && longer))) {
                best = i;
                bestAt = at;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(choices.get(best));
    }

    private static int find(String text, String choice) {
        int at = text.indexOf(choice);
        while (at >= 0 && !isWhole(text, at, at + choice.length())) {
            at = text.indexOf(choice, at + 1);
        }
        return at;
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean startsWord = start == 0 || isBoundary(text.codePointBefore(start), text.codePointAt(start));
        return startsWord && (end == text.length() || isBoundary(text.codePointAt(end), text.codePointBefore(end)));
    }

    private static boolean isBoundary(int outside, int inside) {
        return !CodePoints.isWord(outside)
                || !CodePoints.isWord(inside)
                || (CodePoints.isUnspaced(inside) && !CodePoints.isMark(outside));
    }
}
