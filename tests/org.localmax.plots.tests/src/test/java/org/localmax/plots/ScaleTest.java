package org.localmax.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void theEndsLieAtTheEnds() {
        for (double[] ends :
                new double[][] {{-3, 5}, {-1.7e308, 1.7e308}, {1e-300, 2e-300}, {0, Double.MIN_VALUE * 8}}) {
            Scale scale = new Scale(new Interval(ends[0], ends[1]), false);
            assertEquals(0, scale.share(ends[0]));
            assertEquals(1, scale.share(ends[1]));
        }
    }

    @Test
    void logarithmsLieEvenly() {
        Scale scale = new Scale(new Interval(1e-300, 1e300), true);
        assertEquals(0.5, scale.share(1), 1e-15);
        assertEquals(0.75, scale.share(1e150), 1e-12);
    }

    @Test
    void whatHasNoPlaceHasNone() {
        Scale scale = new Scale(new Interval(1, 10), true);
        for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertTrue(Double.isNaN(scale.share(value)));
        }
    }

    @Test
    void whatIsFarAwayIsNotTooFarToDraw() {
        Scale scale = new Scale(new Interval(0, 1e-300), false);
        assertEquals(1e6, scale.share(1e300));
        assertEquals(-1e6, scale.share(-1e300));
    }
}
