package dev.slop.metrics.goodness;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts how often n draws from a stated distribution are at least as far from it as n answers are. */
final class NullSimulation {
    /** Scores this near are taken as equal: the same counts may be added up in another order. */
    private static final double TIE = 1e-11;

    /** Resamples a random stream; constant, so that the result does not depend on the number of processors. */
    private static final int CHUNK = 512;

    private static final long PARALLEL_DRAWS = 1 << 21;
    private static final int TABLED_COUNTS = 1024;
    private static final int DENSE_CELLS = 1 << 24;

    private final Divergence divergence;
    private final CellProbabilities probabilities;
    private final CellSampler sampler;
    private final int n;
    private final double[] steps;
    private final double[] scales;
    private final double[] shifts;
    private final double threshold;

    NullSimulation(Divergence divergence, CellCounts observed) {
        this.divergence = divergence;
        this.probabilities = observed.probabilities();
        this.sampler = CellSampler.of(probabilities);
        this.n = Math.toIntExact(observed.inside());
        this.steps = LongStream.range(0, Math.min(n, TABLED_COUNTS))
                .mapToDouble(this::step)
                .toArray();
        int weighted = probabilities.isUniform() ? 0 : probabilities.size();
        this.scales = new double[weighted];
        this.shifts = new double[weighted];
        for (int cell = 0; cell < weighted; cell++) {
            scales[cell] = divergence.scale(probabilities.of(cell));
            shifts[cell] = divergence.shift(probabilities.of(cell));
        }
        double score = score(observed);
        this.threshold = score == Double.POSITIVE_INFINITY ? score : score - TIE * Math.abs(score);
    }

    long atLeastAsFar(int resamples, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        int chunks = (resamples + CHUNK - 1) / CHUNK;
        SplittableRandom[] randoms = Stream.generate(root::split).limit(chunks).toArray(SplittableRandom[]::new);
        LongStream starts = LongStream.range(0, chunks);
        return ((long) n * resamples < PARALLEL_DRAWS ? starts : starts.parallel())
                .map(chunk -> atLeastAsFar(randoms[(int) chunk], (int) Math.min(CHUNK, resamples - chunk * CHUNK)))
                .sum();
    }

    private long atLeastAsFar(SplittableRandom random, int resamples) {
        Resample resample = probabilities.size() > DENSE_CELLS ? this::sparse : dense();
        long far = 0;
        for (int i = 0; i < resamples; i++) {
            far += resample.score(random) >= threshold ? 1 : 0;
        }
        return far;
    }

    /** Draws n cells and scores them. */
    private interface Resample {
        double score(SplittableRandom random);
    }

    /** Counts in an array of all cells, cleared by what was drawn where that is less work. */
    private Resample dense() {
        int[] counts = new int[probabilities.size()];
        int[] drawn = new int[n < counts.length ? n : 0];
        return random -> {
            double score = drawn.length == 0 ? drawAll(random, counts) : drawFew(random, counts, drawn);
            if (drawn.length == 0) {
                Arrays.fill(counts, 0);
            }
            for (int cell : drawn) {
                counts[cell] = 0;
            }
            return score;
        };
    }

    private double drawAll(SplittableRandom random, int[] counts) {
        double score = 0;
        int filled = 0;
        for (int i = 0; i < n; i++) {
            int cell = sampler.next(random);
            int before = counts[cell]++;
            filled += before == 0 ? 1 : 0;
            score += gain(cell, before);
        }
        return finite(score, filled);
    }

    private double drawFew(SplittableRandom random, int[] counts, int[] drawn) {
        double score = 0;
        for (int i = 0; i < drawn.length; i++) {
            int cell = sampler.next(random);
            drawn[i] = cell;
            score += gain(cell, counts[cell]++);
        }
        return finite(score, 0);
    }

    /** For supports too large to hold: equal draws are found by sorting them. */
    private double sparse(SplittableRandom random) {
        int[] drawn = new int[n];
        Arrays.setAll(drawn, i -> sampler.next(random));
        Arrays.sort(drawn);
        double score = 0;
        int run = 0;
        for (int i = 0; i < n; i++) {
            run = i > 0 && drawn[i] == drawn[i - 1] ? run + 1 : 0;
            score += gain(drawn[i], run);
        }
        return finite(score, 0);
    }

    private double gain(int cell, int before) {
        double step = before < steps.length ? steps[before] : step(before);
        return scales.length == 0 ? step : scales[cell] * step + shifts[cell];
    }

    private double step(long before) {
        return divergence.power(before + 1) - divergence.power(before);
    }

    private double finite(double score, int filled) {
        return divergence.infiniteWhereEmpty() && filled < probabilities.size() ? Double.POSITIVE_INFINITY : score;
    }

    private double score(CellCounts observed) {
        double score = 0;
        int filled = 0;
        for (int i = 0; i < observed.listed(); i++) {
            long count = observed.count(i);
            double power = divergence.power(count);
            double share = observed.share(i);
            filled += count > 0 ? 1 : 0;
            score += probabilities.isUniform()
                    ? power
                    : divergence.scale(share) * power + divergence.shift(share) * count;
        }
        return finite(score, filled);
    }
}
