package org.localmax.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;

/**
 * Observes the steps of one run: computes what was chosen and nothing else. An observation is a function of the step, of the one
 * before it and of the initial tokens alone.
 */
public final class Observer {

    private final Set<Observable> chosen;
    private final List<Measure> measures;
    private final Optional<Dynamics> dynamics;
    private final int dimension;
    private final double diameter;
    /** The tokens one step before those of the next step, where somebody needs them. */
    private Optional<Tokens> previous = Optional.empty();

    /** An observer of what is observed where nothing is chosen. */
    public Observer(Tokens start) {
        this(start, Observable.DEFAULTS);
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
        this(start, chosen, List.of(), Optional.empty(), wanted);
    }

    /**
     * @param start X(0); its diameter is the unit of the linkage of clusters
     * @param chosen what to observe; may be empty
     * @param measures what else to observe
     * @param dynamics that of the steps, by which the digraph of the neighbours is found again
     * @throws IllegalArgumentException if something chosen is not observed of so many tokens of that dimension, or needs the
     *     dynamics and there is none
     */
    public Observer(
            Tokens start,
            Set<Observable> chosen,
            List<Measure> measures,
            Optional<Dynamics> dynamics,
            CancellationCheck wanted) {
        EnumSet<Observable> ordered = EnumSet.noneOf(Observable.class);
        ordered.addAll(chosen);
        Observable.requireAll(ordered, start.count(), start.dimension());
        if (dynamics.isEmpty()
                && (chosen.contains(Observable.ASYMMETRY) || chosen.contains(Observable.SYMMETRIC_PART))) {
            throw new IllegalArgumentException("the digraph of the neighbours is to be observed without the dynamics");
        }
        this.chosen = Collections.unmodifiableSet(ordered);
        this.measures = List.copyOf(measures);
        this.dynamics = dynamics;
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
        return columns(chosen, measures, dimension);
    }

    /** The names of the columns of a table in which these are observed of tokens of dimension d. */
    public static List<String> columns(Set<Observable> chosen, List<? extends Measure> measures, int dimension) {
        List<String> columns = new ArrayList<>();
        columns.add("step");
        for (Observable observable : chosen) {
            columns.addAll(observable.columns(dimension));
        }
        measures.forEach(measure -> columns.add(measure.name()));
        return columns;
    }

    /** Whether an observation depends on the step before. */
    public static boolean remembers(Set<Observable> chosen) {
        return chosen.contains(Observable.REVERSALS);
    }

    /** Remembers a step, since the next observation may depend on it; to be told of each step after it was observed. */
    public void see(Step step) {
        if (remembers(chosen)) {
            previous = Optional.of(step.before().tokens());
        }
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
        HullMeasures hull = new HullMeasures(x, wanted);
        Map<Observable, double[]> numbers = new EnumMap<>(Observable.class);
        for (Observable observable : chosen) {
            boolean isKnown = observable == Observable.SYMMETRIC_PART
                    && isSymmetric()
                    && numbers.containsKey(Observable.ASYMMETRY);
            numbers.put(
                    observable, isKnown ? numbers.get(Observable.ASYMMETRY) : numbers(observable, step, hull, wanted));
        }
        List<Double> measured = new ArrayList<>();
        for (Measure measure : measures) {
            measured.add(measure.of(x, step.before().t(), wanted));
        }
        return new Observation(step.before().t(), dimension, numbers, measured);
    }

    private double[] numbers(Observable observable, Step step, HullMeasures hull, CancellationCheck wanted) {
        Tokens x = step.before().tokens();
        return switch (observable) {
            case HULL -> new double[] {hull.extent()};
            case NORM -> new double[] {x.largestNorm()};
            case CLUSTERS -> new double[] {Clusters.of(x, linkage(), wanted).count()};
            case NEIGHBOURS -> new double[] {step.meanCount()};
            case MARGIN -> new double[] {step.smallestMargin()};
            case AMBIGUOUS -> new double[] {step.ambiguousDecisions(), step.consequentialDecisions()};
            case RESIDUAL -> new double[] {step.residual()};
            case VOLUME -> new double[] {hull.volume()};
            case BOUNDARY -> new double[] {hull.boundary()};
            case WIDTH -> new double[] {hull.leastWidth()};
            case VERTICES -> new double[] {hull.vertices()};
            case DIAMETER -> new double[] {hull.diameter()};
            case RANK -> new double[] {EffectiveRank.of(x, wanted)};
            case REVERSALS ->
                new double[] {
                    previous.map(before -> (double) Reversals.count(before, step))
                            .orElse(Double.NaN)
                };
            case ASYMMETRY -> asymmetry(digraph(step, wanted));
            case SYMMETRIC_PART -> asymmetry(symmetricDigraph(step, wanted));
        };
    }

    private Optional<NeighbourDigraph> digraph(Step step, CancellationCheck wanted) {
        return NeighbourDigraph.of(dynamics.orElseThrow(), step, wanted);
    }

    /** Whether A is its symmetric part. */
    private boolean isSymmetric() {
        return dynamics.orElseThrow().interaction().kind() != Interaction.Kind.GENERAL;
    }

    private Optional<NeighbourDigraph> symmetricDigraph(Step step, CancellationCheck wanted) {
        if (isSymmetric()) {
            return digraph(step, wanted);
        }
        Dynamics given = dynamics.orElseThrow();
        Dynamics symmetric = given.with(given.interaction().symmetricPart());
        return Optional.of(NeighbourDigraph.of(symmetric.attention(step.before()), wanted));
    }

    private static double[] asymmetry(Optional<NeighbourDigraph> digraph) {
        if (digraph.isEmpty()) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        StrongComponents components = digraph.get().strongComponents();
        return new double[] {digraph.get().reciprocity(), components.count(), components.closed()};
    }
}
