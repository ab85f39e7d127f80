package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import org.localmax.solver.internal.Spares;

/**
 * The polynomial for F of one cluster, see {@link ExpansionPlan}, in the plane or in space: with scaled differences u_k = (x_k - c_k) / g_k,
 * g_k a power of two so that |u_k| &lt;= 1, and s_k = beta g_k p_k,
 *
 * <p>F = sum_j e_j exp(&lt;u_j, s&gt;) = sum over i + k + l &lt;= D of M_ikl / (i! k! l!) s_1^i s_2^k s_3^l with the moments M_ikl
 * = sum_j e_j u_1^i u_2^k u_3^l, and G_k = g_k dF/ds_k.
 *
 * <p>In the plane i = 0 alone. Moments are products of two matrices, rows e u_1^i u_2^k and columns u_3^l over the keys, made
 * in tiles; tiles beyond the degree are left out. Keys are added in groups, groups in parts, and parts in pairs, an order
 * that depends on nothing but the list of blocks.
 */
final class TaylorExpansion {

    private static final int BLOCKS_A_GROUP = TaylorKernel.KEYS / KeyBlocks.SIZE;
    private static final int LEAST_GROUPS_OF_A_PART = 32;
    private static final int MOST_PARTS = 256;
    private static final int TILE = TaylorKernel.ROWS * TaylorKernel.COLUMNS;

    private final SoftmaxProblem problem;
    private final TaylorKernel kernel;
    private final int degree;
    private final int dimension;
    private final double[] centroid;
    private final double[] unit;
    /** c_B - c. */
    private final double[] distance;
    /** beta log2(e) (c_B - c). */
    private final double[] power;
    /** For each i the place of its first tile, and behind them the number of all moments. */
    private final int[] planes;

    private final double[] coefficients;
    /** Where the coefficients end. */
    private final int end;

