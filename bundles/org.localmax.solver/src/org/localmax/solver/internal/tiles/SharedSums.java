package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sums over sets of keys that several receivers share: once tokens have gathered in clusters, all receivers of a cluster have
 * the same neighbours. A set is kept when it is met for the second time, so that sets nobody shares cost next to nothing,
 * and as long as there is room. For any number of threads; as sums are exact, it does not matter who finds what.
 */
final class SharedSums {

    private static final int SLOTS = 1 << 12;

    /** All sets together take at most so many numbers a key. */
    private static final long ROOM = 16;

    /** For each slot the fingerprint of the last set met there that is not kept. */
    private final AtomicLongArray met = new AtomicLongArray(SLOTS);

    private final AtomicReferenceArray<KeptSet> kept = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLong room;

    /** A set, its keys ascending, and its sums. */
    private record KeptSet(int[] keys, double[] sums) {}

    /** @param keys how many there are in all */
    SharedSums(int keys) {
        room = new AtomicLong(ROOM * keys);
    }

    /**
     * The sums over a set, if they are kept; to be read only.
     *
     * @param keys ascending, in the first entries
     * @param fingerprint theirs
     */
    Optional<double[]> find(int[] keys, int count, long fingerprint) {
        KeptSet set = kept.get(slot(fingerprint));
        return set != null && Arrays.equals(set.keys, 0, set.keys.length, keys, 0, count)
                ? Optional.of(set.sums)
                : Optional.empty();
    }

    /** Tells the sums over a set that was not found. */
    void tell(int[] keys, int count, long fingerprint, double[] sums) {
        int slot = slot(fingerprint);
        if (met.getAndSet(slot, fingerprint) == fingerprint
                && kept.get(slot) == null
                && room.addAndGet(-count - sums.length) >= 0) {
            kept.set(slot, new KeptSet(Arrays.copyOf(keys, count), sums.clone()));
        }
    }

    private static int slot(long fingerprint) {
        return (int) (fingerprint & SLOTS - 1);
    }
}
