package dev.slop.bench.evaluation;

import com.sun.management.OperatingSystemMXBean;
import dev.slop.bench.JokeTexts;
import dev.slop.bench.LabelledTexts;
import dev.slop.bench.StatementTexts;
import dev.slop.metrics.grouping.AnswerGrouping;
import dev.slop.metrics.grouping.Grouping;
import info.debatty.java.stringsimilarity.NormalizedLevenshtein;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Tells how near-duplicate grouping finds a generated truth, in what time, and how the time grows with the number of texts,
 * beside every pair through java-string-similarity. Prints Markdown. The heap is what {@code -Xmx} leaves.
 *
 * <p>Arguments: numbers of texts, ascending ({@code 10000,100000}); seeds ({@code 42,7}); number of texts for the baseline
 * ({@code 500}).
 */
public final class NearDuplicates {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int DIFFERENT = 3;
    private static final int FEW = 200_000;
    private static final int ROUNDS = 5;
    private static final double THRESHOLD = 0.8;

    private NearDuplicates() {}

    /**
     * Runs the evaluation.
     *
     * @param args numbers of texts, seeds, texts of the baseline
     */
    public static void main(String[] args) {
        int[] sizes = numbers(args, 0, "10000,100000");
        int[] seeds = numbers(args, 1, "42,7");
        int baseline = numbers(args, 2, "500")[0];
        System.out.printf(
                Locale.ROOT,
                "Java %s, heap of %d MiB, %d cores%n%n",
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        System.out.println("| texts | n | seed | length | groups | precision | recall | F1 | wall | CPU | exponent |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        warmUp();
        for (int seed : seeds) {
            table("jokes", sizes, seed, n -> JokeTexts.generate(n, n / DIFFERENT, seed), NearDuplicates::slop);
            table(
                    "statements",
                    sizes,
                    seed,
                    n -> StatementTexts.generate(n, n / DIFFERENT, seed),
                    NearDuplicates::slop);
        }
        int[] few = {baseline / 2, baseline};
        table(
                "jokes, java-string-similarity",
                few,
                seeds[0],
                n -> JokeTexts.generate(n, n / DIFFERENT, seeds[0]),
                NearDuplicates::allPairs);
    }

    private static int[] numbers(String[] args, int position, String preset) {
        String list = args.length > position ? args[position] : preset;
        return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static void warmUp() {
        for (int round = 0; round < ROUNDS; round++) {
            slop(JokeTexts.generate(10_000, 10_000 / DIFFERENT, round).texts());
        }
    }

    private static void table(
            String name,
            int[] sizes,
            int seed,
            Function<Integer, LabelledTexts> generator,
            Function<List<String>, int[]> grouping) {
        Row before = null;
        for (int n : sizes) {
            Row row = Row.of(generator.apply(n), grouping);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %d | %s | %.2f s | %.2f s | %s |%n",
                    name,
                    n,
                    seed,
                    row.quality,
                    row.wall,
                    row.cpu,
                    before == null ? "" : String.format(Locale.ROOT, "%.2f", row.exponent(before)));
            before = row;
        }
    }

    private static int[] slop(List<String> texts) {
        Grouping grouping = AnswerGrouping.nearDuplicate().group(texts);
        grouping.warnings().forEach(System.err::println);
        return grouping.groupOf().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Each text joins all groups that hold one alike. */
    private static int[] allPairs(List<String> texts) {
        NormalizedLevenshtein measure = new NormalizedLevenshtein();
        int[] group = new int[texts.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                if (measure.similarity(texts.get(i), texts.get(j)) >= THRESHOLD) {
                    int gone = group[i];
                    int kept = group[j];
                    Arrays.setAll(group, k -> group[k] == gone ? kept : group[k]);
                }
            }
        }
        return group;
    }

    /** One line: how well, and the best of some times in seconds. */
    private record Row(int size, String quality, double wall, double cpu) {
        static Row of(LabelledTexts labelled, Function<List<String>, int[]> grouping) {
            int n = labelled.texts().size();
            double wall = Double.POSITIVE_INFINITY;
            double cpu = Double.POSITIVE_INFINITY;
            int[] groups = {};
            for (int round = n > FEW ? ROUNDS : 1; round <= ROUNDS; round++) {
                long started = System.nanoTime();
                long used = SYSTEM.getProcessCpuTime();
                groups = grouping.apply(labelled.texts());
                wall = Math.min(wall, (System.nanoTime() - started) / 1e9);
                cpu = Math.min(cpu, (SYSTEM.getProcessCpuTime() - used) / 1e9);
            }
            return new Row(n, quality(labelled, groups), wall, cpu);
        }

        private static String quality(LabelledTexts labelled, int[] groups) {
            LabelledTexts.Agreement agreement = labelled.agreement(groups);
            return String.format(
                    Locale.ROOT,
                    "%.0f | %,d | %.4f | %.4f | %.4f",
                    labelled.texts().stream().mapToInt(String::length).average().orElse(0),
                    Arrays.stream(groups).distinct().count(),
                    agreement.precision(),
                    agreement.recall(),
                    agreement.f1());
        }

        double exponent(Row before) {
            return Math.log(cpu / before.cpu) / Math.log((double) size / before.size);
        }
    }
}
