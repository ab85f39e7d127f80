package org.localmax.geometry;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** The greatest distance of two tokens by boxes: pairs of boxes whose reach is no more than a distance found are left out. */
final class FarthestTokens {

    /** Leaves take up to a few hundred distances each. */
    private static final int PAIRS_A_CHECK = 1 << 8;

    private final Tokens tokens;
    private final CancellationCheck wanted;
    private double largest;
    private int pairsSeen;

    private FarthestTokens(Tokens tokens, double atLeast, CancellationCheck wanted) {
        this.tokens = tokens;
        this.wanted = wanted;
        largest = atLeast;
    }

    /**
     * The greatest distance.
     *
     * @param atLeast a distance of two tokens
     */
    static double distance(Tokens tokens, double atLeast, CancellationCheck wanted) {
        FarthestTokens search = new FarthestTokens(tokens, atLeast, wanted);
        TokenBox all = TokenBox.of(tokens, wanted);
        search.compare(all, all, all.diagonal());
        return search.largest;
    }

    private void compare(TokenBox a, TokenBox b, double reach) {
        if (pairsSeen++ % PAIRS_A_CHECK == 0) {
            wanted.check();
        }
        if (reach <= largest) {
            return;
        }
        if (a.isLeaf() && b.isLeaf()) {
            compareLeaves(a, b);
        } else if (a == b) {
            compare(a.half(0), a.half(1), a.half(0).reach(a.half(1)));
            compare(a.half(0), a.half(0), a.half(0).diagonal());
            compare(a.half(1), a.half(1), a.half(1).diagonal());
        } else {
            boolean splitsA = b.isLeaf() || !a.isLeaf() && a.diagonal() >= b.diagonal();
            TokenBox split = splitsA ? a : b;
            TokenBox other = splitsA ? b : a;
            double reach0 = split.half(0).reach(other);
            double reach1 = split.half(1).reach(other);
            // the farther half first: a distance found early leaves less to do
            int farther = reach0 >= reach1 ? 0 : 1;
            compare(split.half(farther), other, Math.max(reach0, reach1));
            compare(split.half(1 - farther), other, Math.min(reach0, reach1));
        }
    }

    private void compareLeaves(TokenBox a, TokenBox b) {
        int d = tokens.dimension();
        int ofA = a.isPoint() ? 1 : a.size();
        int ofB = b.isPoint() ? 1 : b.size();
        for (int l = 0; l < ofA; l++) {
            for (int m = 0; m < ofB; m++) {
                largest = Math.max(
                        largest, Vectors.distance(tokens.rows(), a.token(l) * d, tokens.rows(), b.token(m) * d, d));
            }
        }
    }
}
