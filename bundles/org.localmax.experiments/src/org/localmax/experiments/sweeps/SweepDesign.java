package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.SobolSequenceGenerator;
import org.localmax.experiments.internal.RandomStream;

/**
 * The points of a sweep. Axes that vary together, as the columns of one table, are one direction; a point is found from its number
 * alone, so that designs of any size take no memory.
 */
final class SweepDesign {

    /** More points than that are a mistake. */
    static final long MOST_POINTS = 100_000_000;

    /** Which points of the axes are taken. */
    sealed interface Sampling {

        /** All combinations; the last direction varies fastest. */
        record Factorial() implements Sampling {}

        /** Each direction is cut into as many equal parts as there are points, and each part is hit once. */
        record LatinHypercube(int points, long seed) implements Sampling {}

        /** The sequence of Sobol with the direction numbers of Joe and Kuo. */
        record Sobol(int points) implements Sampling {}
    }

    private final List<SweepAxis> axes;
    private final Sampling sampling;
    /** Which direction each axis belongs to; -1 if it follows from others. */
    private final int[] directionOf;

    private final List<SweepAxis> directions = new ArrayList<>();
    private final List<int[]> strata = new ArrayList<>();

    /**
     * @param axes in the order of the columns
     * @throws IllegalArgumentException with a message for the user, if there are too many points or directions
     */
    SweepDesign(List<SweepAxis> axes, Sampling sampling) {
        this.axes = List.copyOf(axes);
        this.sampling = sampling;
        directionOf = new int[axes.size()];
        Map<String, Integer> tables = new LinkedHashMap<>();
        for (int a = 0; a < directionOf.length; a++) {
            directionOf[a] = direction(axes.get(a), tables);
        }
        requireFew();
        if (sampling instanceof Sampling.LatinHypercube cube) {
            for (SweepAxis direction : directions) {
                strata.add(permutation(cube.points(), new RandomStream("strata " + direction.name(), cube.seed())));
            }
        }
    }

    private int direction(SweepAxis axis, Map<String, Integer> tables) {
        return switch (axis.values()) {
            case SweepAxis.Values.Derived _ -> -1;
            case SweepAxis.Values.Column column when tables.containsKey(column.table()) -> tables.get(column.table());
            case SweepAxis.Values.Column column -> {
                tables.put(column.table(), directions.size());
                yield add(axis);
            }
            default -> add(axis);
        };
    }

    private int add(SweepAxis axis) {
        directions.add(axis);
        return directions.size() - 1;
    }

    private void requireFew() {
        long points = 1;
        for (SweepAxis direction : directions) {
            points = sampling instanceof Sampling.Factorial ? multiplied(points, direction) : points;
        }
        if (sampling instanceof Sampling.Sobol && directions.size() > 1000) {
            throw new IllegalArgumentException(
                    directions.size() + " axes vary; expected at most 1000 for Sobol's sequence");
        }
    }

    private static long multiplied(long points, SweepAxis axis) {
        if (points > MOST_POINTS / axis.count()) {
            throw new IllegalArgumentException("with the " + axis.count() + " values of the axis '" + axis.name()
                    + "' there are more than " + MOST_POINTS + " points; expected fewer values, or a sample of points: "
                    + "design latin-hypercube or sobol");
        }
        return points * axis.count();
    }

    private static int[] permutation(int count, RandomStream random) {
        int[] permutation = new int[count];
        for (int k = 0; k < count; k++) {
            int other = (int) (random.uniform() * (k + 1));
            permutation[k] = permutation[other];
            permutation[other] = k;
        }
        return permutation;
    }

    List<SweepAxis> axes() {
        return axes;
    }

    /** How many points there are, those that a condition leaves out included. */
    long count() {
        return switch (sampling) {
            case Sampling.LatinHypercube cube -> cube.points();
            case Sampling.Sobol sobol -> sobol.points();
            case Sampling.Factorial _ -> {
                long points = 1;
                for (SweepAxis direction : directions) {
                    points *= direction.count();
                }
                yield points;
            }
        };
    }

    /** The values of a point, one an axis. */
    List<String> point(long number) {
        return switch (sampling) {
            case Sampling.Factorial _ -> combination(number);
            case Sampling.LatinHypercube cube -> sample(stratified((int) number, cube));
            case Sampling.Sobol _ -> sample(sobol((int) number));
        };
    }

    private List<String> combination(long number) {
        int[] indices = new int[directions.size()];
        long rest = number;
        for (int k = indices.length - 1; k >= 0; k--) {
            indices[k] = (int) (rest % directions.get(k).count());
            rest /= directions.get(k).count();
        }
        return values(axis -> axes.get(axis).value(indices[directionOf[axis]]));
    }

    private List<String> sample(double[] shares) {
        return values(axis -> axes.get(axis).valueAt(shares[directionOf[axis]]));
    }

    /** Where in its part a point lies is drawn, too. */
    private double[] stratified(int number, Sampling.LatinHypercube cube) {
        double[] shares = new double[directions.size()];
        for (int k = 0; k < shares.length; k++) {
            RandomStream random =
                    new RandomStream("point " + number + " " + directions.get(k).name(), cube.seed());
            shares[k] = Math.min((strata.get(k)[number] + random.uniform()) / cube.points(), Math.nextDown(1.0));
        }
        return shares;
    }

    private double[] sobol(int number) {
        if (directions.isEmpty()) {
            return new double[0];
        }
        return new SobolSequenceGenerator(directions.size()).skipTo(number);
    }

    /** How the value of an axis that does not follow from others is found. */
    private interface Value {
        String of(int axis);
    }

    /** An axis that follows from others follows from those before it. */
    private List<String> values(Value value) {
        List<String> values = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            values.add(directionOf[axis] < 0 ? "" : value.of(axis));
        }
        return completed(values);
    }

    /** A point with the values that follow from others in their places. */
    List<String> completed(List<String> point) {
        List<String> values = new ArrayList<>(point);
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axes.get(axis).values() instanceof SweepAxis.Values.Derived derived) {
                values.set(axis, SweepAxis.text(derived.formula().value(values)));
            }
        }
        return List.copyOf(values);
    }
}
