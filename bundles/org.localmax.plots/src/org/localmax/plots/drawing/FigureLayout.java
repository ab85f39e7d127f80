package org.localmax.plots.drawing;

import java.util.List;
import java.util.OptionalDouble;
import org.localmax.plots.Figure;

/**
 * Where the parts of a figure stand on a page: the title above, panels in a grid, legend and caption below.
 *
 * @param words above and below the panels
 * @param grid the panels
 * @param sizes of letters and lines
 */
record FigureLayout(FigureWords words, PanelGrid grid, Sizes sizes) {

    private static final double[] SHARES = {1, 0.8, 0.65, 0.5};
    /** If the panels have less than this of the height that they want, there are fewer words. */
    private static final double PANELS_FIRST = 0.6;

    private static final double MOST_FOR_WORDS = 0.2;

    /**
     * Lays out a figure, with smaller letters where there is little room.
     *
     * @param width in points
     * @param height in points; empty for as high as the panels want to be
     */
    static FigureLayout of(Figure figure, Lettering lettering, double width, OptionalDouble height) {
        for (double share : SHARES) {
            FigureLayout layout = of(figure, lettering, width, height, Sizes.on(width).times(share));
            if (layout.grid.isRoomy()) {
                return layout;
            }
        }
        return of(figure, lettering, width, height, Sizes.on(width).times(SHARES[SHARES.length - 1]));
    }

    private static FigureLayout of(
            Figure figure, Lettering lettering, double width, OptionalDouble height, Sizes sizes) {
        double inner = width - 2 * sizes.border();
        FigureWords words = new FigureWords(figure, sizes, lettering, width, Double.POSITIVE_INFINITY);
        PanelGrid wanted = new PanelGrid(figure, sizes, lettering, inner, OptionalDouble.empty());
        if (height.isEmpty()) {
            return new FigureLayout(words, wanted, sizes);
        }
        double page = height.getAsDouble();
        if (page - words.above() - words.below() < PANELS_FIRST * wanted.height()) {
            words = new FigureWords(figure, sizes, lettering, width, MOST_FOR_WORDS * page);
        }
        OptionalDouble left = OptionalDouble.of(page - words.above() - words.below());
        return new FigureLayout(words, new PanelGrid(figure, sizes, lettering, inner, left), sizes);
    }

    /** In points. */
    double height() {
        return words.above() + grid.height() + words.below();
    }

    /** The panels, in their order. */
    List<PanelBox> boxes() {
        return grid.boxes(sizes.border(), words.above());
    }
}
