package dev.slop.metrics.inference;

import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a random experiment many times. Replicates are drawn in blocks, each with a generator of its own that is split
 * from the seed in order, so the result is the same whatever the number of threads.
 */
final class Replicates {
    private static final int BLOCK = 64;
    private static final int TILE = 8;
    private static final long WORTH_THREADS = 1 << 17;

    /** One replicate; holds buffers, so each block has its own. */
    @FunctionalInterface
    interface Draw {
        void next(SplittableRandom random, double[] into);
    }

    private Replicates() {}

    /**
     * Draws.
     *
     * @param replicates how many
     * @param seed of the randomness
     * @param outputs values of each replicate
     * @param work steps of one replicate, roughly
     * @param draws makes the experiment
     * @return values by output and replicate
     */
    static double[][] run(int replicates, long seed, int outputs, long work, Supplier<Draw> draws) {
        double[][] values = new double[outputs][replicates];
        if (outputs > 0) {
            blocks(replicates, seed, work, (random, block) -> run(block, random, values, draws.get()));
        }
        return values;
    }

    /**
     * Draws, and keeps of each output no more than its moments, which takes little memory and is faster.
     *
     * @param replicates how many
     * @param seed of the randomness: the replicates are those of {@link #run}
     * @param outputs values of each replicate
     * @param work steps of one replicate, roughly
     * @param draws makes the experiment
     * @return moments by output
     */
    static Moments moments(int replicates, long seed, int outputs, long work, Supplier<Draw> draws) {
        Moments[] parts = new Moments[(replicates + BLOCK - 1) / BLOCK];
        blocks(replicates, seed, work, (random, block) -> {
            Moments moments = new Moments(outputs);
            Draw draw = draws.get();
            double[] values = new double[outputs];
            for (int i = Math.min(BLOCK, replicates - block * BLOCK); i > 0; i--) {
                draw.next(random, values);
                moments.add(values);
            }
            parts[block] = moments;
        });
        Moments all = new Moments(outputs);
        for (Moments part : parts) {
            all.merge(part);
        }
        return all;
    }

    private static void blocks(int replicates, long seed, long work, ObjIntConsumer<SplittableRandom> task) {
        int blocks = (replicates + BLOCK - 1) / BLOCK;
        SplittableRandom master = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[blocks];
        for (int i = 0; i < blocks; i++) {
            randoms[i] = master.split();
        }
        IntStream range = IntStream.range(0, blocks);
        (replicates * work < WORTH_THREADS ? range : range.parallel())
                .forEach(block -> task.accept(randoms[block], block));
    }

    /** A few replicates are kept before they go to their rows, as many as share a line of the cache. */
    private static void run(int block, SplittableRandom random, double[][] values, Draw draw) {
        double[][] tile = new double[TILE][values.length];
        int end = Math.min(values[0].length, (block + 1) * BLOCK);
        for (int from = block * BLOCK; from < end; from += TILE) {
            int size = Math.min(TILE, end - from);
            for (int i = 0; i < size; i++) {
                draw.next(random, tile[i]);
            }
            for (int output = 0; output < values.length; output++) {
                double[] row = values[output];
                for (int i = 0; i < size; i++) {
                    row[from + i] = tile[i][output];
                }
            }
        }
    }

    /** {@return an index below the bound, each as likely but for 2<sup>−31</sup>} */
    static int below(SplittableRandom random, int bound) {
        return (int) (((random.nextLong() >>> 33) * bound) >>> 31);
    }
}
