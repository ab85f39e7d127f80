package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Extent;
import org.localmax.testing.GoldenCase;
import org.localmax.testing.RandomCases;

class ObserverTest {

    static List<GoldenCase> trajectories() {
        return GoldenCase.trajectories();
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void observesTheGoldenTrajectories(GoldenCase golden) {
        Observer observer = new Observer(golden.start());
        double scale = golden.start().largestNorm();
        State state = State.initial(golden.start());
        long last = golden.snapshots().keySet().stream().max(Long::compare).orElseThrow();
        for (long t = 0; t <= last; t++) {
            Step step = golden.dynamics().step(state);
            Observation seen = observer.observe(step);
            assertEquals(t, seen.step());
            assertEquals(Observable.DEFAULTS, seen.observed());
            if (golden.snapshots().containsKey(t)) {
                Tokens exact = Tokens.of(golden.snapshots().get(t));
                assertEquals(Extent.of(exact), seen.value(Observable.HULL), 1e-13 * scale * scale);
                assertEquals(exact.largestNorm(), seen.value(Observable.NORM), 1e-13 * scale);
                assertEquals(Clusters.of(exact, observer.linkage()).count(), seen.value(Observable.CLUSTERS));
            }
            if (golden.sets().containsKey(t)) {
                double mean = Arrays.stream(golden.sets().get(t))
                        .mapToInt(set -> set.length)
                        .average()
                        .orElseThrow();
                assertEquals(mean, seen.value(Observable.NEIGHBOURS), 1e-15 * mean);
            }
            assertEquals(golden.dynamics().rule() instanceof Softmax, Double.isNaN(seen.value(Observable.MARGIN)));
            state = step.after();
        }
    }

    /** (4,0), (0,5), (2.1,2.4) at delta 3/2: the third token is drawn to (2, 2.5), the middle of the other two. */
    @Test
    void limitOutsideOfTheAlignmentSetByHand() {
        GoldenCase golden = golden("localmax_limit_outside_S_normalized");
        Observer observer = new Observer(golden.start());
        assertEquals(Math.sqrt(41), observer.diameter(), 1e-15);
        assertEquals(1e-6 * Math.sqrt(41), observer.linkage(), 1e-20);

        State state = State.initial(golden.start());
        Observation first = observer.observe(golden.dynamics().step(state));
        assertEquals(0.05, first.value(Observable.HULL), 1e-15);
        assertEquals(5, first.value(Observable.NORM));
        assertEquals(3, first.value(Observable.CLUSTERS));
        assertEquals(5 / 3.0, first.value(Observable.NEIGHBOURS), 1e-15);
        assertEquals(0, first.value(Observable.AMBIGUOUS));
        assertEquals(Math.hypot(1 / 30.0, 1 / 30.0), first.value(Observable.RESIDUAL), 1e-15);
    }

    @Test
    void widthStandsForTheAreaOnTheLine() {
        GoldenCase golden = golden("fw_negative_definite_counterexample");
        Observer observer = new Observer(golden.start());
        assertEquals("width", observer.columns().get(1));
        Observation first = observer.observe(golden.dynamics().step(State.initial(golden.start())));
        assertEquals(4, first.value(Observable.HULL));
        assertEquals(4, observer.diameter());
        assertEquals(4, first.value(Observable.RESIDUAL));
    }

    @Test
    void columnsAndValuesInOneOrder() {
        Observer observer = new Observer(Tokens.of(new double[][] {{0}, {1}}));
        assertEquals(
                List.of(
                        "step",
                        "width",
                        "largest_norm",
                        "clusters",
                        "mean_neighbours",
                        "smallest_margin",
                        "ambiguous",
                        "consequential",
                        "residual"),
                observer.columns());
        assertEquals(
                List.of("12", "2.0", "2.0", "2", "1.5", "0.5", "4", "2", "0.1"),
                observer.observe(HandMade.step(12, 0.1, 1, 0.5, 3, 2)).values());
        assertEquals(
                "hull_area",
                new Observer(Tokens.of(new double[] {0, 0})).columns().get(1));
    }

    @Test
    void onlyWhatIsChosenIsObserved() {
        Observer observer = new Observer(
                Tokens.of(new double[][] {{0}, {1}}),
                Set.of(Observable.RESIDUAL, Observable.AMBIGUOUS, Observable.NORM));
        assertEquals(List.of("step", "largest_norm", "ambiguous", "consequential", "residual"), observer.columns());
        Observation seen = observer.observe(HandMade.step(1, 0.25, 1, 0.5, 3, 2));
        assertEquals(List.of("1", "2.0", "4", "2", "0.25"), seen.values());
        assertEquals(Set.of(Observable.RESIDUAL, Observable.AMBIGUOUS, Observable.NORM), seen.observed());

        Observer nothing = new Observer(Tokens.of(new double[] {0}), Set.of());
        assertEquals(List.of("step"), nothing.columns());
        assertEquals(List.of("3"), nothing.observe(HandMade.step(3, 0, 1)).values());
    }

    @Test
    void infinityAndNotANumberHaveTheirSpelling() {
        assertEquals(List.of("0", "inf"), withMargin(Double.POSITIVE_INFINITY));
        assertEquals(List.of("0", "-inf"), withMargin(Double.NEGATIVE_INFINITY));
        assertEquals(List.of("0", ""), withMargin(Double.NaN));
        assertEquals(List.of("0", "1.0E-300"), withMargin(1e-300));
    }

    private static List<String> withMargin(double margin) {
        return new Observation(0, 1, Map.of(Observable.MARGIN, new double[] {margin}), List.of()).values();
    }

    @Test
    void eachColumnHasAValue() {
        Dynamics dynamics = new Dynamics(
                new Hardmax(Multiplicity.COUNTED), Interaction.identity(2), StepSize.gamma(0.5), TiePolicy.DEFAULT);
        for (int d = 1; d <= 5; d++) {
            Tokens tokens = new RandomCases(d).gaussian(9, d);
            Dynamics here =
                    new Dynamics(dynamics.rule(), Interaction.identity(d), dynamics.stepSize(), dynamics.ties());
            Set<Observable> possible = EnumSet.noneOf(Observable.class);
            for (Observable observable : Observable.values()) {
                if (observable.refusal(tokens.count(), d).isEmpty()) {
                    possible.add(observable);
                }
            }
            Observer observer = new Observer(tokens, possible, List.of(), Optional.of(here), CancellationCheck.NONE);
            List<String> values =
                    observer.observe(here.step(State.initial(tokens))).values();
            assertEquals(observer.columns().size(), values.size());
            assertEquals(d <= 3, possible.contains(Observable.VOLUME));
        }
    }

    @Test
    void stepOfAnotherDimensionIsRefused() {
        Observer observer = new Observer(Tokens.of(new double[] {0, 0}));
        Step step = HandMade.step(0, 0, 1);
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> observer.observe(step));
        assertTrue(failure.getMessage().contains("expected 2"), failure.getMessage());
    }

    private static GoldenCase golden(String name) {
        return GoldenCase.trajectories().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
