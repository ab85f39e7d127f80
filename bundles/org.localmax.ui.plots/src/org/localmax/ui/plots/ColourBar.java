package org.localmax.ui.plots;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Palette;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;
import org.localmax.plots.Ticks;

/** What the colours of a panel mean: an upright bar from the least to the greatest number. */
public final class ColourBar extends Canvas {

    private static final int WIDTH = 14;
    private static final int TICK = 4;
    private static final int GAP = 4;
    private static final int TICK_DISTANCE = 50;

    private final ColourScale colours;
    private int above;
    private int below;

    /** @param view the view of a panel, beside whose area it stands wherever that is laid out */
    public ColourBar(Composite parent, ColourScale colours, PanelView view) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.colours = colours;
        addPaintListener(this::paint);
        Control surface = view.surface();
        Listener beside = event -> stand(view);
        surface.addListener(SWT.Paint, beside);
        addListener(SWT.Dispose, event -> {
            if (!surface.isDisposed()) {
                surface.removeListener(SWT.Paint, beside);
            }
        });
    }

    private void stand(PanelView view) {
        Rectangle area = view.area();
        int top = toControl(view.surface().toDisplay(area.x, area.y)).y;
        stand(top, getSize().y - top - area.height);
    }

    /** Leaves room above and below. */
    private void stand(int roomAbove, int roomBelow) {
        if (above != roomAbove || below != roomBelow) {
            above = roomAbove;
            below = roomBelow;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int width = GAP
                + WIDTH
                + TICK
                + GAP
                + gc.textExtent("\u22120.000").x
                + 2 * GAP
                + gc.getFontMetrics().getHeight();
        gc.dispose();
        return new Point(width, 120);
    }

    private void paint(PaintEvent event) {
        GC gc = event.gc;
        PlotColors colors = PlotColors.of(this);
        Rectangle room = getClientArea();
        Rectangle bar = new Rectangle(GAP, above, WIDTH, Math.max(1, room.height - above - below));
        for (int row = 0; row < bar.height; row++) {
            double share = 1 - (row + 0.5) / bar.height;
            gc.setBackground(PlotColors.opaque(Palette.magnitude(share)));
            gc.fillRectangle(bar.x, bar.y + row, bar.width, 1);
        }
        gc.setForeground(colors.axis());
        gc.drawRectangle(bar);
        int widest = paintTicks(gc, bar, colors);
        paintLabel(gc, bar, bar.x + bar.width + TICK + GAP + widest + GAP, colors);
    }

    private int paintTicks(GC gc, Rectangle bar, PlotColors colors) {
        List<Tick> ticks = ticks(bar.height);
        int widest = 0;
        int height = gc.getFontMetrics().getHeight();
        for (Tick tick : ticks) {
            int y = (int) Math.round(bar.y + bar.height * (1 - colours.share(tick.value())));
            gc.setForeground(colors.axis());
            gc.drawLine(bar.x + bar.width, y, bar.x + bar.width + TICK, y);
            gc.setForeground(colors.foreground());
            gc.drawText(tick.label(), bar.x + bar.width + TICK + GAP, y - height / 2, true);
            widest = Math.max(widest, gc.textExtent(tick.label()).x);
        }
        return widest;
    }

    private List<Tick> ticks(int length) {
        return Ticks.on(Scale.of(colours), false, Math.max(2, length / TICK_DISTANCE));
    }

    private void paintLabel(GC gc, Rectangle bar, int x, PlotColors colors) {
        int width = gc.textExtent(colours.label()).x;
        Transform turned = new Transform(gc.getDevice());
        turned.translate(x, bar.y + (bar.height + width) / 2f);
        turned.rotate(-90);
        gc.setTransform(turned);
        gc.setForeground(colors.foreground());
        gc.drawText(colours.label(), 0, 0, true);
        gc.setTransform(null);
        turned.dispose();
    }
}
