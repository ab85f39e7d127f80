package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.comparisons.ComparisonFigures;
import org.localmax.experiments.comparisons.ComparisonFolder;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.experiments.figures.SweepFigures;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepStatistics;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.Comparison;
import org.localmax.ui.run.FigureWish.Offer;

/** The figures that can be asked for of a result. */
final class FigureOffers {

    private FigureOffers() {}

    /** Those of a run. */
    static List<Offer> ofRun(Path capsule) {
        return FigureKind.ofOneRun().stream()
                .map(kind -> new Offer(name(kind), (request, listener) -> {
                    try (RecordedRun run = RecordedRun.open(capsule)) {
                        return new RunFigures(RunOptions.DEFAULT, listener).of(kind, request, run);
                    }
                }))
                .toList();
    }

    /** Such as Tokens: at a step, with layers. */
    static String name(FigureKind kind) {
        return switch (kind) {
            case TOKENS -> Texts.kindTokens;
            case OBSERVABLES -> Texts.kindObservables;
            case DISTANCES -> Texts.kindDistances;
            case NEIGHBOURS -> Texts.kindNeighbours;
            case ATTENTION -> Texts.kindAttention;
            case GAPS -> Texts.kindGaps;
            case DECAY -> Texts.kindDecay;
            case LYAPUNOV -> Texts.kindLyapunov;
            case SURVIVAL -> Texts.kindSurvival;
            case COMPARISON, PHASE, MARGINALS ->
                throw new IllegalArgumentException("expected a figure of one run, not " + kind);
        };
    }

    /** Those of rules side by side. */
    static List<Offer> ofComparison(Path folder) {
        return List.of(
                new Offer(Texts.offerComparison, (request, listener) -> sideBySide(folder, request, listener)),
                new Offer(Texts.offerOverTime, (request, listener) -> ComparisonFigures.overTime(folder)),
                new Offer(Texts.offerSurvivalOfRules, (request, listener) -> survival(folder, listener)));
    }

    private static Figure sideBySide(Path folder, FigureRequest request, RunListener listener)
            throws DataException, InvalidInputException {
        List<Path> capsules = ComparisonFolder.capsules(folder);
        List<RecordedRun> runs = new ArrayList<>();
        try {
            for (Path capsule : capsules.subList(0, Math.min(Comparison.MOST_PANELS, capsules.size()))) {
                runs.add(RecordedRun.open(capsule));
            }
            return new RunFigures(RunOptions.DEFAULT, listener).compared(request, runs);
        } finally {
            for (RecordedRun run : runs) {
                run.close();
            }
        }
    }

    private static Figure survival(Path folder, RunListener listener) throws DataException, InvalidInputException {
        List<RecordedRun> runs = new ArrayList<>();
        for (Path capsule : ComparisonFolder.capsules(folder)) {
            try (RecordedRun run = RecordedRun.open(capsule)) {
                runs.add(run); // its plan and its result are enough
            }
        }
        return new RunFigures(RunOptions.DEFAULT, listener).survival(runs);
    }

    /**
     * Those of a sweep: over both of its axes, over each, and of the runs that are not settled.
     *
     * @throws DataException if its document cannot be read
     */
    static List<Offer> ofSweep(Path folder) throws DataException {
        List<String> axes = SweepFolder.open(folder).columns().axes();
        List<Offer> offers = new ArrayList<>();
        if (axes.size() == 2) {
            offers.add(new Offer(
                    Texts.name(Texts.offerPhase, axes.get(0), axes.get(1)),
                    (request, listener) -> SweepFigures.phase(folder)));
        }
        for (String axis : axes) {
            offers.add(marginal(folder, axis, Texts.countedClusters, Optional.empty()));
            offers.add(marginal(folder, axis, Texts.settlingTimes, Optional.of(SweepStatistics.SETTLING_MEDIAN)));
        }
        offers.add(survival(folder, Texts.offerSurvivalOfRuns, Optional.empty()));
        for (String axis : axes) {
            String name = Texts.name(Texts.offerSurvivalBy, axis);
            offers.add(survival(folder, name, Optional.of(axis)));
        }
        return offers;
    }

    private static Offer marginal(Path folder, String axis, String what, Optional<String> value) {
        return new Offer(
                Texts.name(Texts.offerMarginals, what, axis),
                (request, listener) -> SweepFigures.marginals(folder, Optional.of(axis), value));
    }

    private static Offer survival(Path folder, String name, Optional<String> axis) {
        return new Offer(
                name,
                (request, listener) ->
                        SweepFigures.survival(folder, axis, CancellationCheck.of(listener::isCancelled)));
    }
}
