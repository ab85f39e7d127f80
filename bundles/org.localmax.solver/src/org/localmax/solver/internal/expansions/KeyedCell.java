package org.localmax.solver.internal.expansions;

/**
 * A cell, and the keys that its receivers may have to look at.
 *
 * @param reference a key of great score, to begin with
 * @param blocks the blocks of keys that matter to the cell or to one around it
 */
record KeyedCell(Cell cell, int reference, int[] blocks) {

    /** All receivers and all keys. */
    static KeyedCell all(SoftmaxProblem problem) {
        int[] blocks = new int[problem.keys().count()];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = block;
        }
        return new KeyedCell(problem.receivers().all(), 0, blocks);
    }
}