    /**
     * The expansion from some blocks.
     *
     * @param blocks the blocks, from index {@code from} to {@code to}
     * @param weights the weights of the cluster's keys
     * @param centre the c of the cell, d coordinates
     * @param degree D
     * @param coefficients where those of this expansion are written from index {@code start} on, to stay there as long as it
     *     is used
     */
    TaylorExpansion(
            SoftmaxProblem problem,
            int[] blocks,
            int from,
            int to,
            CellWeights weights,
            double[] centre,
            int degree,
            double[] coefficients,
            int start,
            SoftmaxKernels kernels,
            Repetition repetition) {
        this.problem = problem;
        kernel = kernels.expansions();
        this.degree = degree;
        centroid = weights.centroid();
        dimension = centroid.length;
        distance = new double[dimension];
        power = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            distance[k] = centroid[k] - centre[k];
            power[k] = problem.exponentScale() * distance[k];
        }
        unit = units(blocks, from, to);
        planes = planes(degree, dimension);
        this.coefficients = coefficients;
        end = start + coefficients(degree, dimension);
        expand(blocks, from, to, weights, start, kernels.scratch(), repetition);
    }

    /** How many moments are made for a degree, those that fill up tiles included. */
    static int moments(int degree, int dimension) {
        int needed = 0;
        for (int i = 0; i <= (dimension == 3 ? degree : 0); i++) {
            for (int row = 0; row <= degree - i; row += TaylorKernel.ROWS) {
                needed += ((degree - i - row) / TaylorKernel.COLUMNS + 1) * TILE;
            }
        }
        return needed;
    }

    /** How many groups of keys are added one after the other. */
    static int groupsOfAPart(int blocks) {
        int groups = (blocks + BLOCKS_A_GROUP - 1) / BLOCKS_A_GROUP;
        return Math.max(LEAST_GROUPS_OF_A_PART, (groups + MOST_PARTS - 1) / MOST_PARTS);
    }

    private static int[] planes(int degree, int dimension) {
        int count = dimension == 3 ? degree + 1 : 1;
        int[] planes = new int[count + 1];
        for (int i = 0; i < count; i++) {
            planes[i + 1] = planes[i] + rowTiles(degree - i) * columnTiles(degree - i) * TILE;
        }
        return planes;
    }

    private static int rowTiles(int degree) {
        return degree / TaylorKernel.ROWS + 1;
    }

    private static int columnTiles(int degree) {
        return degree / TaylorKernel.COLUMNS + 1;
    }

    /** For each coordinate a power of two not below any |x_k - c_k|; 0 if all are 0. */
    private double[] units(int[] blocks, int from, int to) {
        double[] boxes = problem.keys().boxes();
        double[] units = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            double largest = 0;
            for (int i = from; i < to; i++) {
                int at = (blocks[i] * dimension + k) * 2;
                largest = Math.max(largest, Math.abs(boxes[at] - centroid[k]) + boxes[at + 1]);
            }
            units[k] = largest == 0 ? 0 : Math.scalb(1.0, Math.getExponent(largest) + 1);
        }
        return units;
    }

    private void expand(
            int[] blocks,
            int from,
            int to,
            CellWeights weights,
            int start,
            Spares<MomentScratch> scratch,
            Repetition repetition) {
        int blocksOfAPart = groupsOfAPart(to - from) * BLOCKS_A_GROUP;
        int parts = (to - from + blocksOfAPart - 1) / blocksOfAPart;
        if (parts == 1) {
            scratch.lend(lent -> setCoefficients(moments(blocks, from, to, weights, from, lent), start));
            return;
        }
        double[][] moments = new double[parts][];
        repetition.forBlocks(parts, part -> {
            int begin = from + part * blocksOfAPart;
            int behind = Math.min(to, begin + blocksOfAPart);
            scratch.lend(lent ->
                    moments[part] = Arrays.copyOf(moments(blocks, begin, behind, weights, from, lent), momentCount()));
        });
        for (int stride = 1; stride < parts; stride *= 2) {
            for (int part = 0; part + stride < parts; part += 2 * stride) {
                for (int at = 0; at < moments[part].length; at++) {
                    moments[part][at] += moments[part + stride][at];
                }
            }
        }
        setCoefficients(moments[0], start);
    }

    private int momentCount() {
        return planes[planes.length - 1];
    }

    /** The moments of a part of the blocks, in scratch space. */
    private double[] moments(int[] blocks, int from, int to, CellWeights weights, int first, MomentScratch scratch) {
        Part sums = new Part(scratch);
        for (int i = from; i < to; i += BLOCKS_A_GROUP) {
            sums.add(
                    blocks,
                    i,
                    Math.min(to, i + BLOCKS_A_GROUP),
                    weights.ofKeys(),
                    weights.at() + (i - first) * KeyBlocks.SIZE);
        }
        return scratch.moments();
    }

    /** The moments of some of the keys. */
    private final class Part {

        private final MomentScratch scratch;
        private final double[] moments;
        private final double[] weights;
        private final double[] rows;
        private final double[] columns;

        Part(MomentScratch scratch) {
            this.scratch = scratch;
            scratch.reserve(
                    rowTiles(degree) * TaylorKernel.ROWS, columnTiles(degree) * TaylorKernel.COLUMNS, momentCount());
            moments = scratch.moments();
            weights = scratch.weights();
            rows = scratch.rows();
            columns = scratch.columns();
        }

        void add(int[] blocks, int from, int to, double[] ofKeys, int at) {
            int keys = (to - from) * KeyBlocks.SIZE;
            System.arraycopy(ofKeys, at, weights, 0, keys);
            Arrays.fill(weights, keys, TaylorKernel.KEYS, 0);
            for (int k = 0; k < dimension; k++) {
                scale(k, blocks, from, to);
            }
            kernel.fillColumns(scratch.scaled(dimension - 1), columnTiles(degree), columns);
            for (int i = 0; i < planes.length - 1; i++) {
                if (i > 0) {
                    multiply(weights, scratch.scaled(0));
                }
                addPlane(degree - i, planes[i]);
            }
        }

        private void scale(int k, int[] blocks, int from, int to) {
            double[] x = problem.keys().coordinates(k);
            double[] u = scratch.scaled(k);
            double centre = centroid[k];
            double factor = unit[k] == 0 ? 0 : 1 / unit[k];
            for (int b = from, at = 0; b < to; b++, at += KeyBlocks.SIZE) {
                int begin = blocks[b] * KeyBlocks.SIZE;
                for (int j = 0; j < KeyBlocks.SIZE; j++) {
                    u[at + j] = (x[begin + j] - centre) * factor;
                }
            }
            Arrays.fill(u, (to - from) * KeyBlocks.SIZE, TaylorKernel.KEYS, 0);
        }

        private void multiply(double[] values, double[] by) {
            for (int j = 0; j < TaylorKernel.KEYS; j++) {
                values[j] *= by[j];
            }
        }

        /** Adds the moments of one i: those whose row and column together are within a degree. */
        private void addPlane(int planeDegree, int plane) {
            kernel.fillRows(weights, scratch.scaled(dimension - 2), rowTiles(planeDegree) * TaylorKernel.ROWS, rows);
            int columnTiles = columnTiles(planeDegree);
            for (int r = 0; r <= planeDegree; r += TaylorKernel.ROWS) {
                int tile = plane + r / TaylorKernel.ROWS * columnTiles * TILE;
                kernel.addProducts(rows, r * TaylorKernel.KEYS, columns, columnTiles(planeDegree - r), moments, tile);
            }
        }
    }

    /** How many coefficients there are for a degree. */
    static int coefficients(int degree, int dimension) {
        int count = 0;
        for (int i = 0; i <= (dimension == 3 ? degree : 0); i++) {
            count += (degree - i + 1) * (degree - i + 2) / 2;
        }
        return count;
    }

    /** M / (i! k! l!), l in turn, for each k, for each i. */
    private void setCoefficients(double[] moments, int start) {
        double[] reciprocals = new double[degree + 1];
        reciprocals[0] = 1;
        for (int k = 1; k <= degree; k++) {
            reciprocals[k] = reciprocals[k - 1] / k;
        }
        int next = start;
        for (int i = 0; i < planes.length - 1; i++) {
            int columnTiles = columnTiles(degree - i);
            for (int k = 0; k <= degree - i; k++) {
                double factor = reciprocals[i] * reciprocals[k];
                int row = planes[i]
                        + k / TaylorKernel.ROWS * columnTiles * TILE
                        + k % TaylorKernel.ROWS * TaylorKernel.COLUMNS;
                for (int l = 0; l <= degree - i - k; l++) {
                    int at = row + l / TaylorKernel.COLUMNS * TILE + l % TaylorKernel.COLUMNS;
                    coefficients[next++] = moments[at] * (factor * reciprocals[l]);
                }
            }
        }
    }

    /** Adds the cluster to the sums of some receivers. */
    void addTo(ExpandedSums sums) {
        PolynomialValues values = sums.values();
        for (int k = 0; k < dimension; k++) {
            values.scale(k, sums.offsets(k), unit[k] * problem.beta());
        }
        sums.add(power, distance, unit, values.of(degree, coefficients, end, kernel), kernel);
    }
}
