package org.localmax.analysis;

import java.util.Random;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;

/**
 * Another way to write the same configuration: rotated coordinates and another numbering. Attention does not depend on either,
 * x_i to R x_i with A to R A R^T; computed trajectories may, where rounding decides. Immutable.
 */
public final class Frame {

    private final double[][] rotation;
    /** order[i] is the number that token i of this frame has in the first one. */
    private final int[] order;

    private Frame(double[][] rotation, int[] order) {
        this.rotation = rotation;
        this.order = order;
    }

    /**
     * A frame drawn at random: a product of a rotation in each plane of two coordinates, and a permutation.
     *
     * @param seed the same seed gives the same frame everywhere
     */
    public static Frame random(long seed, int count, int dimension) {
        Random random = new Random(seed);
        double[][] rotation = new double[dimension][dimension];
        for (int k = 0; k < dimension; k++) {
            rotation[k][k] = 1;
        }
        for (int p = 0; p < dimension; p++) {
            for (int q = p + 1; q < dimension; q++) {
                turn(rotation[p], rotation[q], 2 * StrictMath.PI * random.nextDouble());
            }
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return new Frame(rotation, order);
    }

    private static void turn(double[] first, double[] second, double angle) {
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (int k = 0; k < first.length; k++) {
            double a = first[k];
            double b = second[k];
            first[k] = cosine * a - sine * b;
            second[k] = sine * a + cosine * b;
        }
    }

    /** The number that token i of this frame has in the first one. */
    public int original(int i) {
        return order[i];
    }

    /** The tokens in this frame. */
    public Tokens of(Tokens tokens) {
        int d = tokens.dimension();
        double[] rows = new double[tokens.rows().length];
        for (int i = 0; i < tokens.count(); i++) {
            for (int r = 0; r < d; r++) {
                double sum = 0;
                for (int c = 0; c < d; c++) {
                    sum = Math.fma(rotation[r][c], tokens.get(order[i], c), sum);
                }
                rows[i * d + r] = sum;
            }
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    /** Tokens of this frame in the first one. */
    public Tokens back(Tokens tokens) {
        int d = tokens.dimension();
        double[] rows = new double[tokens.rows().length];
        for (int i = 0; i < tokens.count(); i++) {
            for (int c = 0; c < d; c++) {
                double sum = 0;
                for (int r = 0; r < d; r++) {
                    sum = Math.fma(rotation[r][c], tokens.get(i, r), sum);
                }
                rows[order[i] * d + c] = sum;
            }
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    /** R A R^T; the identity and symmetric matrices stay what they are. */
    public Interaction of(Interaction interaction) {
        if (interaction.kind() == Interaction.Kind.IDENTITY) {
            return interaction;
        }
        int d = interaction.dimension();
        double[][] turned = new double[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                for (int k = 0; k < d; k++) {
                    for (int l = 0; l < d; l++) {
                        turned[r][c] += rotation[r][k] * interaction.get(k, l) * rotation[c][l];
                    }
                }
            }
        }
        if (interaction.kind() == Interaction.Kind.SYMMETRIC) {
            for (int r = 0; r < d; r++) {
                for (int c = 0; c < r; c++) {
                    turned[r][c] = turned[c][r];
                }
            }
        }
        return Interaction.of(turned);
    }
}
