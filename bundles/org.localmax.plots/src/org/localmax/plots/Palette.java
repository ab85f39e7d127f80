package org.localmax.plots;

/**
 * The colours of a figure on some ground: Okabe and Ito's for categories, told apart with any colour vision and lighter on a dark ground; for
 * magnitudes those of viridis, which rise in lightness. Colours are 0xRRGGBB, with opacity 0xAARRGGBB.
 *
 * @param background the ground
 * @param foreground text on it
 */
public record Palette(int background, int foreground) {

    /** Black on white. */
    public static final Palette LIGHT = new Palette(0xFFFFFF, 0x000000);

    /** Light grey on dark grey. */
    public static final Palette DARK = new Palette(0x1E1F22, 0xE6E6E6);

    private static final int[] CATEGORIES = {
        0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x787878, 0xBEB214
    };

    /** Viridis at every sixteenth. */
    private static final int[] MAGNITUDES = {
        0x440154, 0x48186A, 0x472D7B, 0x424086, 0x3B528B, 0x33638D, 0x2C728E, 0x26828E, 0x21918C, 0x1FA088, 0x28AE80,
        0x3FBC73, 0x5EC962, 0x84D44B, 0xADDC30, 0xD8E219, 0xFDE725
    };

    /** How many categories have a colour of their own. */
    public static int categories() {
        return CATEGORIES.length;
    }

    public boolean isDark() {
        return lightness(background) < 128;
    }

    /** The colour of an ink, with its opacity. */
    public int argb(Ink ink) {
        int colour =
                switch (ink.role()) {
                    case CATEGORY -> category(ink.category());
                    case FOREGROUND -> foreground;
                    case FAINT -> faint();
                    case BACKGROUND -> background;
                };
        return (int) Math.round(255 * ink.opacity()) << 24 | colour;
    }

    /** The colour of a category, from 0; they repeat. */
    public int category(int index) {
        int colour = CATEGORIES[Math.floorMod(index, CATEGORIES.length)];
        return isDark() ? mix(colour, 0xFFFFFF, 0.25) : colour;
    }

    /** Text that stands back. */
    public int faint() {
        return mix(foreground, background, 0.35);
    }

    /** Lines that only guide the eye. */
    public int grid() {
        return mix(foreground, background, 0.88);
    }

    /** Axes and frames. */
    public int axis() {
        return mix(foreground, background, 0.45);
    }

    /** The opaque colour of a number by a scale; of one that has none that of the grid. */
    public int argb(ColourScale scale, double value) {
        double share = scale.share(value);
        return 0xFF000000 | (Double.isNaN(share) ? grid() : magnitude(share));
    }

    /** The colour of a magnitude between 0 and 1. */
    public static int magnitude(double share) {
        double at = share * (MAGNITUDES.length - 1);
        int below = (int) Math.min(at, MAGNITUDES.length - 2.0);
        return mix(MAGNITUDES[below], MAGNITUDES[below + 1], at - below);
    }

    /** How light a colour looks, from 0 to 255. */
    public static double lightness(int colour) {
        return 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255);
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int first = from >> shift & 255;
            int last = to >> shift & 255;
            mixed |= (int) Math.round(first + (last - first) * share) << shift;
        }
        return mixed;
    }
}
