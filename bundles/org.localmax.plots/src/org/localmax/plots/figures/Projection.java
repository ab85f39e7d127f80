package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localmax.analysis.Digits;
import org.localmax.analysis.PrincipalAxes;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;
import org.localmax.plots.Interval;
import org.localmax.plots.Mark;

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
 * @param box what is seen in space; empty for all other kinds
 */
public record Projection(
        Kind kind,
        double[] origin,
        double[] horizontal,
        double[] vertical,
        String horizontalLabel,
        String verticalLabel,
        String remark,
        Optional<SpaceBox> box) {

    private static final int MOST_TERMS = 4;
    private static final int DIGITS = 3;
    private static final String SHORTER = "distances may look shorter than they are.";
    private static final String FAR = " from far away, turned by ";

    /** What a projection is. */
    public enum Kind {
        /** The line that the tokens are on. */
        LINE,
        /** The plane that the tokens are in, its axes as they are. */
        PLANE,
        /** Two of more coordinates. */
        COORDINATES,
        /** The two principal axes. */
        PRINCIPAL,
        /** Any linear map. */
        MATRIX,
        /** Three directions as a camera sees them from far away. */
        SPACE
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
        return new Projection(
                Kind.LINE, new double[1], new double[] {1}, new double[1], coordinate(0), "", "", Optional.empty());
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
                        + "; " + SHORTER;
        Kind kind = dimension == 2 && first == 0 ? Kind.PLANE : Kind.COORDINATES;
        return new Projection(
                kind,
                new double[dimension],
                horizontal,
                vertical,
                coordinate(first),
                coordinate(second),
                others,
                Optional.empty());
    }

    /**
     * Any linear map to the plane.
     *
     * @param horizontal what is multiplied with the coordinates for x, one number each
     * @param vertical the same for y
     * @throws IllegalArgumentException unless each has d finite numbers and one that is not 0
     */
    public static Projection matrix(int dimension, double[] horizontal, double[] vertical) {
        for (double[] row : List.of(horizontal, vertical)) {
            boolean isSome = Arrays.stream(row).anyMatch(each -> each != 0);
            if (row.length != dimension || !isSome || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a row of the projection is " + Arrays.toString(row) + "; expected "
                        + dimension + " finite numbers that are not all 0");
            }
        }
        return new Projection(
                Kind.MATRIX,
                new double[dimension],
                horizontal.clone(),
                vertical.clone(),
                combination(horizontal, "first"),
                combination(vertical, "second"),
                "Shown is a linear map of R^" + dimension
                        + " to the plane by a matrix; distances are those of the map.",
                Optional.empty());
    }

    /** Such as x₁ − 2 x₃; a row of many terms by its number. */
    private static String combination(double[] row, String number) {
        StringBuilder sum = new StringBuilder();
        int terms = 0;
        for (int k = 0; k < row.length; k++) {
            if (row[k] != 0) {
                terms++;
                sum.append(row[k] < 0 ? (terms == 1 ? "\u2212" : " \u2212 ") : terms == 1 ? "" : " + ");
                double size = Math.abs(row[k]);
                sum.append(size == 1 ? "" : Digits.of(size, DIGITS) + " ").append(coordinate(k));
            }
        }
        return terms <= MOST_TERMS ? sum.toString() : number + " row of the matrix";
    }

    /**
     * Three directions as a camera sees them from far away: the coordinates for d = 3, three chosen ones, or the three principal axes of a
     * reference.
     *
     * @param chosen three different coordinates, from 0; none for the natural ones
     * @param turn how far the camera has gone around, in degrees
     * @param rise how far it has gone up, in degrees
     * @throws IllegalArgumentException if the dimension is less than 3, or the coordinates are not three different ones of d
     */
    public static Projection space(
            Tokens reference, List<Integer> chosen, double turn, double rise, CancellationCheck wanted) {
        int d = reference.dimension();
        boolean isChosen = chosen.size() == 3 && Set.copyOf(chosen).size() == 3;
        if (d < 3 || !chosen.isEmpty() && (!isChosen || chosen.stream().anyMatch(k -> k < 0 || k >= d))) {
            throw new IllegalArgumentException("the tokens have dimension " + d
                    + "; expected at least 3 for a view in space, and three different coordinates of them");
        }
        double[][] directions = new double[3][d];
        List<String> names = new ArrayList<>();
        String said;
        if (chosen.isEmpty() && d > 3) {
            PrincipalAxes axes = PrincipalAxes.of(reference, wanted);
            for (int axis = 0; axis < 3; axis++) {
                directions[axis] = axes.axis(axis);
                names.add(principal(axes, axis));
            }
            said = "Shown are the three principal axes of the tokens at the start, with "
                    + percent(axes.share(0) + axes.share(1) + axes.share(2)) + " of their variance,";
        } else {
            for (int axis = 0; axis < 3; axis++) {
                int k = chosen.isEmpty() ? axis : chosen.get(axis);
                directions[axis][k] = 1;
                names.add(coordinate(k));
            }
            said = "Shown are " + String.join(", ", names) + (d > 3 ? " of " + d + " coordinates" : "");
        }
        return of(SpaceBox.around(reference, directions, names, turn, rise), said);
    }

    private static Projection of(SpaceBox box, String said) {
        return new Projection(
                Kind.SPACE,
                box.middle(),
                box.horizontal(),
                box.vertical(),
                "",
                "",
                said + FAR + Digits.of(box.turn(), DIGITS) + "\u00b0 and from " + Digits.of(box.rise(), DIGITS)
                        + "\u00b0 above; " + SHORTER,
                Optional.of(box));
    }

    /**
     * The same space from elsewhere, which takes no look at any token.
     *
     * @param turn how far the camera has gone around, in degrees
     * @param rise how far it has gone up, in degrees
     * @throws IllegalStateException but in space
     */
    public Projection turned(double turn, double rise) {
        SpaceBox seen = box.orElseThrow(() -> new IllegalStateException("expected a view in space, not " + kind));
        return of(seen.turned(turn, rise), remark.substring(0, remark.indexOf(FAR)));
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
                principal(axes, 0),
                principal(axes, 1),
                "Shown are the two principal axes of the tokens at the start, with "
                        + percent(axes.share(0) + axes.share(1))
                        + " of their variance; " + SHORTER,
                Optional.empty());
    }

    private static String principal(PrincipalAxes axes, int rank) {
        return "PC " + (rank + 1) + " (" + percent(axes.share(rank)) + ")";
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

    /** What is to be seen of the plane so that it stays the same while the camera turns; empty but in space. */
    public Optional<Interval> seen() {
        return box.map(SpaceBox::seen);
    }

    /** What tells in a picture how it is turned; nothing but in space. */
    public List<Mark> frame() {
        return box.map(SpaceBox::marks).orElse(List.of());
    }

    /** The axis of x; not seen in space. */
    public Axis horizontalAxis() {
        return kind == Kind.SPACE ? unseen() : Axis.linear(horizontalLabel);
    }

    /** The axis of y; not seen for a line and in space. */
    public Axis verticalAxis() {
        return switch (kind) {
            case LINE -> Axis.hidden();
            case SPACE -> unseen();
            default -> Axis.linear(verticalLabel);
        };
    }

    private Axis unseen() {
        Interval seen = seen().orElseThrow();
        return Axis.hidden().showing(seen.low(), seen.high());
    }
}
