package org.localmax.plots.drawing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.localmax.plots.Figure;

/**
 * Where the panels of a figure stand: the areas between their axes have the same edges in a row and in a column, but where scales are equal
 * and an area is as large as they let it be, in the middle of its place. Lengths are in points.
 */
final class PanelGrid {

    private static final double LEAST = 12;
    private static final double TALLEST = 1.3;
    private static final double ROOMY = 0.3;
    /** The rooms of numbers depend on the size of the area and the other way round; so often do they follow each other. */
    private static final int ROUNDS = 4;

    private final int columns;
    private final int rows;
    private final double width;
    private final OptionalDouble height;
    private final Sizes sizes;
    private final List<PanelAxes> panels = new ArrayList<>();
    private final double[] areaWidth;
    private final double[] areaHeight;
    private final double[] numbers;
    private final double[] left;
    private final double[] right;
    private final double[] above;
    private final double[] below;

    /** @param height of all rows; empty for as high as the panels want to be */
    PanelGrid(Figure figure, Sizes sizes, Lettering lettering, double width, OptionalDouble height) {
        this.columns = figure.columns();
        this.rows = figure.rows();
        this.width = width;
        this.height = height;
        this.sizes = sizes;
        figure.panels().forEach(panel -> panels.add(new PanelAxes(panel, lettering, sizes)));
        areaWidth = new double[panels.size()];
        areaHeight = new double[panels.size()];
        numbers = new double[columns];
        left = new double[columns];
        right = new double[columns];
        above = new double[rows];
        below = new double[rows];
        Arrays.fill(areaWidth, width / columns);
        Arrays.fill(areaHeight, height.orElse(width) / rows);
        for (int round = 0; round < ROUNDS; round++) {
            measure();
            arrange();
        }
    }

    /** Of all rows. */
    double height() {
        double sum = Arrays.stream(above).sum() + Arrays.stream(below).sum() + (rows - 1) * sizes.rowGap();
        for (int row = 0; row < rows; row++) {
            sum += cellHeight(row);
        }
        return sum;
    }

    /** Whether the areas have a fair share of the page beside their numbers and words. */
    boolean isRoomy() {
        boolean isWide = cellWidth() >= ROOMY * width / columns;
        return isWide && (height.isEmpty() || cellHeight(0) >= ROOMY * height.getAsDouble() / rows);
    }

    /** The panels, in their order, from a corner. */
    List<PanelBox> boxes(double cornerX, double cornerY) {
        List<PanelBox> boxes = new ArrayList<>();
        double top = cornerY;
        for (int row = 0; row < rows; row++) {
            double start = cornerX;
            for (int column = 0; column < columns; column++) {
                int k = row * columns + column;
                if (k < panels.size()) {
                    double x = start + left[column] + (cellWidth() - areaWidth[k]) / 2;
                    double y = top + above[row] + (cellHeight(row) - areaHeight[k]) / 2;
                    boxes.add(box(k, new Rectangle2D.Double(x, y, areaWidth[k], areaHeight[k])));
                }
                start += left[column] + cellWidth() + right[column] + sizes.columnGap();
            }
            top += above[row] + cellHeight(row) + below[row] + sizes.rowGap();
        }
        return boxes;
    }

    private PanelBox box(int k, Rectangle2D area) {
        PanelAxes axes = panels.get(k);
        double title = area.getY() - axes.above(wordsWidth(k));
        double labelTop = area.getMaxY() + axes.numbersBelow();
        return new PanelBox(axes, area, wordsWidth(k), title, labelTop, area.getX() - numbers[k % columns]);
    }

    /** The room that axes, titles and colour bars need around areas of the present sizes. */
    private void measure() {
        for (int column = 0; column < columns; column++) {
            List<Integer> here = inColumn(column);
            numbers[column] = most(here, k -> panels.get(k).numbersLeft(areaHeight[k]));
            double label = most(here, k -> panels.get(k).labelLeft(areaHeight[k]));
            double overhang = most(here, k -> panels.get(k).overhangLeft(areaWidth[k]));
            left[column] = Math.max(numbers[column] + label, overhang);
            right[column] = most(here, k -> panels.get(k).right(areaWidth[k], areaHeight[k]));
        }
        for (int row = 0; row < rows; row++) {
            above[row] = most(inRow(row), k -> panels.get(k).above(wordsWidth(k)));
            below[row] = most(inRow(row), k -> panels.get(k).below(wordsWidth(k)));
        }
    }

    /** Gives each area what is left of the page, or less where scales are equal. */
    private void arrange() {
        for (int k = 0; k < panels.size(); k++) {
            double cellHeight = cellHeight(k / columns);
            areaWidth[k] = cellWidth();
            areaHeight[k] = cellHeight;
            if (panels.get(k).panel().equalScale()) {
                double ratio = panels.get(k).heightPerWidth();
                areaWidth[k] = Math.min(cellWidth(), cellHeight / ratio);
                areaHeight[k] = Math.min(cellHeight, cellWidth() * ratio);
            }
        }
    }

    /** Between the axes. */
    private double cellWidth() {
        double around = Arrays.stream(left).sum() + Arrays.stream(right).sum() + (columns - 1) * sizes.columnGap();
        return Math.max(LEAST, (width - around) / columns);
    }

    /** Between the axes: the same in all rows, or as high as the areas of the row want to be, those with equal scales first. */
    private double cellHeight(int row) {
        if (height.isPresent()) {
            double around = Arrays.stream(above).sum() + Arrays.stream(below).sum() + (rows - 1) * sizes.rowGap();
            return Math.max(LEAST, (height.getAsDouble() - around) / rows);
        }
        List<Integer> equal = new ArrayList<>(inRow(row));
        equal.removeIf(k -> !panels.get(k).panel().equalScale());
        double wanted = most(equal.isEmpty() ? inRow(row) : equal, k -> panels.get(k).heightPerWidth());
        return Math.min(TALLEST, wanted) * cellWidth();
    }

    /** How wide words above and below an area may be. */
    private double wordsWidth(int k) {
        int column = k % columns;
        return cellWidth() + 2 * Math.min(left[column], right[column] + sizes.columnGap() / 2);
    }

    private List<Integer> inColumn(int column) {
        List<Integer> found = new ArrayList<>();
        for (int k = column; k < panels.size(); k += columns) {
            found.add(k);
        }
        return found;
    }

    private List<Integer> inRow(int row) {
        List<Integer> found = new ArrayList<>();
        for (int k = row * columns; k < Math.min(panels.size(), (row + 1) * columns); k++) {
            found.add(k);
        }
        return found;
    }

    private static double most(List<Integer> panels, ToDoubleFunction<Integer> length) {
        return panels.stream().mapToDouble(length).max().orElse(0);
    }
}
