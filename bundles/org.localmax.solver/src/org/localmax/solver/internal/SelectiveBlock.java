package org.localmax.solver.internal;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;

/** Rows of a selective rule for a block of receivers: maxima, strips, members beyond doubt, and what is near. */
final class SelectiveBlock {

    private final StepRows step;
    private final ShellKeys keys;
    private final TileKernel kernel;
    private final MemberTerms terms;
    private final int from;
    private final int count;
    private final QueryBlock queries;
    private final double[] outside;
    private final double[] inside;

    /** For the receivers in [from, to). */
    SelectiveBlock(StepRows step, ShellKeys keys, TileKernel kernel, MemberTerms terms, int from, int to) {
        this.step = step;
        this.keys = keys;
        this.kernel = kernel;
        this.terms = terms;
        this.from = from;
        count = to - from;
        queries = QueryBlock.of(step, keys, from, to, 1);
        outside = new double[count];
        inside = new double[count];
    }

    void solve() {
        TileMaxima maxima = new TileMaxima(keys, queries, kernel);
        Strip[] strips = new Strip[count];
        boolean members = false;
        for (int q = 0; q < count; q++) {
            strips[q] = strip(q, maxima.greatest(q));
            outside[q] = strips[q].outside();
            inside[q] = strips[q].inside();
            members |= maxima.greatest(q) > inside[q];
        }
        MemberSums sums = new MemberSums(keys.dimension(), members ? count : 0);
        if (members) {
            add(maxima, sums);
        }
        SelectedRow row = new SelectedRow(step);
        int[] found = new int[keys.tileLength() / ShellKeys.LANES];
        for (int q = 0; q < count; q++) {
            row.begin(strips[q]);
            if (members) {
                sums.addTo(row, q);
            }
            for (int tile = 0; tile < keys.tiles(); tile++) {
                if (!(maxima.ofTile(tile, q) < outside[q])) {
                    addNear(row, tile, q, found);
                }
            }
            row.finish(from + q);
        }
    }

    private Strip strip(int q, double best) {
        return step.attention().strip(step.keys().token(from + q), queries.query(q), best);
    }

    /** Adds up what is in beyond doubt, and leaves out tiles where nothing is near. */
    private void add(TileMaxima maxima, MemberSums sums) {
        for (int tile = 0; tile < keys.tiles(); tile++) {
            for (int q = 0; q < count; q++) {
                if (maxima.ofTile(tile, q) > inside[q]
                        && !kernel.add(keys, terms, tile, queries, q, outside[q], inside[q], sums)) {
                    maxima.leaveOut(tile, q);
                }
            }
        }
    }

    private void addNear(SelectedRow row, int tile, int q, int[] found) {
        int fours = kernel.near(keys, tile, queries, q, outside[q], inside[q], found);
        for (int index = 0; index < fours; index++) {
            for (int place = found[index]; place < found[index] + ShellKeys.LANES; place++) {
                double score = queries.score(q, place);
                if (score >= outside[q] && score <= inside[q]) {
                    row.add(keys.key(place), score);
                }
            }
        }
    }
}
