package dev.slop.metrics;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by value: an open-addressing table over dense arrays in order of first appearance. */
final class CountTable<T extends Comparable<? super T>> {
    /*
     * A slot packs a value's hash and its index + 1 into one long, so a probe that misses touches one cache line and
     * never the value itself; growing moves longs only. Load stays below one half, where chains of this length do not
     * happen by chance: they mean values chosen to collide. Such values go to a tree, so that counting stays
     * O(n log n) whatever the input.
     */
    private static final int MAX_PROBES = 128;
    private static final int MIN_SLOTS = 16;
    private static final int MAX_DISTINCT = 1 << 29;

    private long[] slots;
    private Object[] values;
    private long[] counts;
    private int size;
    private @Nullable TreeMap<T, Integer> colliding;

    CountTable() {
        slots = new long[MIN_SLOTS];
        values = new Object[MIN_SLOTS / 2];
        counts = new long[MIN_SLOTS / 2];
    }

    private CountTable(CountTable<T> source) {
        slots = source.slots.clone();
        values = Arrays.copyOf(source.values, source.size);
        counts = Arrays.copyOf(source.counts, source.size);
        size = source.size;
        colliding = source.colliding == null ? null : new TreeMap<>(source.colliding);
    }

    CountTable<T> copy() {
        return new CountTable<>(this);
    }

    int size() {
        return size;
    }

    long[] counts() {
        return Arrays.copyOf(counts, size);
    }

    @SuppressWarnings("unchecked")
    T value(int index) {
        return (T) values[index];
    }

    long count(int index) {
        return counts[index];
    }

    long count(T value) {
        int index = indexOf(value);
        return index < 0 ? 0 : counts[index];
    }

    /** Adds to a count; {@code times} is positive. */
    void add(T value, long times) {
        int hash = value.hashCode();
        int slot = slotOf(value, hash);
        int index = slot < 0 ? collidingIndex(value) : (int) slots[slot] - 1;
        if (index >= 0) {
            counts[index] = Math.addExact(counts[index], times);
        } else {
            insert(value, hash, slot, times);
        }
    }

    void addAll(CountTable<T> other) {
        for (int i = 0; i < other.size; i++) {
            add(other.value(i), other.counts[i]);
        }
    }

    int indexOf(T value) {
        int slot = slotOf(value, value.hashCode());
        int index = slot < 0 ? -1 : (int) slots[slot] - 1;
        return index >= 0 ? index : collidingIndex(value);
    }

    /** The slot that holds the value, or the empty slot where its chain ends, or -1 if the chain is too long. */
    private int slotOf(T value, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        for (int probes = 0; probes < MAX_PROBES; probes++) {
            long held = slots[slot];
            if (held == 0 || ((int) (held >>> 32) == hash && values[(int) held - 1].equals(value))) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private int collidingIndex(T value) {
        return colliding == null ? -1 : colliding.getOrDefault(value, -1);
    }

    private void insert(T value, int hash, int slot, long times) {
        int index = slot < 0 ? -1 : collidingIndex(value);
        if (index >= 0) {
            counts[index] = Math.addExact(counts[index], times);
            return;
        }
        append(value, times);
        if (slot < 0) {
            remember(value, size - 1);
        } else {
            slots[slot] = (long) hash << 32 | size;
        }
        if (size * 2 > slots.length) {
            grow();
        }
    }

    private void append(T value, long times) {
        if (size == MAX_DISTINCT) {
            throw new ArithmeticException("more than " + MAX_DISTINCT + " different values");
        }
        if (size == values.length) {
            int capacity = Math.max(MIN_SLOTS, size + (size >> 1));
            values = Arrays.copyOf(values, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        values[size] = value;
        counts[size++] = times;
    }

    private void remember(T value, int index) {
        if (colliding == null) {
            colliding = new TreeMap<>();
        }
        colliding.put(value, index);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long held : old) {
            if (held != 0) {
                place(held);
            }
        }
    }

    private void place(long held) {
        int mask = slots.length - 1;
        int slot = spread((int) (held >>> 32)) & mask;
        for (int probes = 0; probes < MAX_PROBES; probes++) {
            if (slots[slot] == 0) {
                slots[slot] = held;
                return;
            }
            slot = (slot + 1) & mask;
        }
        int index = (int) held - 1;
        remember(value(index), index);
    }

    /** Multiplies and folds: consecutive hash codes, as of integers and short words, are kept apart in the low bits. */
    private static int spread(int hash) {
        int product = hash * 0x9E3779B9;
        return product ^ product >>> 15;
    }
}
