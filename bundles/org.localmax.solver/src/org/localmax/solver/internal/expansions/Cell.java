package org.localmax.solver.internal.expansions;

/**
 * Receivers that follow each other, and the box around their queries.
 *
 * @param from the place of the first
 * @param to the place after the last
 * @param centre the centre of the box
 * @param half half its widths
 */
record Cell(int from, int to, double[] centre, double[] half) {

    int receivers() {
        return to - from;
    }
}
