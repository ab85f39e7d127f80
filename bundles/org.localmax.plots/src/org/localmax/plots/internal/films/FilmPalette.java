package org.localmax.plots.internal.films;

import java.util.Arrays;

/**
 * Chooses the 256 colours of a film of plots from its first frame. The colours of plots, their blends with the background as
 * smooth edges and translucent fills have them, greys and a coarse cube of all colours are always there, for what comes in
 * later frames; then come the first frame's own, the most frequent ones exactly.
 */
final class FilmPalette {

    /** Okabe and Ito, Color universal design, 2008; black is among the greys. */
    private static final int[] CATEGORIES = {0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7};

    private static final int GREYS = 16;
    private static final int BLENDS = 8;
    private static final int CUBE = 4;

    /** So many of the first frame's colours are there exactly. */
    private static final int EXACT = 64;

    /** Of the others those come first that are as far from all that are there, in each of red, green and blue. */
    private static final int[] FAR = {24, 16, 12, 8, 6, 4};

    private final int[] colours = new int[Palette.SIZE];
    private int count;

    private FilmPalette() {}

    /** Of the first frame, pixels 0xRRGGBB. */
    static Palette of(int[] rgb) {
        int[] frequent = byFrequency(rgb);
        FilmPalette palette = new FilmPalette();
        palette.addPlots(frequent[0]);
        for (int i = 0; i < Math.min(EXACT, frequent.length); i++) {
            palette.add(frequent[i], 0);
        }
        for (int far : FAR) {
            int near = Palette.distance(0, far * 0x010101);
            for (int i = EXACT; i < frequent.length; i++) {
                palette.add(frequent[i], near);
            }
        }
        return new Palette(Arrays.copyOf(palette.colours, palette.count));
    }

    private void addPlots(int background) {
        add(background, 0);
        for (int i = 0; i < GREYS; i++) {
            add(255 * i / (GREYS - 1) * 0x010101, 0);
        }
        for (int colour : CATEGORIES) {
            for (int level = 1; level <= BLENDS; level++) {
                add(blend(colour, background, level), 0);
            }
        }
        int step = 255 / (CUBE - 1);
        for (int i = 0; i < CUBE * CUBE * CUBE; i++) {
            add(i / (CUBE * CUBE) * step << 16 | i / CUBE % CUBE * step << 8 | i % CUBE * step, 0);
        }
    }

    private static int blend(int colour, int background, int level) {
        int blend = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (colour >> shift & 0xFF) * level + (background >> shift & 0xFF) * (BLENDS - level);
            blend |= (sum + BLENDS / 2) / BLENDS << shift;
        }
        return blend;
    }

    /** Adds a colour if there is room and none as near as that. */
    private void add(int colour, int near) {
        if (count == colours.length) {
            return;
        }
        if (count == 0 || Palette.distance(colours[Palette.nearest(colours, count, colour)], colour) > near) {
            colours[count++] = colour;
        }
    }

    /** The colours of a frame, the most frequent first, of equally frequent ones the darker number. */
    private static int[] byFrequency(int[] rgb) {
        int[] sorted = rgb.clone();
        Arrays.sort(sorted);
        long[] counted = new long[sorted.length];
        int kinds = 0;
        for (int start = 0, end = 0; start < sorted.length; start = end) {
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            counted[kinds++] = (long) (start - end) << 24 | sorted[start];
        }
        Arrays.sort(counted, 0, kinds);
        int[] frequent = new int[kinds];
        for (int i = 0; i < kinds; i++) {
            frequent[i] = (int) counted[i] & 0xFFFFFF;
        }
        return frequent;
    }
}
