package org.localmax.analysis.frankwolfe;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.Polytope;

/**
 * The energies J(x) = &lt;Mx, x&gt; / 2 of a run state by state, beside the {@linkplain DecayBound bound of theorem 3.1} and whether 0 is
 * still in conv X^t, without which that bound fails.
 */
public final class EnergySeries {

    private static final int FIRST_STATES = 64;

    private final DecayBound bound;
    private final Function<Tokens, Polytope> hulls;
    private final double[] energies;
    private double[] greatest = new double[FIRST_STATES];
    private int[] tokens = new int[FIRST_STATES];
    private int count;
    private int bounded = 1;
    private int withOrigin;
    private boolean hasOrigin = true;
    private long first;

    /**
     * A series that begins with X^0.
     *
     * @param bound what the energies are compared with
     * @param start X^0
     * @param hulls finds conv X^t
     */
    public EnergySeries(DecayBound bound, Tokens start, Function<Tokens, Polytope> hulls) {
        this.bound = bound;
        this.hulls = hulls;
        energies = new double[start.count()];
        add(start);
    }

    /**
     * Adds the tokens after the next step.
     *
     * @param isBounded whether the theorem bounds them: it does so no longer once a step size was not 2/(t+2)
     */
    public void add(Step step, boolean isBounded) {
        if (count == 1) {
            first = step.before().t();
        }
        add(step.after().tokens());
        bounded = isBounded && bounded == count - 1 ? count : bounded;
    }

    private void add(Tokens x) {
        if (count == greatest.length) {
            greatest = Arrays.copyOf(greatest, 2 * count);
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        int whose = 0;
        for (int i = 0; i < energies.length; i++) {
            energies[i] = bound.energy(x, i);
            whose = energies[i] > energies[whose] ? i : whose;
        }
        greatest[count] = energies[whose];
        tokens[count] = whose;
        count++;
        lookForOrigin(x);
    }

    /** Once 0 has left conv X^t it does not come back, since that does not grow. */
    private void lookForOrigin(Tokens x) {
        double rounding = 64 * Vectors.UNIT_ROUNDOFF * x.largestNorm();
        hasOrigin = hasOrigin && hulls.apply(x).contains(new double[x.dimension()], rounding);
        withOrigin += hasOrigin ? 1 : 0;
    }

    /** J of a token in the state added last. */
    public double energy(int i) {
        return energies[i];
    }

    /** The first t at which 0 is not in conv X^t; empty if there was none. */
    public OptionalLong withoutOrigin() {
        return hasOrigin ? OptionalLong.empty() : OptionalLong.of(first + withOrigin);
    }

    /**
     * The energies of one state.
     *
     * @param t when
     * @param greatest the greatest J of a token
     * @param token the token that has it, of several the one of least index
     * @param bound what the theorem would have J at most; empty for X^0, and where the step sizes are not those of the theorem
     * @param hasOrigin whether 0 is in conv X^t
     */
    public record Point(long t, double greatest, int token, OptionalDouble bound, boolean hasOrigin) {}

    /** The states, in their order. */
    public Stream<Point> points() {
        return IntStream.range(0, count).mapToObj(this::point);
    }

    private Point point(int k) {
        OptionalDouble at = k > 0 && k < bounded ? OptionalDouble.of(bound.at(first + k - 1)) : OptionalDouble.empty();
        return new Point(first + k, greatest[k], tokens[k], at, k < withOrigin);
    }
}
