package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;

/** The order of receivers by the directions of their queries, in the plane by angle, in space along a curve. */
final class DirectionOrder {

    private static final int BLOCK = 1 << 14;

    private DirectionOrder() {}

    /** All receivers in the order of their directions; those without a direction come first. */
    static int[] of(Attention attention, Keys keys, Work work) {
        int n = keys.count();
        long[] codes = new long[n];
        work.forRanges(n, BLOCK, (from, to) -> {
            double[] query = new double[keys.dimension()];
            for (int receiver = from; receiver < to; receiver++) {
                attention.query(keys.token(receiver), query);
                codes[receiver] = RadixSort.entry(code(query, Hilbert.LEVELS), receiver);
            }
        });
        long[] sorted = RadixSort.sort(codes, work);
        int[] order = new int[n];
        work.forRanges(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                order[i] = RadixSort.index(sorted[i]);
            }
        });
        return order;
    }

    /**
     * Where a direction is in the order: a number of two bits for each level.
     *
     * @param levels at most 16
     */
    static long code(double[] direction, int levels) {
        return direction.length == 2 ? angle(direction) >>> 2 * (Hilbert.LEVELS - levels) : place(direction, levels);
    }

    /** A number of 32 bits that grows with the angle: the place on the square |x| + |y| = 1. */
    private static long angle(double[] direction) {
        double x = direction[0];
        double y = direction[1];
        double size = Math.abs(x) + Math.abs(y);
        double quarters = 2 - Math.copySign(1 + x / size, y); // 0 to 4, without a branch that nothing foretells
        return (long) (quarters * 0x1.fffffffep29);
    }

    /** The place on Hilbert's curve through the octahedron |x| + |y| + |z| = 1, unfolded to a square: it never jumps. */
    private static long place(double[] direction, int levels) {
        double size = Math.abs(direction[0]) + Math.abs(direction[1]) + Math.abs(direction[2]);
        double u = direction[0] / size;
        double v = direction[1] / size;
        if (direction[2] < 0) {
            double folded = Math.copySign(1 - Math.abs(v), u);
            v = Math.copySign(1 - Math.abs(u), v);
            u = folded;
        }
        return Hilbert.place(cell(u), cell(v), levels);
    }

    private static int cell(double coordinate) {
        return (int) ((coordinate + 1) * ((Hilbert.CELLS - 1) * 0.5));
    }
}
