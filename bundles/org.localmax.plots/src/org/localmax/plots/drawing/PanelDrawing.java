package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;

/** Draws a panel where the layout says. */
final class PanelDrawing {

    private final Graphics2D g;
    private final Palette palette;
    private final Lettering lettering;
    private final Sizes sizes;
    private final double dpi;

    PanelDrawing(Graphics2D g, Palette palette, Lettering lettering, Sizes sizes, double dpi) {
        this.g = g;
        this.palette = palette;
        this.lettering = lettering;
        this.sizes = sizes;
        this.dpi = dpi;
    }

    void draw(PanelBox box) {
        PanelAxes axes = box.axes();
        Rectangle2D area = box.area();
        Panel panel = axes.panel();
        new PanelPlot(
                        axis(axes.across(), axes.ticksAcross(area.getWidth())),
                        axis(axes.along(), axes.ticksAlong(area.getHeight())),
                        palette,
                        sizes,
                        () -> drawMarks(axes, area))
                .draw(g, area, null, null, null);
        axes.labelAcross(box.width())
                .drawCentred(g, area.getCenterX(), box.labelTop(), palette.foreground(), lettering);
        TextBlock along = axes.labelAlong(area.getHeight());
        along.drawUpwards(g, box.labelRight() - along.height(), area.getCenterY(), palette.foreground(), lettering);
        axes.title(box.width()).drawCentred(g, area.getCenterX(), box.titleTop(), palette.foreground(), lettering);
        panel.colourScale().ifPresent(colours -> ColourBar.draw(g, colours, area, palette, lettering, sizes));
    }

    private ScaledAxis axis(Scale scale, List<Tick> ticks) {
        return new ScaledAxis(scale, ticks, lettering.font(sizes.tick()), palette, sizes);
    }

    private void drawMarks(PanelAxes axes, Rectangle2D area) {
        Frame frame = new Frame(g, area, axes.across(), axes.along(), palette, lettering, sizes.text());
        Panel panel = axes.panel();
        new MarkDrawing(frame, dpi).draw(panel.marks());
        if (panel.drawnAcross().isEmpty() || panel.drawnAlong().isEmpty()) {
            boolean hasNumbers = panel.marks().stream().anyMatch(PanelDrawing::hasNumbers);
            String reason = hasNumbers ? "no value can be drawn on this axis" : "no values";
            NoteDrawing.drawAt(frame, reason, area.getCenterX(), area.getCenterY(), Note.Place.CENTRE, Ink.FAINT);
        }
    }

    private static boolean hasNumbers(Mark mark) {
        return MarkDrawing.pieces(mark) > 0;
    }
}
