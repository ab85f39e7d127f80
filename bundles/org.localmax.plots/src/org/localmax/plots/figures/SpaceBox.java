package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.analysis.Digits;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Colouring;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Interval;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Paths;

/**
 * The box around the first tokens of a run in a space of three dimensions, by whose edges a picture tells how it is turned.
 *
 * @param directions three of length 1 and perpendicular, d coordinates each
 * @param names what the directions are called
 * @param ends what the tokens take along each direction
 * @param turn the camera: how far the first direction is turned about the third
 * @param rise the camera: how far it looks down from above the first two, both in degrees
 */
record SpaceBox(double[][] directions, List<String> names, List<Interval> ends, double turn, double rise) {

    private static final int AXES = 3;
    private static final int CORNERS = 1 << AXES;
    private static final int DIGITS = 3;

    /** Leaves room for symbols at the edges. */
    private static final double BORDER = 0.05;

    private static final double ROOM_FOR_WORDS = 1.15;

    /** How far from its corner the number of an end stands, as a share of the edge, so that those of two edges that meet do not collide. */
    private static final double INSIDE = 0.14;

    /** How far below the lowest corner its numbers stand, as a share of what is seen. */
    private static final double UNDER = 0.03;

    /** The box around tokens. */
    static SpaceBox around(Tokens tokens, double[][] directions, List<String> names, double turn, double rise) {
        List<Interval> ends = new ArrayList<>();
        for (double[] direction : directions) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < tokens.count(); i++) {
                double along = dot(direction, tokens.rows(), i * tokens.dimension());
                low = Math.min(low, along);
                high = Math.max(high, along);
            }
            double more = low < high ? BORDER * (high - low) : 0.5;
            ends.add(new Interval(low - more, high + more));
        }
        return new SpaceBox(directions, names, ends, turn, rise);
    }

    /** The same from elsewhere. */
    SpaceBox turned(double around, double above) {
        return new SpaceBox(directions, names, ends, around, above);
    }

    private static double dot(double[] direction, double[] rows, int at) {
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
            sum += direction[k] * rows[at + k];
        }
        return sum;
    }

    /** What the camera sees as right, in the three directions. */
    private double[] right() {
        double angle = StrictMath.toRadians(turn);
        return new double[] {-StrictMath.sin(angle), StrictMath.cos(angle), 0};
    }

    /** What the camera sees as up. */
    private double[] up() {
        double angle = StrictMath.toRadians(turn);
        double above = StrictMath.toRadians(rise);
        return new double[] {
            -StrictMath.sin(above) * StrictMath.cos(angle),
            -StrictMath.sin(above) * StrictMath.sin(angle),
            StrictMath.cos(above)
        };
    }

    /** Right for tokens of R^d. */
    double[] horizontal() {
        return combined(right());
    }

    /** Up for tokens of R^d. */
    double[] vertical() {
        return combined(up());
    }

    private double[] combined(double[] shares) {
        double[] sum = new double[directions[0].length];
        for (int axis = 0; axis < AXES; axis++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += shares[axis] * directions[axis][k];
            }
        }
        return sum;
    }

    /** The middle of the box, d coordinates. */
    double[] middle() {
        return combined(
                ends.stream().mapToDouble(end -> end.low() / 2 + end.high() / 2).toArray());
    }

    /** What is seen of the plane however the box is turned: its middle is 0. */
    Interval seen() {
        double squares = ends.stream()
                .mapToDouble(end -> end.length() * end.length() / 4)
                .sum();
        double radius = ROOM_FOR_WORDS * Math.sqrt(squares);
        return new Interval(-radius, radius);
    }

    /** The twelve edges, and beside three that are outermost the names of the directions, and then their ends, for which there may be no room. */
    List<Mark> marks() {
        double[][] x = new double[AXES * CORNERS / 2][2];
        double[][] y = new double[x.length][2];
        int edge = 0;
        for (int axis = 0; axis < AXES; axis++) {
            for (int corner = 0; corner < CORNERS; corner++) {
                if ((corner >> axis & 1) == 0) {
                    draw(corner, x[edge], y[edge], 0);
                    draw(corner | 1 << axis, x[edge], y[edge], 1);
                    edge++;
                }
            }
        }
        List<Mark> marks = new ArrayList<>();
        Colouring faint = new Colouring.Uniform(Ink.FAINT.withOpacity(0.6));
        marks.add(new Paths("", x, y, faint, 0.7, Dash.SOLID));
        for (int axis = 0; axis < AXES; axis++) {
            marks.add(name(axis, lowest(axis)));
        }
        for (int axis = 0; axis < AXES; axis++) {
            int corner = lowest(axis);
            marks.add(end(axis, corner, corner | 1 << axis));
            marks.add(end(axis, corner | 1 << axis, corner));
        }
        return marks;
    }

    private void draw(int corner, double[] x, double[] y, int at) {
        double[] place = place(corner);
        x[at] = place[0];
        y[at] = place[1];
    }

    /** Where a corner is seen; bit k of its number tells at which end of direction k it is. */
    private double[] place(int corner) {
        double[] right = right();
        double[] up = up();
        double[] seen = new double[2];
        for (int axis = 0; axis < AXES; axis++) {
            double half = ends.get(axis).length() / 2 * ((corner >> axis & 1) == 0 ? -1 : 1);
            seen[0] += right[axis] * half;
            seen[1] += up[axis] * half;
        }
        return seen;
    }

    /** The edge of a direction that is outermost: the lowest for those on the ground, the leftmost for the third. */
    private int lowest(int axis) {
        int coordinate = axis == AXES - 1 ? 0 : 1;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < CORNERS; corner++) {
            double middle = place(corner)[coordinate] + place(corner | 1 << axis)[coordinate];
            if ((corner >> axis & 1) == 0 && middle < least) {
                least = middle;
                best = corner;
            }
        }
        return best;
    }

    private Note name(int axis, int corner) {
        double[] from = place(corner);
        double[] to = place(corner | 1 << axis);
        Note.Place beside = axis == AXES - 1 ? Note.Place.LEFT : Note.Place.BELOW;
        return new Note(names.get(axis), (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, beside, Ink.FOREGROUND);
    }

    /** The number at one end of an edge. The two that meet at the lowest corner stand below it, to its left and to its right. */
    private Note end(int axis, int corner, int opposite) {
        double[] at = place(corner);
        double[] other = place(opposite);
        Interval end = ends.get(axis);
        String number = Digits.of((corner >> axis & 1) == 0 ? end.low() : end.high(), DIGITS);
        if (axis == AXES - 1) {
            return new Note(number, inside(at[0], other[0]), inside(at[1], other[1]), Note.Place.LEFT, Ink.FAINT);
        }
        if (corner == lowest()) {
            Note.Place side = other[0] < at[0] ? Note.Place.LEFT : Note.Place.RIGHT;
            return new Note(number, at[0], at[1] - UNDER * seen().length(), side, Ink.FAINT);
        }
        return new Note(number, inside(at[0], other[0]), inside(at[1], other[1]), Note.Place.BELOW, Ink.FAINT);
    }

    private static double inside(double at, double other) {
        return at + INSIDE * (other - at);
    }

    /** The corner that is seen lowest. */
    private int lowest() {
        double[] up = up();
        int corner = 0;
        for (int axis = 0; axis < AXES; axis++) {
            corner |= up[axis] < 0 ? 1 << axis : 0;
        }
        return corner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpaceBox box
                && Arrays.deepEquals(directions, box.directions)
                && names.equals(box.names)
                && ends.equals(box.ends)
                && turn == box.turn
                && rise == box.rise;
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(directions) + 31 * names.hashCode() + ends.hashCode();
    }
}
