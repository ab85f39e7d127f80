package org.localmax.ui.plots;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;

/** A panel as a chart of SWTChart: that lays out axes, ticks, grid and titles, and the marks are drawn on its plot area in their order. */
final class ChartView implements PanelView {

    /** What the chart takes for a title, since it leaves out blanks. */
    private static final String NO_TITLE = "\u00a0";

    private final Holder holder;
    private final Chart chart;
    private final Font small;
    private final ChartAxis horizontal;
    private final ChartAxis vertical;
    private final LivePicture picture;
    private String emptyText = EMPTY;
    private Optional<Panel> panel = Optional.empty();
    private Optional<Palette> coloured = Optional.empty();

    ChartView(Composite parent) {
        holder = new Holder(parent);
        holder.setLayout(new FillLayout());
        chart = new Chart(holder, SWT.NONE);
        chart.getLegend().setVisible(false);
        IAxis first = chart.getAxisSet().getXAxis(0);
        IAxis second = chart.getAxisSet().getYAxis(0);
        first.getTitle().setFont(chart.getFont());
        second.getTitle().setFont(chart.getFont());
        horizontal = new ChartAxis(first, false);
        vertical = new ChartAxis(second, true);
        small = smaller(chart.getFont());
        setTitle("");
        picture = new LivePicture(surface());
        chart.getPlotArea().addCustomPaintListener(new Marks());
        surface().addListener(SWT.Resize, event -> resized());
        chart.addListener(SWT.Dispose, event -> small.dispose());
        colour();
        holder.coloured = this::colourAgain;
    }

    private static Font smaller(Font font) {
        FontData data = font.getFontData()[0];
        data.setHeight(Math.max(1, data.getHeight() / 3));
        return new Font(font.getDevice(), data);
    }

    @Override
    public Control control() {
        return holder;
    }

    @Override
    public Control surface() {
        return chart.getPlotArea().getControl();
    }

    @Override
    public Rectangle area() {
        Point size = surface().getSize();
        return new Rectangle(0, 0, size.x, size.y);
    }

    @Override
    public Palette palette() {
        return PlotColors.of(holder).palette();
    }

    @Override
    public void setEmptyText(String text) {
        emptyText = text;
        surface().redraw();
    }

    @Override
    public void show(Panel shown) {
        StandardRenderer.CHART.require(shown);
        boolean laidOut = panel.filter(before -> isLaidOutAlike(before, shown)).isPresent();
        panel = Optional.of(shown);
        if (!laidOut) {
            layOut(shown);
        }
        changed();
    }

    /** Without a title there is room for half of the uppermost number all the same. */
    private void setTitle(String title) {
        chart.getTitle().setFont(title.isEmpty() ? small : chart.getFont());
        chart.getTitle().setText(title.isEmpty() ? NO_TITLE : title);
    }

    /** Whether only marks differ that leave the axes as they are. */
    private static boolean isLaidOutAlike(Panel before, Panel after) {
        return before.title().equals(after.title())
                && before.horizontal().equals(after.horizontal())
                && before.vertical().equals(after.vertical())
                && before.horizontalRange().equals(after.horizontalRange())
                && before.verticalRange().equals(after.verticalRange());
    }

    private void layOut(Panel shown) {
        chart.suspendUpdate(true);
        setTitle(shown.title());
        Rectangle area = area();
        horizontal.show(shown.horizontal(), shown.horizontalRange(), area.width);
        vertical.show(shown.vertical(), shown.verticalRange(), area.height);
        colour();
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void resized() {
        panel.ifPresent(shown -> {
            Rectangle area = area();
            horizontal.adjust(shown.horizontal(), shown.horizontalRange(), area.width);
            vertical.adjust(shown.vertical(), shown.verticalRange(), area.height);
        });
        changed();
    }

    private void changed() {
        picture.want(panel.filter(MarkPainter::hasContent)
                .filter(shown -> !area().isEmpty())
                .map(shown -> new RasterWish(
                        shown,
                        Place.filling(shown, area()),
                        palette(),
                        chart.getMonitor().getZoom())));
    }

    @Override
    public boolean isSettled() {
        return picture.isSettled();
    }

    private Place place() {
        return Place.filling(panel.orElseThrow(), area());
    }

    @Override
    public Point locationOf(double x, double y) {
        Place place = place();
        return new Point((int) Math.round(place.x(x)), (int) Math.round(place.y(y)));
    }

    @Override
    public double dataX(int x) {
        return place().horizontal().value(x);
    }

    @Override
    public double dataY(int y) {
        return place().vertical().value(y);
    }

    @Override
    public void onPointer(Consumer<PanelPointer> listener) {
        PointerEvents.tell(this, pointer -> panel.ifPresent(shown -> listener.accept(pointer)));
    }

    private void colour() {
        coloured = Optional.of(palette());
        PlotColors colors = new PlotColors(coloured.get());
        chart.setBackground(colors.background());
        chart.getPlotArea().setBackground(colors.background());
        chart.getTitle().setForeground(colors.foreground());
        horizontal.colour(colors);
        vertical.colour(colors);
    }

    /** After a change of colours, as of a theme. */
    private void colourAgain() {
        if (!chart.isDisposed() && coloured.filter(palette()::equals).isEmpty()) {
            colour();
            changed();
            chart.redraw();
        }
    }

    /** What tells of its colours. */
    private static final class Holder extends Composite {

        private Runnable coloured = () -> {};

        Holder(Composite parent) {
            super(parent, SWT.NONE);
        }

        @Override
        public void setBackground(Color colour) {
            super.setBackground(colour);
            coloured.run();
        }

        @Override
        public void setForeground(Color colour) {
            super.setForeground(colour);
            coloured.run();
        }
    }

    /** The marks, or what the empty chart says. */
    private final class Marks implements ICustomPaintListener {

        @Override
        public void paintControl(PaintEvent event) {
            if (coloured.filter(palette()::equals).isEmpty()) {
                chart.getDisplay().asyncExec(ChartView.this::colourAgain);
            }
            if (picture.isEmpty()) {
                event.gc.setForeground(new PlotColors(palette()).faintText());
                Point size = event.gc.textExtent(emptyText);
                Rectangle room = area();
                event.gc.drawText(emptyText, (room.width - size.x) / 2, (room.height - size.y) / 2, true);
            } else {
                picture.picture().ifPresent(shown -> shown.paint(event.gc));
            }
        }

        @Override
        public boolean drawBehindSeries() {
            return false;
        }
    }
}
