package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Rounds in which every contender works once, in turn, so that slow spells of the machine fall on all of them.
 *
 * @param count the number of rounds
 * @param fewest the number where a round takes long
 */
record Rounds(int count, int fewest) {

    /** A round beyond this many milliseconds takes long. */
    private static final double LONG = 40_000;

    static final Rounds USUAL = new Rounds(7, 3);
    static final Rounds QUICK = new Rounds(3, 1);

    /** One sample for each contender, in their order; all have worked before, so that they are warm. */
    List<Sample> measure(List<? extends Contender> contenders) {
        List<double[]> rounds = new ArrayList<>();
        int wanted = count;
        while (rounds.size() < wanted) {
            double[] round =
                    contenders.stream().mapToDouble(Contender::milliseconds).toArray();
            rounds.add(round);
            double sum = 0;
            for (double each : round) {
                sum += each;
            }
            wanted = sum > LONG ? Math.min(wanted, Math.max(fewest, rounds.size())) : wanted;
        }
        List<Sample> samples = new ArrayList<>();
        for (int c = 0; c < contenders.size(); c++) {
            int contender = c;
            samples.add(new Sample(
                    rounds.stream().mapToDouble(round -> round[contender]).toArray()));
        }
        return samples;
    }
}
