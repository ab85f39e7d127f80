package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Interval;
import org.localmax.plots.Line;
import org.localmax.plots.Panel;
import org.localmax.plots.media.Typeface;

class PanelGridTest {

    private final Lettering lettering = new Lettering(Typeface.REGULAR.font(1));

    @Test
    void areasHaveTheSameEdgesInARowAndInAColumn() {
        Figure figure =
                new Figure("", List.of(Examples.bars("title"), Examples.curves(""), Examples.tiles(""), wide()), 2, "");
        List<Rectangle2D> areas = areas(figure, 300, OptionalDouble.of(260));
        for (int row = 0; row < 2; row++) {
            assertEquals(areas.get(2 * row).getMinY(), areas.get(2 * row + 1).getMinY(), 1e-9);
            assertEquals(areas.get(2 * row).getMaxY(), areas.get(2 * row + 1).getMaxY(), 1e-9);
        }
        for (int column = 0; column < 2; column++) {
            assertEquals(areas.get(column).getMinX(), areas.get(column + 2).getMinX(), 1e-9);
            assertEquals(areas.get(column).getMaxX(), areas.get(column + 2).getMaxX(), 1e-9);
        }
        assertEquals(areas.get(0).getWidth(), areas.get(1).getWidth(), 1e-9);
        assertEquals(areas.get(0).getHeight(), areas.get(2).getHeight(), 1e-9);
    }

    @Test
    void aUnitIsAsLongOnBothAxesWhereScalesAreEqual() {
        for (double ratio : new double[] {0.01, 0.5, 1, 3, 1000}) {
            Curve curve = Curve.of("", new double[] {0, 1}, new double[] {0, ratio}, Line.category(0));
            Panel panel = new Panel("", Axis.linear("x"), Axis.linear("y"), true, List.of(curve));
            PanelBox box = FigureLayout.of(Figure.of(panel, ""), lettering, 250, OptionalDouble.of(190))
                    .boxes()
                    .getFirst();
            Interval across = box.axes().across().shown();
            Interval along = box.axes().along().shown();
            assertEquals(
                    box.area().getWidth() / across.length(),
                    box.area().getHeight() / along.length(),
                    1e-9 * box.area().getWidth() / across.length());
            assertTrue(across.contains(0) && across.contains(1) && along.contains(0) && along.contains(ratio));
            assertTrue(box.area().getHeight() > 20 && box.area().getWidth() > 20, box.area()::toString);
        }
    }

    @Test
    void thePageIsAsHighAsEqualScalesWant() {
        Curve curve = Curve.of("", new double[] {0, 1}, new double[] {0, 1}, Line.category(0));
        Panel panel = new Panel("", Axis.linear("x"), Axis.linear("y"), true, List.of(curve));
        Figure figure = Figure.of(panel, "caption");
        Rectangle2D asWanted = areas(figure, 244, OptionalDouble.of(new FigureDrawing().height(figure, 244)))
                .getFirst();
        Rectangle2D higher = areas(figure, 244, OptionalDouble.of(400)).getFirst();
        assertEquals(higher.getWidth(), asWanted.getWidth(), 1);
        assertEquals(asWanted.getWidth(), asWanted.getHeight(), 1e-9);
    }

    private List<Rectangle2D> areas(Figure figure, double width, OptionalDouble height) {
        return FigureLayout.of(figure, lettering, width, height).boxes().stream()
                .map(PanelBox::area)
                .toList();
    }

    private static Panel wide() {
        Curve curve = Curve.of("", new double[] {1e9, 2e9}, new double[] {123456.5, 123457.5}, Line.category(0));
        return new Panel("", Axis.linear("a label"), Axis.linear(""), false, List.of(curve));
    }
}
