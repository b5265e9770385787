package dev.slop.metrics.vector;

import static java.util.Objects.requireNonNull;

import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.Grouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code semantic}: answers are the same where they mean the same, by the cosine of their embeddings.
 *
 * <p>The different texts, in canonical order, are joined by average linkage: two groups become one while the mean cosine
 * over pairs of their texts is the highest of all and reaches the threshold. So a chain of small steps does not join its
 * ends, how often a text was given changes no boundary, and the partition does not depend on the answers' order. A group's
 * label is its {@link Medoid}.
 *
 * <p>Average linkage keeps every pair, so beyond {@value #MOST_LINKED} different texts each text joins, in canonical order
 * (the most frequent first, ties by text), the group with the highest mean cosine to it, or begins one; a warning says so.
 */
public final class SemanticGrouping implements AnswerGrouping {
    /** Different texts up to which all pairs are compared. */
    public static final int MOST_LINKED = 4_000;

    private final TextEmbedder embedder;
    private final double threshold;

    private SemanticGrouping(TextEmbedder embedder, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in (0, 1]: " + threshold);
        }
        this.embedder = requireNonNull(embedder, "embedder");
        this.threshold = threshold;
    }

    /**
     * {@return the grouping at the threshold that was chosen for the embedder}
     *
     * @param embedder of the answers
     * @throws IllegalArgumentException if none was chosen for it
     */
    public static SemanticGrouping of(TextEmbedder embedder) {
        return of(
                embedder,
                embedder.sameMeaning()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no threshold is known for " + embedder.name() + "; state the cosine")));
    }

    /**
     * {@return the grouping at a stated threshold}
     *
     * @param embedder of the answers
     * @param threshold mean cosine from which groups are one, in (0, 1]
     * @throws IllegalArgumentException if the threshold is outside
     */
    public static SemanticGrouping of(TextEmbedder embedder, double threshold) {
        return new SemanticGrouping(embedder, threshold);
    }

    @Override
    public String name() {
        return "semantic";
    }

    /** {@return what embeds the answers} */
    public TextEmbedder embedder() {
        return embedder;
    }

    /** {@return the mean cosine from which groups are one} */
    public double threshold() {
        return threshold;
    }

    @Override
    public Grouping group(List<String> answers) {
        if (answers.isEmpty()) {
            return new Grouping(List.of(), List.of());
        }
        Map<String, Long> counts =
                answers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> texts = counts.keySet().stream()
                .sorted(Comparator.comparing((String text) -> -counts.getOrDefault(text, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Embeddings embeddings = embedder.embed(texts);
        boolean few = texts.size() <= MOST_LINKED;
        int[] leaderOf =
                few ? MeanLinkage.group(Gram.ofRows(embeddings), threshold) : MeanLeaders.group(embeddings, threshold);
        return partition(
                answers, groups(texts, embeddings, leaderOf, counts), few ? List.of() : List.of(warning(texts)));
    }

    @Override
    public String distance() {
        return "1 − cosine of the embeddings";
    }

    /** {@return 1 minus the cosine of each two texts' embeddings, from 0 to 2} */
    @Override
    public double[][] distances(List<String> texts) {
        double[][] distances = new double[texts.size()][texts.size()];
        if (!texts.isEmpty()) {
            Embeddings embeddings = embedder.embed(texts);
            for (int i = 0; i < distances.length; i++) {
                for (int j = 0; j < i; j++) {
                    distances[i][j] = 1 - embeddings.cosine(i, j);
                    distances[j][i] = distances[i][j];
                }
            }
        }
        return distances;
    }

    private static String warning(List<String> texts) {
        return "semantic: " + texts.size() + " different texts are more than " + MOST_LINKED
                + "; each joined the nearest group in canonical order, without average linkage";
    }

    /** The groups, the largest first, ties by label. */
    private static List<Group> groups(
            List<String> texts, Embeddings embeddings, int[] leaderOf, Map<String, Long> counts) {
        Map<Integer, List<Integer>> members = IntStream.range(0, leaderOf.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> leaderOf[i], TreeMap::new, Collectors.toList()));
        return members.values().stream()
                .map(positions -> group(texts, embeddings, positions, counts))
                .sorted(Comparator.comparingLong(Group::size).reversed().thenComparing(Group::label))
                .toList();
    }

    private static Group group(
            List<String> texts, Embeddings embeddings, List<Integer> positions, Map<String, Long> counts) {
        int medoid = Medoid.of(
                embeddings.select(positions.stream().mapToInt(Integer::intValue).toArray()));
        List<String> members = positions.stream().map(texts::get).toList();
        long size = members.stream()
                .mapToLong(text -> counts.getOrDefault(text, 0L))
                .sum();
        return new Group(members.get(medoid), members, size);
    }

    private static Grouping partition(List<String> answers, List<Group> groups, List<String> warnings) {
        Map<String, Integer> groupOf = new HashMap<>();
        List<String> labels = new ArrayList<>();
        for (Group group : groups) {
            group.texts().forEach(text -> groupOf.put(text, labels.size()));
            labels.add(group.label());
        }
        Integer[] numbers = answers.stream().map(groupOf::get).toArray(Integer[]::new);
        return new Grouping(labels, Arrays.asList(numbers), warnings);
    }

    private record Group(String label, List<String> texts, long size) {}
}
