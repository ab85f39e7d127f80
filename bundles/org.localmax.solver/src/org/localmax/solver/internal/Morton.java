package org.localmax.solver.internal;

/** Places on Morton's curve: the bits of the coordinates of a cell in turn, of at most 32 bits together. */
final class Morton {

    /** Cells on an axis of the plane. */
    static final int PLANE_CELLS = 1 << 16;

    /** Cells on an axis of space. */
    static final int SPACE_CELLS = 1 << 10;

    private Morton() {}

    /** The place of a cell in the plane. */
    static long interleave(long x, long y) {
        return spread(x) | spread(y) << 1;
    }

    /** The place of a cell in space. */
    static long interleave(long x, long y, long z) {
        return spreadWide(x) | spreadWide(y) << 1 | spreadWide(z) << 2;
    }

    /** The bits of a number of 16 bits, one in two. */
    private static long spread(long value) {
        long v = value;
        v = (v | v << 8) & 0x00FF00FFL;
        v = (v | v << 4) & 0x0F0F0F0FL;
        v = (v | v << 2) & 0x33333333L;
        return (v | v << 1) & 0x55555555L;
    }

    /** The bits of a number of 10 bits, one in three. */
    private static long spreadWide(long value) {
        long v = value;
        v = (v | v << 16) & 0x030000FFL;
        v = (v | v << 8) & 0x0300F00FL;
        v = (v | v << 4) & 0x030C30C3L;
        return (v | v << 2) & 0x09249249L;
    }
}
