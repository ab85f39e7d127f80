package org.localmax.dynamics;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the tokens of a configuration that coincide, by their hashes: tokens are dealt out to buckets by the upper bits of
 * their hashes, and a bucket is so small that a table of it stays in cache. Coincident tokens share a bucket, where they lie
 * in the order of their indices; so buckets, as well as ranges of tokens, can be looked at by several threads.
 */
final class Coincidences {

    /** About so many tokens come to a bucket. */
    private static final int BUCKET = 1 << 13;

    private static final int MOST_BUCKET_BITS = 12;
    /** Tokens are dealt out in as many ranges at most. */
    private static final int MOST_RANGES = 64;

    private static final int LEAST_RANGE = 1 << 14;
    private static final int RANGE = 1 << 16;
    private static final int TOKENS_A_CHECK = 1 << 16;

    private final Tokens tokens;
    private final Workers workers;
    private final int bucketBits;
    /** A token's hash above its index, bucket after bucket. */
    private final long[] entries;
    /** Where each bucket begins, and the last one ends. */
    private final int[] starts;

    Coincidences(Tokens tokens, Workers workers) {
        this.tokens = tokens;
        this.workers = workers;
        int n = tokens.count();
        bucketBits = Math.min(MOST_BUCKET_BITS, 32 - Integer.numberOfLeadingZeros((n - 1) / BUCKET));
        long[] inOrder = workers.takeLongs(n);
        tokens.forTokens(workers, (from, to) -> {
            for (int i = from; i < to; i++) {
                inOrder[i] = (long) hash(tokens, i) << 32 | i;
            }
        });
        starts = new int[(1 << bucketBits) + 1];
        starts[1 << bucketBits] = n;
        entries = bucketBits == 0 ? inOrder : dealOut(inOrder);
    }

    private static int hash(Tokens tokens, int i) {
        double[] rows = tokens.rows();
        int end = (i + 1) * tokens.dimension();
        long hash = 0;
        for (int at = end - tokens.dimension(); at < end; at++) {
            long bits = Double.doubleToRawLongBits(rows[at] + 0.0); // -0 becomes 0
            hash = (hash ^ bits) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private int bucket(long entry) {
        return (int) (entry >>> Long.SIZE - bucketBits);
    }

    private long[] dealOut(long[] inOrder) {
        int n = tokens.count();
        int length = Math.max(LEAST_RANGE, (n + MOST_RANGES - 1) / MOST_RANGES);
        int[][] places = new int[(n + length - 1) / length][1 << bucketBits];
        workers.forRanges(n, length, (from, to) -> {
            int[] counts = places[from / length];
            for (int i = from; i < to; i++) {
                counts[bucket(inOrder[i])]++;
            }
        });
        int place = 0;
        for (int bucket = 0; bucket < 1 << bucketBits; bucket++) {
            starts[bucket] = place;
            for (int[] ofRange : places) {
                int here = ofRange[bucket];
                ofRange[bucket] = place;
                place += here;
            }
        }
        long[] dealt = workers.takeLongs(n);
        workers.forRanges(n, length, (from, to) -> {
            int[] next = places[from / length];
            for (int i = from; i < to; i++) {
                dealt[next[bucket(inOrder[i])]++] = inOrder[i];
            }
        });
        workers.giveBack(inOrder);
        return dealt;
    }

    /** Which tokens are at which point; to be asked once. */
    Points.Groups groups() {
        Points.Groups groups = areDistinct() ? Points.Groups.TRIVIAL : gather();
        workers.giveBack(entries);
        return groups;
    }

    private boolean areDistinct() {
        AtomicBoolean found = new AtomicBoolean();
        workers.forBlocks(1 << bucketBits, bucket -> {
            if (!found.get() && new Table(bucket).hasCoincidences()) {
                found.set(true);
            }
        });
        return !found.get();
    }

    private Points.Groups gather() {
        int n = tokens.count();
        int[] firsts = new int[n];
        int[] next = new int[n];
        workers.forBlocks(1 << bucketBits, bucket -> new Table(bucket).link(firsts, next));
        int[] first = points(firsts);
        int[] pointOf = new int[n];
        workers.forRanges(first.length, RANGE, (from, to) -> {
            for (int point = from; point < to; point++) {
                pointOf[first[point]] = point;
            }
        });
        workers.forRanges(n, RANGE, (from, to) -> {
            for (int i = from; i < to; i++) {
                pointOf[i] = pointOf[firsts[i]];
            }
        });
        int[] multiplicities = new int[first.length];
        long[] fingerprints = new long[first.length];
        // all tokens of a point are in one bucket
        workers.forBlocks(1 << bucketBits, bucket -> {
            for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
                checkNowAndThen(at);
                int i = (int) entries[at];
                multiplicities[pointOf[i]]++;
                fingerprints[pointOf[i]] += Fingerprint.of(i);
            }
        });
        return new Points.Groups(pointOf, first, next, multiplicities, fingerprints);
    }

    /** The tokens that are the first at their points, ascending. */
    private int[] points(int[] firsts) {
        int n = firsts.length;
        int[] places = new int[(int) (((long) n + RANGE - 1) / RANGE)];
        workers.forRanges(n, RANGE, (from, to) -> {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += firsts[i] == i ? 1 : 0;
            }
            places[from / RANGE] = count;
        });
        int points = 0;
        for (int range = 0; range < places.length; range++) {
            int here = places[range];
            places[range] = points;
            points += here;
        }
        int[] first = new int[points];
        workers.forRanges(n, RANGE, (from, to) -> {
            int point = places[from / RANGE];
            for (int i = from; i < to; i++) {
                if (firsts[i] == i) {
                    first[point++] = i;
                }
            }
        });
        return first;
    }

