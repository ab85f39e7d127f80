package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Rounds in which every contender works once, in turn, so that slow spells of the machine fall on all of them.
 *
 * @param count the number of rounds
 * @param fewest the number where a round takes long
 * @param pause milliseconds between two contenders
 */
record Rounds(int count, int fewest, long pause) {

    /** A round beyond this many milliseconds takes long. */
    private static final double LONG = 40_000;

    private static final long PAUSE = 150;

    static final Rounds USUAL = new Rounds(7, 3, 0);
    static final Rounds QUICK = new Rounds(3, 1, 0);

    /**
     * Rounds of several programs, each of which begins after a pause: the threads of some spin for a while after their work, and
     * would take the processors of the next one.
     */
    Rounds ofPrograms() {
        return new Rounds(count, fewest, PAUSE);
    }

    /** Not more than so many rounds. */
    Rounds atMost(int most) {
        return new Rounds(Math.min(count, most), Math.min(fewest, most), pause);
    }

    /** One sample for each contender, in their order; all have worked before, so that they are warm. */
    List<Sample> measure(List<? extends Contender> contenders) {
        List<double[]> rounds = new ArrayList<>();
        int wanted = count;
        while (rounds.size() < wanted) {
            double[] round = contenders.stream().mapToDouble(this::afterPause).toArray();
            rounds.add(round);
            double sum = 0;
            for (double each : round) {
                sum += each;
            }
            wanted = sum > LONG ? Math.min(wanted, Math.max(fewest, rounds.size())) : wanted;
        }
        return samples(contenders.size(), rounds);
    }

    private double afterPause(Contender contender) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return contender.milliseconds();
    }

    private static List<Sample> samples(int contenders, List<double[]> rounds) {
        List<Sample> samples = new ArrayList<>();
        for (int c = 0; c < contenders; c++) {
            int contender = c;
            samples.add(new Sample(
                    rounds.stream().mapToDouble(round -> round[contender]).toArray()));
        }
        return samples;
    }
}
