package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.localmax.analysis.frankwolfe.EnergySeries;
import org.localmax.analysis.frankwolfe.ExactDecayBound;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.analysis.frankwolfe.Plateau;
import org.localmax.analysis.frankwolfe.StepSums;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.Leaders;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.geometry.InteractionNorm;

/** All monitors of a trajectory: those whose statement applies look at each step, the others say why theirs does not. */
public final class Monitors {

    private final List<Monitor> watching = new ArrayList<>();
    private final List<Finding> notApplicable = new ArrayList<>();
    private final Optional<Leaders> leaders;
    private Optional<VertexCells> cells = Optional.empty();
    private Optional<EnergySeries> energies = Optional.empty();

    /**
     * The monitors of a dynamics.
     *
     * @param start x(0)
     */
    public Monitors(Dynamics dynamics, Tokens start, CancellationCheck wanted) {
        this(dynamics, start, Optional.empty(), wanted);
    }

    /**
     * The same.
     *
     * @param exact tokens and A as fractions, where the run keeps to them
     */
    public Monitors(Dynamics dynamics, Tokens start, Optional<ExactInput> exact, CancellationCheck wanted) {
        Hulls hulls = new Hulls(start, wanted);
        add(Statement.HULL, Hypotheses.means(dynamics), () -> HullMonitor.of(dynamics, start, hulls, wanted));
        leaders = dynamics.rule() instanceof Hardmax ? Optional.of(new Leaders(start.count())) : Optional.empty();
        Optional<String> hardmax = Hypotheses.hardmax(dynamics);
        double tieTolerance = dynamics.ties().tolerance();
        add(Statement.LEADERS, hardmax, () -> new LeaderMonitor(leaders.orElseThrow(), start, tieTolerance));
        add(Statement.NORMS, hardmax, () -> new NormMonitor(dynamics.interaction(), tieTolerance));
        Optional<String> partial = hardmax.or(() -> dynamics.stepSize().gamma(0) < 1
                ? Optional.empty()
                : Optional.of("gamma is 1, with which tokens jump onto the mean"));
        add(Statement.NO_MERGING, partial, () -> new MergingMonitor(dynamics.stepSize()));
        addFrankWolfe(dynamics, start, exact, hulls, wanted);
        addMetastability(dynamics, start, hulls, wanted);
        addEquivariances(dynamics, start, exact.isPresent());
    }

    private void addEquivariances(Dynamics dynamics, Tokens start, boolean isExact) {
        Optional<String> many = Hypotheses.fewTokens(start);
        add(
                Statement.FRAME,
                many.or(() -> Hypotheses.frameDependence(dynamics)),
                () -> new FrameMonitor(dynamics, isExact));
        add(
                Statement.SCALING,
                many.or(() -> Hypotheses.scoresAlone(dynamics)),
                () -> new ScalingMonitor(dynamics, isExact));
        add(
                Statement.REDUCTION,
                many.or(() -> Hypotheses.reduction(dynamics)),
                () -> new ReductionMonitor(dynamics, isExact));
    }

