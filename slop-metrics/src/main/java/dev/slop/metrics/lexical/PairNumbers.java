package dev.slop.metrics.lexical;

import java.util.Arrays;

/** Numbers pairs of numbers in the order they come. Open addressing; a third as large as a map of boxed numbers. */
final class PairNumbers {
    private static final int FREE = -1;
    private static final int MOST_FIRST = 1 << 20;

    private long[] keys;
    private int[] numbers;
    private int size;

    /** Holds about as many different pairs as expected without growing, where they are not too many to be likely. */
    PairNumbers(long expected) {
        int slots = Integer.highestOneBit((int) Math.max(MOST_FIRST >> 12, Math.min(MOST_FIRST, 3 * expected)));
        keys = new long[slots];
        numbers = new int[slots];
        Arrays.fill(numbers, FREE);
    }

    int number(int first, int second) {
        long key = ((long) first << Integer.SIZE) | second;
        int slot = slot(key);
        if (numbers[slot] == FREE) {
            if (2 * (size + 1) > numbers.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = numbers.length - 1;
        long mixed = (key ^ (key >>> 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (numbers[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldNumbers.length];
        Arrays.fill(numbers, FREE);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
