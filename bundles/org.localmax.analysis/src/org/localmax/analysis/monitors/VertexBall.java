package org.localmax.analysis.monitors;

import java.util.Arrays;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** The ball B(v, eps) about a vertex v of K, and how far tokens are from v, in coordinates in which the norm is Euclidean. */
final class VertexBall {

    private final double[] place;
    private final double radius;
    private Tokens known;
    private double[] ofKnown = {};

    /**
     * @param place v
     * @param radius eps
     */
    VertexBall(double[] place, double radius) {
        this.place = place;
        this.radius = radius;
    }

    /** v. */
    double[] place() {
        return place;
    }

    /** eps. */
    double radius() {
        return radius;
    }

    /** The distance of each token from v; remembered of the tokens asked about last, as those after a step are those before the next. */
    double[] distances(Tokens tokens) {
        if (tokens != known) {
            double[] found = new double[tokens.count()];
            for (int i = 0; i < found.length; i++) {
                found[i] = Vectors.distance(tokens.rows(), i * place.length, place, 0, place.length);
            }
            ofKnown = found;
            known = tokens;
        }
        return ofKnown;
    }

    /** The tokens in the ball, ascending. */
    int[] within(Tokens tokens) {
        double[] distances = distances(tokens);
        int[] found = new int[distances.length];
        int count = 0;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] <= radius) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
