package org.localmax.plots.internal.films;

import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** At most 256 colours, and of them the nearest to any other. */
final class Palette {

    static final int SIZE = 256;

    /** Colours are looked up again and again: so many are remembered, each in one place. */
    private static final int REMEMBERED = 1 << 14;

    private final int[] colours;
    private final int[] asked = new int[REMEMBERED];
    private final byte[] answers = new byte[REMEMBERED];

    /** Of colours 0xRRGGBB, at least 1 and at most 256, owned by this. */
    Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(asked, -1);
    }

    /** How far apart two colours look, with the weights of red, green and blue near those of the eye. */
    static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    /** The place of the first of the nearest among the first so many colours. */
    static int nearest(int[] colours, int count, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int distance = distance(colours[i], rgb);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** The place of the nearest colour, as an unsigned byte. */
    byte nearest(int rgb) {
        int place = (rgb * 0x9E3779B1) >>> 18;
        if (asked[place] != rgb) {
            asked[place] = rgb;
            answers[place] = (byte) nearest(colours, colours.length, rgb);
        }
        return answers[place];
    }

    /** The same colours for pictures; missing ones are black. */
    IndexColorModel colourModel() {
        byte[] red = new byte[SIZE];
        byte[] green = new byte[SIZE];
        byte[] blue = new byte[SIZE];
        for (int i = 0; i < colours.length; i++) {
            red[i] = (byte) (colours[i] >> 16);
            green[i] = (byte) (colours[i] >> 8);
            blue[i] = (byte) colours[i];
        }
        return new IndexColorModel(8, SIZE, red, green, blue);
    }
}
