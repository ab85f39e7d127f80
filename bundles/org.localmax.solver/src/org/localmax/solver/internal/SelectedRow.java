package org.localmax.solver.internal;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.NearTokens;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.SummationGrid;
import org.localmax.dynamics.Tokens;

/**
 * The row of one receiver of a selective rule in the making. A solver adds what is in beyond doubt, in groups if it likes,
 * and every key near the threshold with its score, in any order. For one thread; begun anew for each receiver.
 */
public final class SelectedRow {

    private static final int NONE = Integer.MAX_VALUE;

    private final StepRows step;
    private final Attention attention;
    private final Keys keys;
    private final SummationGrid grid;
    private final NearTokens near = new NearTokens();
    private final double[] highs;
    private final double[] lows;
    private final double[] mean;
    private Strip strip;
    private int count;
    private long fingerprint;
    /** The neighbour of least index among those near. */
    private int first;

    public SelectedRow(StepRows step) {
        this.step = step;
        attention = step.attention();
        keys = step.keys();
        grid = attention.grid();
        highs = new double[keys.dimension()];
        lows = new double[keys.dimension()];
        mean = new double[keys.dimension()];
    }

    /** The dimension d. */
    public int dimension() {
        return mean.length;
    }

    /** Begins the row of another receiver. */
    public void begin(Strip cut) {
        strip = cut;
        near.clear();
        Arrays.fill(highs, 0);
        Arrays.fill(lows, 0);
        count = 0;
        fingerprint = 0;
        first = NONE;
    }

    /** Looks from now on at a smaller vicinity of the same threshold. */
    public void narrow(Strip cut) {
        strip = cut;
    }

    /** Adds a key whose score is anywhere. */
    public void add(int key, double score) {
        if (strip.isNear(score)) {
            addNear(key, score);
        } else if (score > strip.threshold()) {
            addMember(key);
        }
    }

    /** Adds a key whose score is near the threshold. */
    public void addNear(int key, double score) {
        near.add(keys.token(key), keys.weight(key), score);
        if (score >= strip.least()) {
            first = Math.min(first, keys.token(key));
            addMember(key);
        }
    }

    /** Adds a key whose score is in beyond doubt. */
    public void addMember(int key) {
        int weight = keys.weight(key);
        int d = highs.length;
        for (int k = 0; k < d; k++) {
            double x = keys.rows()[key * d + k];
            double high = grid.high(k, x);
            highs[k] += weight * high;
            lows[k] += weight * grid.low(k, x, high);
        }
        count += weight;
        fingerprint += keys.fingerprint(key);
    }

    /** Adds so many tokens that are in beyond doubt, with their fingerprint. */
    public void addMembers(long tokens, long fingerprints) {
        count += (int) tokens;
        fingerprint += fingerprints;
    }

    /** Adds sums of coordinate k over tokens that are in beyond doubt, each weighted with the tokens at its point. */
    public void addSums(int k, double sumOfHighs, double sumOfLows) {
        highs[k] += sumOfHighs;
        lows[k] += sumOfLows;
    }

    /** Judges the row and hands it to the step. */
    public void finish(int receiver) {
        if (attention.takesFirst()) {
            takeFirst();
        } else {
            for (int k = 0; k < mean.length; k++) {
                mean[k] = SummationGrid.mean(highs[k], lows[k], count);
            }
        }
        if (near.count() == 0) {
            step.setClear(receiver, count, fingerprint, mean, strip.vicinity());
        } else {
            step.set(receiver, count, fingerprint, mean, attention.judge(strip, near, count, mean));
        }
    }

    /** Takes the neighbour of least index alone; all neighbours are near, since this rule's threshold is the best score. */
    private void takeFirst() {
        Tokens tokens = attention.state().tokens();
        for (int k = 0; k < mean.length; k++) {
            double high = grid.high(k, tokens.get(first, k));
            mean[k] = SummationGrid.mean(high, grid.low(k, tokens.get(first, k), high), 1);
        }
        count = 1;
        fingerprint = Fingerprint.of(first);
    }
}
