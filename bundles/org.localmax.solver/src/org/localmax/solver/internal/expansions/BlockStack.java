package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/** Lists of blocks of keys on top of each other, as a walk down into ever smaller cells needs them. */
final class BlockStack {

    private int[] blocks;
    private int size;

    BlockStack(int capacity) {
        blocks = new int[capacity];
    }

    void push(int block) {
        if (size == blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.multiplyExact(2, size));
        }
        blocks[size++] = block;
    }

    int size() {
        return size;
    }

    /** Forgets what was pushed later. */
    void cut(int newSize) {
        size = newSize;
    }

    /** The array behind, valid until the next push. */
    int[] blocks() {
        return blocks;
    }
}