    private void checkNowAndThen(int at) {
        if (at % TOKENS_A_CHECK == 0) {
            workers.requireWanted();
        }
    }

    /** The distinct points of a bucket, found by their hashes; for one thread. */
    private final class Table {

        private final int begin;
        private final int end;
        /** Zero or, one more than its place in the bucket, an entry of a point: where its hash says or after that. */
        private int[] slots;

        private int points;

        Table(int bucket) {
            begin = starts[bucket];
            end = starts[bucket + 1];
            slots = new int[4 * Integer.highestOneBit(Math.clamp(end - begin, 1, BUCKET))];
        }

        private long entry(int slot) {
            return entries[begin + slots[slot] - 1];
        }

        /** The slot of an entry: that of its point, or an empty one. */
        private int slot(long entry) {
            int slot = (int) (entry >>> 32) & slots.length - 1;
            while (slots[slot] != 0 && !coincide(entry(slot), entry)) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private boolean coincide(long one, long other) {
            return (int) (one >>> 32) == (int) (other >>> 32) && tokens.coincide((int) one, (int) other);
        }

        /** Adds the point of the entry at a place to an empty slot. */
        private void add(int slot, int at) {
            slots[slot] = at - begin + 1;
            if (++points > slots.length / 2) {
                grow();
            }
        }

        private void grow() {
            int[] before = slots;
            slots = new int[2 * before.length];
            for (int place : before) {
                if (place != 0) {
                    slots[slot(entries[begin + place - 1])] = place;
                }
            }
        }

        boolean hasCoincidences() {
            for (int at = begin; at < end; at++) {
                checkNowAndThen(at);
                int slot = slot(entries[at]);
                if (slots[slot] != 0) {
                    return true;
                }
                add(slot, at);
            }
            return false;
        }

        /** Writes for each token of the bucket the first one at its point and the next one there. */
        void link(int[] firsts, int[] next) {
            for (int at = end - 1; at >= begin; at--) {
                checkNowAndThen(at);
                int i = (int) entries[at];
                int slot = slot(entries[at]);
                if (slots[slot] == 0) {
                    next[i] = Points.NONE;
                    add(slot, at);
                } else {
                    next[i] = (int) entry(slot);
                    slots[slot] = at - begin + 1;
                }
            }
            for (int at = begin; at < end; at++) {
                checkNowAndThen(at);
                firsts[(int) entries[at]] = (int) entry(slot(entries[at]));
            }
        }
    }
}
