package org.localmax.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;
import org.localmax.geometry.Extent;

/**
 * Observes the steps of one run: computes what was chosen and nothing else. An observation is a function of the step and
 * the initial tokens alone. Immutable.
 */
public final class Observer {

    private final Set<Observable> chosen;
    private final int dimension;
    private final double diameter;

    /** An observer of everything. */
    public Observer(Tokens start) {
        this(start, EnumSet.allOf(Observable.class));
    }

    /**
     * @param start X(0); its diameter is the unit of the linkage of clusters
     * @param chosen what to observe; may be empty
     */
    public Observer(Tokens start, Set<Observable> chosen) {
        this(start, chosen, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public Observer(Tokens start, Set<Observable> chosen, CancellationCheck wanted) {
        EnumSet<Observable> ordered = EnumSet.noneOf(Observable.class);
        ordered.addAll(chosen);
        this.chosen = Collections.unmodifiableSet(ordered);
        dimension = start.dimension();
        diameter = Diameter.of(start, wanted);
    }

    /** diam X(0), in units of the coordinates. */
    public double diameter() {
        return diameter;
    }

    /** The distance at which tokens are linked to a cluster. */
    public double linkage() {
        return Clusters.RELATIVE_LINKAGE * diameter;
    }

    /** The names of the columns of {@link Observation#values()}. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        columns.add("step");
        for (Observable observable : chosen) {
            columns.addAll(observable.columns(dimension));
        }
        return columns;
    }

    /**
     * Observes a step, and the state before it.
     *
     * @throws IllegalArgumentException if its tokens have another dimension than the initial ones
     */
    public Observation observe(Step step) {
        return observe(step, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public Observation observe(Step step, CancellationCheck wanted) {
        Tokens x = step.before().tokens();
        if (x.dimension() != dimension) {
            throw new IllegalArgumentException("the step has tokens of dimension " + x.dimension() + "; expected "
                    + dimension + " as at the start of the run");
        }
        boolean decisions = chosen.contains(Observable.AMBIGUOUS);
        return new Observation(
                chosen,
                step.before().t(),
                chosen.contains(Observable.HULL) ? Extent.of(x, wanted) : Double.NaN,
                chosen.contains(Observable.NORM) ? x.largestNorm() : Double.NaN,
                chosen.contains(Observable.CLUSTERS)
                        ? Clusters.of(x, linkage(), wanted).count()
                        : 0,
                chosen.contains(Observable.NEIGHBOURS) ? step.meanCount() : Double.NaN,
                chosen.contains(Observable.MARGIN) ? step.smallestMargin() : Double.NaN,
                decisions ? step.ambiguousDecisions() : 0,
                decisions ? step.consequentialDecisions() : 0,
                chosen.contains(Observable.RESIDUAL) ? step.residual() : Double.NaN);
    }
}
