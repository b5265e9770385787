package dev.slop.metrics.grouping;

import java.util.List;

/** How far texts are apart by wording, whatever the threshold: what {@link AnswerGrouping#distances(List)} says by default. */
final class LexicalDistance {
    static final String NAME = "normalised Levenshtein distance";
    /** Two pages of this length take about a tenth of a millisecond. */
    static final int LONGEST = 2_000;

    private LexicalDistance() {}

    static double[][] between(List<String> texts) {
        List<String> compared = texts.stream()
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .toList();
        double[][] distances = new double[compared.size()][compared.size()];
        EditDistance edits = new EditDistance();
        for (int i = 0; i < compared.size(); i++) {
            edits.compile(compared.get(i));
            for (int j = 0; j < i; j++) {
                int longer = Math.max(compared.get(i).length(), compared.get(j).length());
                distances[i][j] = (double) edits.distance(compared.get(j), longer) / Math.max(1, longer);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }
}
