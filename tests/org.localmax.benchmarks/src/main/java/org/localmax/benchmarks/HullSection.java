package org.localmax.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.localmax.analysis.Observable;
import org.localmax.analysis.Observer;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** How the time of the observables of the hull grows with the number of tokens. */
final class HullSection implements Section {

    /** n log n gives 1.08 between the two. */
    private static final Target EXPONENT = Target.atMost(1.2, 1.4);

    private static final List<Integer> COUNTS = List.of(100_000, 1_000_000);

    private final Rounds rounds;
    private final Progress progress;

    HullSection(Rounds rounds, Progress progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    /** The shapes of clouds. */
    private enum Cloud {
        GAUSSIAN,
        CIRCLE;

        Tokens tokens(int n) {
            Tokens tokens = new RandomCases(1).gaussian(n, 2);
            return this == GAUSSIAN ? tokens : SeededClouds.sphere(tokens);
        }
    }

    @Override
    public String title() {
        return "Observables of the hull";
    }

    @Override
    public String explanation() {
        return "Milliseconds for area, perimeter, least width, vertices and diameter of tokens in the plane, and the exponent p of"
                + " the power n^p between the two; on a circle every token is a vertex.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable("tokens", "n = 1e5", "n = 1e6", "p", "goal", "floor", "reached");
        for (Cloud cloud : Cloud.values()) {
            String name = "growth of hull " + cloud.name().toLowerCase(Locale.ROOT) + " d=2";
            if (selection.includes(name)) {
                progress.say(name);
                List<Contender> contenders = COUNTS.stream()
                        .map(n -> observation(cloud.tokens(n), 2 * COUNTS.getLast() / n))
                        .toList();
                Stream.of(0, 1, 2).forEach(_ -> contenders.forEach(Contender::milliseconds));
                List<Sample> samples = rounds.measure(contenders);
                Sample exponent = GrowthSection.exponent(samples, COUNTS);
                table.add(
                        name,
                        samples.getFirst().toString(),
                        samples.getLast().toString(),
                        exponent.toString(),
                        Figures.of(EXPONENT.goal()),
                        Figures.of(EXPONENT.floor()),
                        EXPONENT.reachedBy(exponent.median()));
            }
        }
        return table;
    }

    private static Contender observation(Tokens tokens, int repetitions) {
        Observer observer = new Observer(tokens, EnumSet.range(Observable.VOLUME, Observable.DIAMETER));
        State state = State.initial(tokens);
        Step step = new Step(state, state, 0, 0, new int[0], new long[0], new int[0], new int[0]);
        return () -> {
            long began = System.nanoTime();
            for (int k = 0; k < repetitions; k++) {
                observer.observe(step);
            }
            return (System.nanoTime() - began) / 1e6 / repetitions;
        };
    }
}
