package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;

class LimitDistanceTest {

    private static Limits limits(Interaction a, double[]... points) {
        return Limits.of(Tokens.of(points), 1e-6, new Settling(1), a, CancellationCheck.NONE);
    }

    private static LimitDistance distance(Limits x, Limits y) {
        return LimitDistance.of(x, y, CancellationCheck.NONE);
    }

    /** The limits of Remark 3.1: localmax has (2, 2.5) besides (4, 0) and (0, 5), on the segment that K is for both. */
    @Test
    void aLimitOutsideSIsSeenAmongThePointsAlone() {
        Interaction identity = Interaction.identity(2);
        Limits localmax = limits(identity, new double[] {4, 0}, new double[] {0, 5}, new double[] {2, 2.5});
        Limits hardmax = limits(identity, new double[] {4, 0}, new double[] {0, 5}, new double[] {0, 5});
        LimitDistance found = distance(localmax, hardmax);
        assertEquals(0, found.hulls(), 1e-15);
        assertEquals(Math.hypot(2, 2.5), found.points(), 1e-14);
        assertEquals(0, found.alignmentSets().orElseThrow(), 1e-15);
        assertEquals(found, distance(hardmax, localmax));
    }

    /** The segments from (2, 0) to (0, 2) and to (0, 1); S has its projection of 0 only in the first, (1, 1). */
    @Test
    void hullsAndAlignmentSetsAreByHand() {
        Interaction identity = Interaction.identity(2);
        Limits one = limits(identity, new double[] {2, 0}, new double[] {0, 2});
        Limits other = limits(identity, new double[] {2, 0}, new double[] {0, 1});
        LimitDistance found = distance(one, other);
        assertEquals(1, found.hulls(), 1e-14);
        assertEquals(1, found.points(), 1e-14);
        double s = found.alignmentSets().orElseThrow();
        assertEquals(1, s, 1e-12);
    }

    @Test
    void withoutANormThereIsNoAlignmentSet() {
        Interaction turning = Interaction.of(new double[] {0, 1}, new double[] {-1, 0});
        Limits some = limits(turning, new double[] {1, 0}, new double[] {0, 1});
        assertTrue(distance(some, some).alignmentSets().isEmpty());
        assertEquals(0, distance(some, some).points(), 0);
    }
}
