package org.localmax.plots.media;

/**
 * What is drawn on.
 *
 * @param width in points, 1/72 inch
 * @param height in points
 * @param dpi pixels an inch of a picture made of pixels
 * @param title what the page says it is, to readers and search
 */
public record Page(double width, double height, double dpi, String title) {

    /** Beyond this many pixels a side, a picture is surely a mistake. */
    private static final double MOST_PIXELS = 30_000;

    /** @throws IllegalArgumentException for a size or resolution that is no page */
    public Page {
        if (!(width > 0 && height > 0 && dpi > 0 && Math.max(width, height) / 72 * dpi <= MOST_PIXELS)) {
            throw new IllegalArgumentException("no page: %s x %s pt at %s dpi".formatted(width, height, dpi));
        }
    }
}
