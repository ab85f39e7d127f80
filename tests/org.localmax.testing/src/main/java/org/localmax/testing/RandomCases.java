package org.localmax.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Tokens;

/** Seeded random configurations for property tests. */
public final class RandomCases {

    private final Random random;

    public RandomCases(long seed) {
        random = new Random(seed);
    }

    /** An integer in [low, high]. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Gaussian tokens. */
    public Tokens gaussian(int n, int d) {
        double[] values = new double[n * d];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextGaussian();
        }
        return Tokens.ofRows(n, d, values);
    }

    /** Tokens with small integer coordinates: many of them coincide, many scores tie exactly. */
    public Tokens lattice(int n, int d, int radius) {
        double[] values = new double[n * d];
        for (int k = 0; k < values.length; k++) {
            values[k] = between(-radius, radius);
        }
        return Tokens.ofRows(n, d, values);
    }

    /** A rotation of R^d (a product of Givens rotations), as rows. */
    public double[][] rotation(int d) {
        double[][] rotation = new double[d][d];
        for (int k = 0; k < d; k++) {
            rotation[k][k] = 1;
        }
        for (int p = 0; p < d; p++) {
            for (int q = p + 1; q < d; q++) {
                double angle = between(0.0, 2 * Math.PI);
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                for (int k = 0; k < d; k++) {
                    double a = rotation[p][k];
                    double b = rotation[q][k];
                    rotation[p][k] = c * a - s * b;
                    rotation[q][k] = s * a + c * b;
                }
            }
        }
        return rotation;
    }

    /** A symmetric positive definite matrix. */
    public double[][] positiveDefinite(int d) {
        double[][] root = matrix(d);
        double[][] product = new double[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = r; c < d; c++) {
                double sum = r == c ? 0.1 : 0;
                for (int k = 0; k < d; k++) {
                    sum += root[k][r] * root[k][c];
                }
                product[r][c] = sum;
                product[c][r] = sum;
            }
        }
        return product;
    }

    /** A matrix with Gaussian entries. */
    public double[][] matrix(int d) {
        double[][] matrix = new double[d][d];
        for (double[] row : matrix) {
            for (int c = 0; c < d; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return matrix;
    }

    /** Every rule in every variant, with moderate parameters. */
    public static List<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>();
        for (Multiplicity multiplicity : Multiplicity.values()) {
            rules.add(new Hardmax(multiplicity));
        }
        rules.add(new Softmax(Schedule.constant(2)));
        rules.add(new Softmax(Schedule.constant(-1)));
        for (Scale scale : Scale.values()) {
            rules.add(new Localmax(Schedule.constant(0.5), scale));
        }
        for (Sense sense : Sense.values()) {
            for (Ties ties : Ties.values()) {
                rules.add(new FrankWolfe(sense, ties));
            }
        }
        return rules;
    }

    /** Identity, symmetric and general matrices in turn, as far as the rule allows them. */
    public Interaction interaction(AttentionRule rule, int d) {
        boolean semidefinite = rule instanceof Localmax localmax && localmax.scale() == Scale.NORMALIZED;
        return switch (between(0, 2)) {
            case 0 -> Interaction.identity(d);
            case 1 -> Interaction.of(positiveDefinite(d));
            default -> semidefinite ? Interaction.of(positiveDefinite(d)) : Interaction.of(matrix(d));
        };
    }
}
