package org.localmax.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.localmax.solver.SolverOptions;

/**
 * Whether a kernel has lost its rate, as it does when the compiler no longer inlines its vector code. Rates are relative to
 * a {@link FmaChain} of the same rounds, so that the clock does not decide; the best round counts on either side, and all is
 * short and on one thread, since whatever else runs here only slows.
 */
final class RateCheck {

    private static final Rounds ROUNDS = new Rounds(31, 5, 0);
    private static final int WARM_UP = 20;

    private final BenchOptions options;
    private final Progress progress;

    RateCheck(BenchOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Prints a table, and then each kernel below its floor; whether there is none. */
    boolean run(PrintStream out) {
        FmaChain chain = new FmaChain();
        for (int k = 0; k < WARM_UP; k++) {
            chain.milliseconds();
        }
        OwnAlgorithms own = new OwnAlgorithms(progress);
        MarkdownTable table = new MarkdownTable("kernel", "rate", "floor", "kept");
        List<String> fallen = new ArrayList<>();
        for (KernelFloor floor : KernelFloor.all()) {
            if (options.selection().includes(floor.kernel())) {
                progress.say(floor.kernel());
                SolverOptions single = SolverOptions.of(1).with(floor.algorithm());
                own.prepare(floor.problem(), single).ifPresent(step -> {
                    try (step) {
                        double rate = rate(floor.step(), step, chain);
                        boolean kept = rate >= floor.rate();
                        String figure = Figures.of(rate);
                        table.add(floor.kernel(), figure, Figures.of(floor.rate()), kept ? "yes" : "**no**");
                        if (!kept) {
                            fallen.add(floor.kernel() + " fell to " + figure + "; its floor is "
                                    + Figures.of(floor.rate()));
                        }
                    }
                });
            }
        }
        out.print(table);
        fallen.forEach(out::println);
        return fallen.isEmpty();
    }

    private static double rate(StepCase step, OwnStep own, FmaChain chain) {
        Contender brief = () -> own.milliseconds(OwnStep.BRIEF);
        List<Sample> samples = ROUNDS.measure(List.of(brief, chain));
        double times = samples.getLast().least() / samples.getFirst().least();
        return times * step.products() / chain.products();
    }
}
