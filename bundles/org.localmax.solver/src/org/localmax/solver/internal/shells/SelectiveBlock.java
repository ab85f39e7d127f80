package org.localmax.solver.internal.shells;

import org.localmax.dynamics.Strip;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.StepRows;

/** Rows of a selective rule for a block of receivers: maxima, strips, members beyond doubt, and what is near. */
final class SelectiveBlock {

    private final StepRows step;
    private final ShellKeys keys;
    private final ShellKernel kernel;
    private final int from;
    private final int count;
    private final QueryBlock queries;
    private final TileMaxima maxima;
    private final Strip[] strips;
    private final double[] outside;
    private final double[] inside;
    /** For each query the number of tiles that may reach the strip: the first ones. */
    private final int[] tiles;

    /** For the receivers in [from, to). */
    SelectiveBlock(StepRows step, ShellKeys keys, ShellKernel kernel, int from, int to) {
        this.step = step;
        this.keys = keys;
        this.kernel = kernel;
        this.from = from;
        count = to - from;
        queries = QueryBlock.of(step, keys, from, to, 1);
        maxima = new TileMaxima(keys, queries, kernel);
        strips = new Strip[count];
        outside = new double[count];
        inside = new double[count];
        tiles = new int[count];
        for (int q = 0; q < count; q++) {
            Strip strip = step.strip(from + q, queries.query(q), maxima.greatest(q));
            strips[q] = strip;
            outside[q] = strip.outside();
            inside[q] = strip.inside();
            tiles[q] = maxima.end(q, outside[q]);
        }
    }

    /** For a rule with a strip of width 0: all that matters is near. */
    void solve() {
        SelectedRow row = new SelectedRow(step);
        int[] found = new int[keys.longestTile() / ShellKeys.LANES];
        for (int q = 0; q < count; q++) {
            row.begin(strips[q]);
            for (int tile = 0; tile < tiles[q]; tile++) {
                if (!(maxima.ofTile(tile, q) < outside[q])) {
                    addNear(row, tile, q, found);
                }
            }
            row.finish(from + q);
        }
    }

    /** For any rule, given what members add to a row. */
    void solve(MemberTerms terms) {
        ShellSums sums = new ShellSums(keys.dimension(), count);
        boolean[] near = new boolean[keys.tiles() * count];
        for (int tile = 0; tile < keys.tiles(); tile++) {
            for (int q = 0; q < count; q++) {
                near[q * keys.tiles() + tile] = tile < tiles[q] && add(terms, tile, q, sums);
            }
        }
        SelectedRow row = new SelectedRow(step);
        int[] found = new int[keys.longestTile() / ShellKeys.LANES];
        for (int q = 0; q < count; q++) {
            row.begin(strips[q]);
            sums.addTo(row, q);
            for (int tile = 0; tile < tiles[q]; tile++) {
                if (near[q * keys.tiles() + tile]) {
                    addNear(row, tile, q, found);
                }
            }
            row.finish(from + q);
        }
    }

    /** Adds up what is in beyond doubt. Returns whether something in the tile is near. */
    private boolean add(MemberTerms terms, int tile, int q, ShellSums sums) {
        double greatest = maxima.ofTile(tile, q);
        return greatest > inside[q]
                ? kernel.add(keys, terms, tile, queries, q, outside[q], inside[q], sums)
                : !(greatest < outside[q]);
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
