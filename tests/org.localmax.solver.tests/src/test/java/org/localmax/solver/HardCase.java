package org.localmax.solver;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/**
 * A step to be computed in every way: clouds generic and degenerate, of ordinary and of extreme size, at the start and late
 * in a run.
 */
record HardCase(String name, Dynamics dynamics, State state) {

    /** Cases for one rule in one dimension; n is odd. */
    static List<HardCase> of(AttentionRule rule, int d) {
        List<HardCase> cases = new ArrayList<>();
        RandomCases random = new RandomCases(1000 + d);
        for (int n : new int[] {1, 2, 97, 301}) {
            for (SeededClouds cloud : clouds(n, d)) {
                double tolerance = random.between(0, 2) == 0 ? 0 : 1e-12;
                Dynamics dynamics =
                        new Dynamics(rule, random.interaction(rule, d), StepSize.alpha(0.7), new TiePolicy(tolerance));
                double error =
                        random.between(0, 1) == 0 ? 0 : 1e-14 * cloud.tokens().largestNorm();
                String name = rule + ", " + dynamics.interaction().kind() + ", " + cloud.name() + ", tolerance "
                        + tolerance + ", error " + error;
                cases.add(new HardCase(name, dynamics, new State(3, cloud.tokens(), error)));
            }
        }
        return cases;
    }

    private static List<SeededClouds> clouds(int n, int d) {
        List<SeededClouds> clouds = new ArrayList<>(SeededClouds.all(n, d, 40L + n));
        Tokens gaussian = new RandomCases(41).gaussian(n, d);
        clouds.add(new SeededClouds("last stage " + n + " x " + d, SeededClouds.lateStage(n, d, 3, 1e-15, 42)));
        clouds.add(new SeededClouds("sphere " + n + " x " + d, SeededClouds.sphere(gaussian)));
        clouds.add(new SeededClouds("grid " + n + " x " + d, grid(n, d)));
        clouds.add(new SeededClouds("with zero " + n + " x " + d, scaled(gaussian, i -> i % 5 == 2 ? 0 : 1)));
        clouds.add(new SeededClouds("huge " + n + " x " + d, scaled(gaussian, _ -> 1e150)));
        clouds.add(new SeededClouds("subnormal " + n + " x " + d, scaled(gaussian, _ -> 1e-310)));
        clouds.add(new SeededClouds("of all sizes " + n + " x " + d, scaled(gaussian, i -> Math.pow(10, -(i % 40)))));
        return clouds;
    }

    @FunctionalInterface
    private interface Factor {

        double of(int i);
    }

    private static Tokens scaled(Tokens tokens, Factor factor) {
        double[] rows = tokens.rows().clone();
        for (int k = 0; k < rows.length; k++) {
            rows[k] *= factor.of(k / tokens.dimension());
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    /** The points of a regular grid around the origin, in d = 1 to 3; on further axes they are 0. */
    private static Tokens grid(int n, int d) {
        double[] rows = new double[n * d];
        int side = (int) Math.ceil(Math.pow(n, 1.0 / Math.min(d, 3)) - 1e-9);
        for (int i = 0; i < n; i++) {
            int rest = i;
            for (int k = 0; k < Math.min(d, 3); k++) {
                rows[i * d + k] = rest % side - (side - 1) / 2.0;
                rest /= side;
            }
        }
        return Tokens.ofRows(n, d, rows);
    }

    @Override
    public String toString() {
        return name;
    }
}
