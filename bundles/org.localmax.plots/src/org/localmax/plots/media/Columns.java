package org.localmax.plots.media;

import java.awt.RenderingHints;
import java.util.List;

/**
 * Columns of words around a middle, as those of a legend. A medium that sets words in another font than the one they were measured in finds
 * the widths of the columns itself and moves what is drawn in each, so that distances stay what they are.
 *
 * @param columns from left to right
 */
public record Columns(List<Column> columns) {

    /** The hint: in which column is drawn. */
    public static final RenderingHints.Key KEY = new RenderingHints.Key(0x10ca2) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Place;
        }
    };

    /** Outside of columns. */
    public static final Place NOWHERE = new Place(new Columns(List.of()), 0);

    /**
     * Words below each other.
     *
     * @param lines what they are
     * @param size of the letters, in points
     * @param width of the longest as measured, in points
     */
    public record Column(List<String> lines, double size, double width) {

        public Column {
            lines = List.copyOf(lines);
        }
    }

    /** One of the columns, from 0. */
    public record Place(Columns columns, int number) {}

    public Columns {
        columns = List.copyOf(columns);
    }
}
