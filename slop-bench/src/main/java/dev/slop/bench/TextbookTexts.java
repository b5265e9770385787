package dev.slop.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The measures of text as their definitions read, for comparison. */
final class TextbookTexts {
    private static final double SMOOTHING = 0.1;

    private TextbookTexts() {}

    static double selfBleu(List<List<String>> texts, int order) {
        double sum = 0;
        List<List<Map<List<String>, Integer>>> counts = new ArrayList<>();
        for (int n = 1; n <= order; n++) {
            int size = n;
            counts.add(texts.stream().map(text -> counts(text, size)).toList());
        }
        for (int t = 0; t < texts.size(); t++) {
            double logs = 0;
            for (int n = 1; n <= order; n++) {
                logs += Math.log(precision(
                        counts.get(n - 1), t, n, Math.max(1, texts.get(t).size() - n + 1)));
            }
            sum += penalty(texts, t) * Math.exp(logs / order);
        }
        return sum / texts.size();
    }

    private static double precision(List<Map<List<String>, Integer>> counts, int text, int n, int total) {
        int matched = 0;
        for (Map.Entry<List<String>, Integer> gram : counts.get(text).entrySet()) {
            int most = 0;
            for (int other = 0; other < counts.size(); other++) {
                most = other == text ? most : Math.max(most, counts.get(other).getOrDefault(gram.getKey(), 0));
            }
            matched += Math.min(most, gram.getValue());
        }
        return (matched > 0 || n == 1 ? matched : SMOOTHING) / total;
    }

    private static double penalty(List<List<String>> texts, int text) {
        int length = texts.get(text).size();
        int nearest = Integer.MAX_VALUE;
        for (int other = 0; other < texts.size(); other++) {
            int size = texts.get(other).size();
            int gap = Math.abs(size - length);
            int best = Math.abs(nearest - length);
            nearest = other != text && (gap < best || (gap == best && size < nearest)) ? size : nearest;
        }
        return length > nearest ? 1 : Math.exp(1 - (double) nearest / length);
    }

    private static Map<List<String>, Integer> counts(List<String> text, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= text.size(); i++) {
            counts.merge(text.subList(i, i + n), 1, Integer::sum);
        }
        return counts;
    }

    static double rougeL(List<List<String>> texts) {
        double sum = 0;
        for (int a = 0; a < texts.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += 2.0
                        * common(texts.get(a), texts.get(b))
                        / (texts.get(a).size() + texts.get(b).size());
            }
        }
        return sum / texts.size() / (texts.size() - 1) * 2;
    }

    private static int common(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                length[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[a.size()][b.size()];
    }

    static double meanDistinct(List<List<String>> texts, int longest) {
        double sum = 0;
        for (int n = 1; n <= longest; n++) {
            Set<String> different = new HashSet<>();
            int total = 0;
            for (List<String> text : texts) {
                for (int i = 0; i + n <= text.size(); i++) {
                    different.add(String.join(" ", text.subList(i, i + n)));
                    total++;
                }
            }
            sum += (double) different.size() / total;
        }
        return sum / longest;
    }
}
