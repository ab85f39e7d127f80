package org.localmax.plots.figures;

import org.localmax.analysis.Digits;
import org.localmax.analysis.PrincipalAxes;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;

/**
 * Where tokens of R^d are seen in a picture: an affine map to the plane, or to a line for d = 1.
 *
 * @param kind what the map is
 * @param origin what becomes 0, d coordinates
 * @param horizontal what it is multiplied with for x, d numbers
 * @param vertical the same for y; all 0 for a line
 * @param horizontalLabel what the axis of x says
 * @param verticalLabel what the axis of y says
 * @param remark what a caption has to say of it; empty where nothing is left out
 */
public record Projection(
        Kind kind,
        double[] origin,
        double[] horizontal,
        double[] vertical,
        String horizontalLabel,
        String verticalLabel,
        String remark) {

    /** What a projection is. */
    public enum Kind {
        /** The line that the tokens are on. */
        LINE,
        /** The plane that the tokens are in, its axes as they are. */
        PLANE,
        /** Two of more coordinates. */
        COORDINATES,
        /** The two principal axes. */
        PRINCIPAL
    }

    /** What shows all of tokens of dimension 1 or 2, and the principal axes of a reference otherwise. */
    public static Projection natural(Tokens reference, CancellationCheck wanted) {
        return switch (reference.dimension()) {
            case 1 -> line();
            case 2 -> coordinates(2, 0, 1);
            default -> principal(reference, wanted);
        };
    }

    /** Tokens on a line. */
    public static Projection line() {
        return new Projection(Kind.LINE, new double[1], new double[] {1}, new double[1], coordinate(0), "", "");
    }

    /**
     * Two coordinates, from 0.
     *
     * @throws IllegalArgumentException if they are not two different ones of d
     */
    public static Projection coordinates(int dimension, int first, int second) {
        if (first == second || Math.min(first, second) < 0 || Math.max(first, second) >= dimension) {
            throw new IllegalArgumentException("the coordinates are " + (first + 1) + " and " + (second + 1)
                    + "; expected two different ones of 1.." + dimension);
        }
        double[] horizontal = new double[dimension];
        double[] vertical = new double[dimension];
        horizontal[first] = 1;
        vertical[second] = 1;
        String others = dimension == 2
                ? ""
                : "Shown are the coordinates " + coordinate(first) + " and " + coordinate(second) + " of " + dimension
                        + ".";
        Kind kind = dimension == 2 && first == 0 ? Kind.PLANE : Kind.COORDINATES;
        return new Projection(
                kind, new double[dimension], horizontal, vertical, coordinate(first), coordinate(second), others);
    }

    /**
     * The principal axes of a reference, such as the first tokens of a run.
     *
     * @throws IllegalArgumentException if the dimension is 1
     */
    public static Projection principal(Tokens reference, CancellationCheck wanted) {
        if (reference.dimension() < 2) {
            throw new IllegalArgumentException("the tokens have dimension 1; expected at least 2 for principal axes");
        }
        PrincipalAxes axes = PrincipalAxes.of(reference, wanted);
        return new Projection(
                Kind.PRINCIPAL,
                axes.mean(),
                axes.axis(0),
                axes.axis(1),
                "principal axis 1 (" + percent(axes.share(0)) + ")",
                "principal axis 2 (" + percent(axes.share(1)) + ")",
                "Shown are the two principal axes of the tokens at the start, with "
                        + percent(axes.share(0) + axes.share(1))
                        + " of their variance; distances may look shorter than they are.");
    }

    private static String percent(double share) {
        return Digits.of(100 * share, 3) + " %";
    }

    /** The name of a coordinate, from 0, as in the papers: x₁. */
    public static String coordinate(int index) {
        StringBuilder name = new StringBuilder("x");
        Integer.toString(index + 1).chars().forEach(digit -> name.append((char) ('\u2080' + digit - '0')));
        return name.toString();
    }

    public int dimension() {
        return origin.length;
    }

    /** Whether nothing of the tokens is left out, so that strips, balls and cells can be drawn as they are. */
    public boolean isWhole() {
        return kind == Kind.LINE || kind == Kind.PLANE;
    }

    /** x of the point whose coordinates begin at an index of an array. */
    public double x(double[] rows, int at) {
        return along(horizontal, rows, at);
    }

    /** y of the point whose coordinates begin at an index of an array. */
    public double y(double[] rows, int at) {
        return along(vertical, rows, at);
    }

    private double along(double[] direction, double[] rows, int at) {
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
            if (direction[k] != 0) {
                sum += direction[k] * (rows[at + k] - origin[k]);
            }
        }
        return sum;
    }

    /** x of all tokens. */
    public double[] x(Tokens tokens) {
        return along(horizontal, tokens);
    }

    /** y of all tokens. */
    public double[] y(Tokens tokens) {
        return along(vertical, tokens);
    }

    private double[] along(double[] direction, Tokens tokens) {
        double[] all = new double[tokens.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = along(direction, tokens.rows(), i * tokens.dimension());
        }
        return all;
    }

    /** All tokens as points of the plane. */
    public Tokens plane(Tokens tokens) {
        double[] rows = new double[2 * tokens.count()];
        for (int i = 0; i < tokens.count(); i++) {
            rows[2 * i] = x(tokens.rows(), i * tokens.dimension());
            rows[2 * i + 1] = y(tokens.rows(), i * tokens.dimension());
        }
        return Tokens.ofRows(tokens.count(), 2, rows);
    }

    /** The axis of x. */
    public Axis horizontalAxis() {
        return Axis.linear(horizontalLabel);
    }

    /** The axis of y; not seen for a line. */
    public Axis verticalAxis() {
        return kind == Kind.LINE ? Axis.hidden() : Axis.linear(verticalLabel);
    }
}
