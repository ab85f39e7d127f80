package org.localmax.plots.internal.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The colours of a film and the nearest of them. */
class PaletteTest {

    private static final int[] OKABE_ITO = {
        0x000000, 0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7
    };

    @Test
    void noColourIsNearerThanTheOneChosen() {
        SplittableRandom random = new SplittableRandom(1);
        int[] colours = random.ints(256, 0, 1 << 24).toArray();
        Palette palette = new Palette(colours.clone());
        for (int rgb : random.ints(50_000, 0, 1 << 24).toArray()) {
            int chosen = Palette.distance(colours[palette.nearest(rgb) & 0xFF], rgb);
            assertEquals(
                    Arrays.stream(colours)
                            .map(colour -> Palette.distance(colour, rgb))
                            .min()
                            .getAsInt(),
                    chosen);
        }
    }

    @Test
    void theCloserOneIsTheFirstOfEqualOnes() {
        Palette palette = new Palette(new int[] {0xFF0000, 0x000002, 0x000000, 0x000002});
        assertEquals(1, palette.nearest(0x000001));
        assertEquals(1, palette.nearest(0x000002));
        assertEquals(2, palette.nearest(0x000000));
    }

    @Test
    void everyFilmHasTheColoursOfPlotsAndItsBackground() {
        for (int background : new int[] {0xFFFFFF, 0x1E1F22, 0x123456}) {
            int[] frame = new int[100];
            Arrays.fill(frame, background);
            frame[0] = 0xABCDEF;
            Palette palette = FilmPalette.of(frame);
            for (int colour : OKABE_ITO) {
                assertEquals(colour, shown(palette, colour));
            }
            assertEquals(background, shown(palette, background));
            assertEquals(0xABCDEF, shown(palette, 0xABCDEF));
            assertEquals(0xFFFFFF, shown(palette, 0xFFFFFF));
        }
    }

    @Test
    void noColourIsFarFromAll() {
        Palette palette = FilmPalette.of(new int[] {0xFFFFFF});
        int far = new SplittableRandom(2)
                .ints(20_000, 0, 1 << 24)
                .map(rgb -> Palette.distance(rgb, shown(palette, rgb)))
                .max()
                .getAsInt();
        assertTrue(far <= Palette.distance(0, 0x2B2B2B), far + "");
    }

    @Test
    void theMostFrequentColoursOfTheFirstFrameAreExact() {
        int[] frame = new int[64 * 65 / 2 + 3000];
        int place = 0;
        for (int kind = 0; kind < 64; kind++) {
            for (int i = 0; i <= kind; i++) {
                frame[place++] = 0x200000 + kind * 0x000301;
            }
        }
        Arrays.fill(frame, place, place + 1000, 0xFFFFFF);
        for (int i = place + 1000; i < frame.length; i++) {
            frame[i] = 0xFFFFFF - i % 1000; // many others, twice each
        }
        Palette palette = FilmPalette.of(frame);
        for (int kind = 8; kind < 64; kind++) {
            assertEquals(0x200000 + kind * 0x000301, shown(palette, 0x200000 + kind * 0x000301));
        }
    }

    private static int shown(Palette palette, int rgb) {
        return palette.colourModel().getRGB(palette.nearest(rgb) & 0xFF) & 0xFFFFFF;
    }
}
