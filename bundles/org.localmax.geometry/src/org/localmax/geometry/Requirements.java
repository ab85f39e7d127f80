package org.localmax.geometry;

import org.localmax.dynamics.Tokens;

/** What questions to a polytope must meet. */
final class Requirements {

    private Requirements() {}

    /** Checks that a vector has as many coordinates as the tokens. */
    static void dimension(Tokens tokens, double[] vector) {
        if (vector.length != tokens.dimension()) {
            throw new IllegalArgumentException("the vector has " + vector.length + " coordinates; expected "
                    + tokens.dimension() + ", since the tokens have dimension " + tokens.dimension());
        }
    }

    /** Checks that a token is a vertex. */
    static void vertex(boolean isVertex, int token) {
        if (!isVertex) {
            throw new IllegalArgumentException("token " + token + " is no vertex; expected one of the vertices");
        }
    }
}
