package org.localmax.ui.plots.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;
import org.localmax.ui.plots.PanelView;
import org.localmax.ui.plots.StandardRenderer;

/**
 * Measures how many pictures of moving tokens a second reach the window, and how long the UI thread was busy at a stretch. Not a test: run by
 * the script {@code measure} of the benchmarks. A picture counts when the pixels that the screen shows in the middle of the window are not
 * those of the picture before.
 */
public final class FrameRate {

    private static final int MOST_STATES = 40;
    private static final int MOST_NUMBERS = 10_000_000;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;
    private static final int GRABBED = 64;
    private static final long WARM_UP = 3_000_000_000L;

    private final Display display;
    private final PanelView view;
    private final Image grabbed;
    private int painted;
    private long longest;

    private FrameRate(Display display, Shell shell) {
        this.display = display;
        view = StandardRenderer.CANVAS.create(shell);
        grabbed = new Image(display, GRABBED, GRABBED);
        view.surface().addListener(SWT.Paint, event -> painted++);
    }

    /** @param arguments numbers of tokens; seconds to measure first */
    public static void main(String[] arguments) {
        Display display = new Display();
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(20, 20, WIDTH, HEIGHT);
        FrameRate rate = new FrameRate(display, shell);
        shell.open();
        long seconds = Long.parseLong(arguments[0]);
        for (int k = 1; k < arguments.length; k++) {
            rate.measure(Integer.parseInt(arguments[k]), seconds * 1_000_000_000L);
        }
        display.dispose();
    }

    /** The cloud turns and shrinks. */
    private static List<Panel> panels(int count) {
        Random random = new Random(7);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = random.nextGaussian();
            y[i] = random.nextGaussian();
        }
        List<Panel> panels = new ArrayList<>();
        int states = Math.min(MOST_STATES, MOST_NUMBERS / count);
        for (int k = 0; k < states; k++) {
            panels.add(panel(x, y, 1.2 * k / states));
        }
        panels.addAll(panels.reversed());
        return panels;
    }

    private static Panel panel(double[] x, double[] y, double angle) {
        double cos = Math.cos(angle) * (1 - angle / 3);
        double sin = Math.sin(angle) * (1 - angle / 3);
        double[] turnedX = new double[x.length];
        double[] turnedY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            turnedX[i] = cos * x[i] - sin * y[i];
            turnedY[i] = sin * x[i] + cos * y[i];
        }
        double[] side = {-4, 4, 4, -4};
        double[] height = {-4, -4, 4, 4};
        return new Panel(
                "",
                Axis.linear("x\u2081").showing(-4.5, 4.5),
                Axis.linear("x\u2082").showing(-4.5, 4.5),
                true,
                List.of(
                        new Polygon(
                                "",
                                side,
                                height,
                                Ink.category(5).withOpacity(0.16),
                                Line.solid(Ink.category(5), 1.5),
                                true),
                        new Points(
                                "tokens", turnedX, turnedY, new Colouring.Uniform(Ink.category(0)), Symbol.CIRCLE, 3)));
    }

    private void measure(int count, long duration) {
        List<Panel> panels = panels(count);
        play(panels, WARM_UP);
        longest = 0;
        long start = System.nanoTime();
        int distinct = play(panels, duration);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "n = %,d in %d x %d: %.1f distinct frames a second (%d in %.1f s), longest task on the UI thread %.1f ms%n",
                count,
                view.surface().getSize().x,
                view.surface().getSize().y,
                distinct / seconds,
                distinct,
                seconds,
                longest / 1e6);
    }

    /** Shows the next panel whenever the one before is there; how many pictures were not the same as that before. */
    private int play(List<Panel> panels, long duration) {
        long end = System.nanoTime() + duration;
        int next = 0;
        int distinct = 0;
        long before = 0;
        while (System.nanoTime() < end) {
            if (view.isSettled()) {
                Panel panel = panels.get(next++ % panels.size());
                timed(() -> view.show(panel));
            }
            int paintedBefore = painted;
            boolean[] busy = new boolean[1];
            timed(() -> busy[0] = display.readAndDispatch());
            if (painted > paintedBefore) {
                long now = grab();
                distinct += now == before ? 0 : 1;
                before = now;
            } else if (!busy[0]) {
                display.sleep();
            }
        }
        return distinct;
    }

    private void timed(Runnable task) {
        long start = System.nanoTime();
        task.run();
        longest = Math.max(longest, System.nanoTime() - start);
    }

    /** A checksum of what the screen shows in the middle of the area. */
    private long grab() {
        Rectangle area = view.area();
        Point middle = view.surface().toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        GC screen = new GC(display);
        screen.copyArea(grabbed, middle.x - GRABBED / 2, middle.y - GRABBED / 2);
        screen.dispose();
        CRC32 checksum = new CRC32();
        checksum.update(grabbed.getImageData().data);
        return checksum.getValue();
    }
}