    private void addFrankWolfe(
            Dynamics dynamics, Tokens start, Optional<ExactInput> exact, Hulls hulls, CancellationCheck wanted) {
        Optional<String> descending = Hypotheses.descendingOracle(dynamics);
        add(Statement.DECAY, descending, () -> {
            Interaction m = Oracle.of(dynamics).orElseThrow().negated();
            Optional<ExactDecayBound> bound = exact.filter(
                            input -> input.interaction().isSymmetric())
                    .map(input ->
                            new ExactDecayBound(Oracle.descending(dynamics, input.interaction()), input.tokens()));
            DecayMonitor decay = new DecayMonitor(dynamics, m, start, bound, hulls, wanted);
            energies = Optional.of(decay.energies());
            return decay;
        });
        Optional<String> definite = descending.or(
                () -> InteractionNorm.exists(Oracle.of(dynamics).orElseThrow().negated())
                        ? Optional.empty()
                        : Optional.of("-B is not positive definite"));
        add(
                Statement.CONTRACTION,
                definite,
                () -> new ContractionMonitor(
                        dynamics, Oracle.of(dynamics).orElseThrow().negated(), start, wanted));
        Optional<String> ascending = Hypotheses.ascendingOracle(dynamics);
        if (ascending.isPresent()) {
            doesNotApply(Statement.OWNERS, ascending.get());
            doesNotApply(Statement.CLOSED_FORM, ascending.get());
            return;
        }
        double tieTolerance = dynamics.ties().tolerance();
        VertexCells found = new VertexCells(Oracle.of(dynamics).orElseThrow(), start, tieTolerance, wanted);
        cells = Optional.of(found);
        int[] targets = found.targets();
        add(Statement.OWNERS, Optional.empty(), () -> new OwnerMonitor(found, start, tieTolerance));
        add(
                Statement.CLOSED_FORM,
                ClosedFormMonitor.missing(dynamics, found, targets),
                () -> new ClosedFormMonitor(dynamics, found, targets, start));
    }

    /** Why the steps of a dynamics may depend on coordinates and numbering; empty if they must not. */
    public static Optional<String> frameDependence(Dynamics dynamics) {
        return Hypotheses.frameDependence(dynamics);
    }

    private void addMetastability(Dynamics dynamics, Tokens start, Hulls hulls, CancellationCheck wanted) {
        Optional<String> softmax = Hypotheses.softmax(dynamics).or(() -> StepSums.missing(dynamics.stepSize()));
        add(Statement.COLLAPSE, softmax, () -> new CollapseMonitor(dynamics, (Softmax) dynamics.rule(), start, hulls));
        Optional<String> plateau = Hypotheses.plateau(dynamics);
        if (plateau.isPresent()) {
            doesNotApply(Statement.PLATEAU, plateau.get());
            return;
        }
        VertexCells found =
                new VertexCells(dynamics.interaction(), start, dynamics.ties().tolerance(), wanted);
        int[] targets = found.targets();
        Optional<String> missing = ClosedFormMonitor.cells(found, targets)
                .or(() -> found.vertices().length > 1 ? Optional.empty() : Optional.of("all tokens coincide"));
        add(
                Statement.PLATEAU,
                missing,
                () -> new PlateauMonitor(
                        dynamics,
                        new Plateau(found, targets, start, dynamics.stepSize().gamma(0))));
    }

    private void add(Statement statement, Optional<String> because, Supplier<Monitor> monitor) {
        if (because.isPresent()) {
            doesNotApply(statement, because.get());
        } else {
            watching.add(monitor.get());
        }
    }

    private void doesNotApply(Statement statement, String because) {
        notApplicable.add(Finding.notApplicable(statement, because));
    }

    /** Looks at the next step; steps come in their order, from the first on. */
    public void see(Step step) {
        leaders.ifPresent(seen -> seen.add(step));
        watching.forEach(monitor -> monitor.see(step));
    }

    /**
     * The same.
     *
     * @param after the tokens after the step as fractions, where the run keeps to them; asked for where rounding leaves a doubt
     */
    public void see(Step step, Supplier<Optional<ExactTokens>> after) {
        leaders.ifPresent(seen -> seen.add(step));
        watching.forEach(monitor -> monitor.see(step, after));
    }

    /** Who led, and since when; of hardmax alone. */
    public Optional<Leaders> leaders() {
        return leaders;
    }

    /** The cells of the vertices of conv X(0), where F2 applies: under an oracle with B symmetric positive definite. */
    public Optional<VertexCells> cells() {
        return cells;
    }

    /** The energies of F1 at each step seen, under an oracle with B = -M, M symmetric positive semidefinite. */
    public Optional<EnergySeries> energies() {
        return energies;
    }

    /** What is to be said after the steps seen, one finding a statement, in the order of {@link Statement}. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(notApplicable);
        watching.forEach(monitor -> findings.add(monitor.finding()));
        findings.sort((a, b) -> a.statement().compareTo(b.statement()));
        return List.copyOf(findings);
    }
}
