package org.localmax.plots.drawing;

/**
 * Sizes of letters, lines and distances, in points: those of a paper, smaller on a page on which they would leave no room.
 *
 * @param text of labels, legend and caption
 * @param tick of the numbers at ticks
 * @param title of the figure and of panels
 * @param line width of frames and ticks
 * @param tickLength outside the frame
 * @param gap between things that belong together
 */
record Sizes(float text, float tick, float title, float line, double tickLength, double gap) {

    private static final double FULL = 170;
    private static final double LEAST = 0.55;

    /** @param width of the page, in points */
    static Sizes on(double width) {
        double share = Math.clamp(width / FULL, LEAST, 1);
        return new Sizes(
                (float) (8 * share),
                (float) (7.5 * share),
                (float) (8.5 * share),
                (float) (0.6 * share),
                3 * share,
                3 * share);
    }

    Sizes times(double share) {
        float letters = (float) share;
        return new Sizes(letters * text, letters * tick, letters * title, letters * line, share * tickLength, share * gap);
    }

    /** Around the page. */
    double border() {
        return 1.5 * gap;
    }

    double columnGap() {
        return 3 * gap;
    }

    double rowGap() {
        return 2.5 * gap;
    }
}
