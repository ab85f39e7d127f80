package org.localmax.dynamics;

/** 64-bit fingerprints of sets of tokens: sums of one well-mixed number a token, so that partial sets just add up. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The number that token j adds to the fingerprint of a set (the finaliser of SplitMix64). */
    public static long of(long j) {
        long z = (j + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
