package org.localmax.analysis;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.TokenBox;

/**
 * Joins all tokens that are linked by a chain of distances of at most the linkage, without looking at all pairs: boxes
 * farther apart than the linkage have no link between them, boxes with a diagonal within the linkage are linked
 * throughout, and two boxes that already belong to one part have nothing left to join.
 *
 * <p>Tokens i and j are linked if {@code Vectors.distance} of them is at most the linkage and, for linkage 0, they
 * coincide.
 */
final class SingleLinkage {

    /** Leaves take up to a few hundred distances each. */
    private static final int BOXES_A_CHECK = 1 << 8;

    private final Tokens tokens;
    private final double linkage;
    private final double beyond;
    private final DisjointSets parts;
    private final CancellationCheck wanted;
    private int boxesSeen;

    private SingleLinkage(Tokens tokens, double linkage, CancellationCheck wanted) {
        this.tokens = tokens;
        this.linkage = linkage;
        this.wanted = wanted;
        beyond = linkage * linkage * (1 + 1e-14) + 4 * Double.MIN_VALUE;
        parts = new DisjointSets(tokens.count());
    }

    /** The parts at a linkage of at least 0. */
    static DisjointSets parts(Tokens tokens, double linkage, CancellationCheck wanted) {
        SingleLinkage links = new SingleLinkage(tokens, linkage, wanted);
        links.join(TokenBox.of(tokens, wanted));
        return links.parts;
    }

    private void checkNowAndThen() {
        if (boxesSeen++ % BOXES_A_CHECK == 0) {
            wanted.check();
        }
    }

    private void join(TokenBox box) {
        checkNowAndThen();
        if (isCompact(box)) {
            for (int m = 1; m < box.size(); m++) {
                parts.join(box.token(0), box.token(m));
            }
        } else if (box.isLeaf()) {
            for (int m = 1; m < box.size(); m++) {
                for (int l = 0; l < m; l++) {
                    link(box.token(l), box.token(m));
                }
            }
        } else {
            TokenBox a = box.half(0);
            TokenBox b = box.half(1);
            join(a);
            join(b);
            join(a, b, a.gap(b));
        }
        isWhole(box); // remembered for the box that this is a half of
    }

    private void join(TokenBox a, TokenBox b, double gap) {
        checkNowAndThen();
        if (gap > linkage || isWhole(a) && isWhole(b) && parts.together(a.token(0), b.token(0))) {
            return;
        }
        if (a.isLeaf() && b.isLeaf()) {
            joinLeaves(a, b);
            return;
        }
        boolean splitsA = b.isLeaf() || !a.isLeaf() && a.diagonal() >= b.diagonal();
        TokenBox split = splitsA ? a : b;
        TokenBox other = splitsA ? b : a;
        double gap0 = split.half(0).gap(other);
        double gap1 = split.half(1).gap(other);
        // the nearer half first: a link found early leaves less to do
        int nearer = gap0 <= gap1 ? 0 : 1;
        join(split.half(nearer), other, Math.min(gap0, gap1));
        join(split.half(1 - nearer), other, Math.max(gap0, gap1));
    }

    private void joinLeaves(TokenBox a, TokenBox b) {
        int ofA = a.isPoint() ? 1 : a.size();
        int ofB = b.isPoint() ? 1 : b.size();
        for (int l = 0; l < ofA; l++) {
            for (int m = 0; m < ofB; m++) {
                link(a.token(l), b.token(m));
            }
        }
    }

    private boolean isCompact(TokenBox box) {
        return linkage > 0 ? box.diagonal() <= linkage : box.isPoint();
    }

    /** Whether the tokens of a box, joined within itself, are in one part; for a large box only if its halves are known. */
    private boolean isWhole(TokenBox box) {
        if (box.isJoined()) {
            return true;
        }
        boolean isWhole = isCompact(box);
        if (!isWhole && box.isLeaf()) {
            isWhole = true;
            for (int m = 1; isWhole && m < box.size(); m++) {
                isWhole = parts.together(box.token(0), box.token(m));
            }
        } else if (!isWhole) {
            isWhole = box.half(0).isJoined()
                    && box.half(1).isJoined()
                    && parts.together(box.half(0).token(0), box.half(1).token(0));
        }
        if (isWhole) {
            box.setJoined();
        }
        return isWhole;
    }

    private void link(int i, int j) {
        if (!parts.together(i, j) && isLinked(i, j)) {
            parts.join(i, j);
        }
    }

    private boolean isLinked(int i, int j) {
        double sum = 0;
        for (int k = 0; k < tokens.dimension() && sum <= beyond; k++) {
            double difference = tokens.get(i, k) - tokens.get(j, k);
            sum = Math.fma(difference, difference, sum);
        }
        return Math.sqrt(sum) <= linkage && (linkage > 0 || tokens.coincide(i, j));
    }
}
