package org.localmax.plots.internal.films;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of a frame that is written. */
class ChangedRectangleTest {

    @Test
    void itIsTheSmallestWithAllDifferences() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 5000; run++) {
            int width = random.nextInt(1, 8);
            byte[] before = new byte[width * random.nextInt(1, 8)];
            random.nextBytes(before);
            byte[] after = before.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                after[random.nextInt(after.length)]++;
            }
            int[] changed = IntStream.range(0, after.length)
                    .filter(i -> before[i] != after[i])
                    .toArray();
            int left = IntStream.of(changed).map(i -> i % width).min().getAsInt();
            int right = IntStream.of(changed).map(i -> i % width).max().getAsInt();
            int upper = changed[0] / width;
            int lower = changed[changed.length - 1] / width;
            assertEquals(
                    new ChangedRectangle(left, upper, right - left + 1, lower - upper + 1),
                    ChangedRectangle.of(before, after, width));
        }
    }

    @Test
    void ofEqualFramesItIsOnePixel() {
        assertEquals(new ChangedRectangle(0, 0, 1, 1), ChangedRectangle.of(new byte[6], new byte[6], 3));
    }
}
