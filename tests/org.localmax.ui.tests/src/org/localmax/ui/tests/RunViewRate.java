package org.localmax.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.localmax.plots.Figure;
import org.localmax.ui.live.LiveEditor;
import org.localmax.ui.live.LiveView;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.run.RunExperiment;

/**
 * Measures in the real window how many pictures a second of a run with many tokens and its layers reach the screen, and how long the UI
 * thread was busy at a stretch while somebody ran, stepped, pointed, selected and turned, and watched a live simulation. Not a test: the script {@code measure} of the
 * benchmarks adds it to the product as a bundle of its own, where it starts with the window and closes that in the end. A picture counts when
 * the pixels in the middle of the token view are not those of the picture before.
 */
public final class RunViewRate implements IStartup {

    private static final String TOKENS = "localmax.rate.tokens";
    private static final int GRABBED = 64;
    private static final int STEPS = 24;
    private static final long PATIENCE = 300_000_000_000L;
    private static final long MEASURED = 8_000_000_000L;
    private static final long SHORT = 3_000_000_000L;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long longest;
    private long busiest;
    private int painted;

    @Override
    public void earlyStartup() {
        display.asyncExec(() -> {
            try {
                int count = Integer.getInteger(TOKENS, 100_000);
                measure(experiment("Rate 2", count, 2, "1/20"), count, 2);
                measure(experiment("Rate 3", count, 3, "1/20"), count, 3);
                // slowly, so that something still moves in the end
                measureLive(experiment("Rate live", count, 2, "1/200"), count);
            } catch (CoreException | IllegalStateException e) {
                System.out.println("Not measured: " + e);
            }
            PlatformUI.getWorkbench().close();
        });
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    private void measure(IFile file, int count, int dimension) {
        window().getActivePage().closeAllEditors(false);
        say(String.format(
                Locale.ROOT, "The view of a run, n = %,d, d = %d, hardmax, all usual layers:", count, dimension));
        reset();
        timed(() -> RunExperiment.run(window(), file, false));
        await("the run", () -> editor() != null && editor().isShown());
        RunEditor editor = editor();
        TokenCanvas canvas = editor.tokens();
        canvas.addListener(SWT.Paint, event -> painted++);
        await("its layers", () -> canvas.isSettled() && hasLimits(canvas));
        tell("running and opening it", "");
        Deque<String> ways = new ArrayDeque<>(List.of("forward", "back"));
        frames(canvas, SHORT, () -> step(editor, ways)); // warms up
        reset();
        tell("stepping", frames(canvas, MEASURED, () -> step(editor, ways)));
        frames(canvas, SHORT, () -> point(canvas));
        tell("pointing and selecting", "");
        if (dimension > 2) {
            command("org.localmax.ui.run.draw(what=space)");
            frames(canvas, SHORT, () -> turn(canvas));
            reset();
            tell("turning in space", frames(canvas, MEASURED, () -> turn(canvas)));
        }
    }

    private void measureLive(IFile file, int count) {
        window().getActivePage().closeAllEditors(false);
        say(String.format(Locale.ROOT, "A live simulation, n = %,d, d = 2, hardmax:", count));
        reset();
        timed(() -> opensLive(file));
        await(
                "the simulation",
                () -> live().flatMap(view -> view.tokens().panel()).isPresent());
        TokenCanvas canvas = live().orElseThrow().tokens();
        canvas.addListener(SWT.Paint, event -> painted++);
        await("its tokens", canvas::isSettled);
        tell("opening it", "");
        timed(RunViewRate::plays);
        frames(canvas, SHORT, () -> {}); // warms up
        reset();
        tell("playing", frames(canvas, MEASURED, () -> {}));
        frames(canvas, SHORT, () -> point(canvas));
        tell("pointing, selecting and inspecting while it plays", "");
    }

    private static void opensLive(IFile file) {
        try {
            window().getActivePage()
                    .openEditor(
                            new FileEditorInput(file),
                            LiveEditor.ID,
                            true,
                            IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<LiveView> live() {
        return window().getActivePage().getActiveEditor() instanceof LiveEditor editor
                ? editor.view()
                : Optional.empty();
    }

    private static void plays() {
        controls(window().getShell())
                .filter(ToolBar.class::isInstance)
                .filter(Control::isVisible)
                .flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
                .filter(item -> "Play".equals(item.getToolTipText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is nothing to play it with"))
                .notifyListeners(SWT.Selection, new Event());
    }

    private static Stream<Control> controls(Control root) {
        return root instanceof Composite whole
                ? Stream.concat(
                        Stream.of(root), Arrays.stream(whole.getChildren()).flatMap(RunViewRate::controls))
                : Stream.of(root);
    }

    private static boolean hasLimits(TokenCanvas canvas) {
        return canvas.panel()
                .filter(panel -> Figure.of(panel, "").legend().stream()
                        .anyMatch(entry -> entry.label().equals("K")))
                .isPresent();
    }

    private static RunEditor editor() {
        return window().getActivePage().getActiveEditor() instanceof RunEditor editor ? editor : null;
    }

    private static IFile experiment(String name, int count, int dimension, String alpha) throws CoreException {
        LocalmaxProject project = LocalmaxProject.create(name, new NullProgressMonitor());
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                    formatVersion="1" name="rate" steps="%d" alpha="%s">
                  <tokens xsi:type="localmax:GaussianTokens" count="%d" dimension="%d" seed="7"/>
                  <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                </localmax:Experiment>
                """.formatted(STEPS, alpha, count, dimension);
        return LocalmaxProject.write(
                text.getBytes(StandardCharsets.UTF_8), project.folder(LocalmaxProject.EXPERIMENTS), "rate.localmax");
    }

    private void step(RunEditor editor, Deque<String> ways) {
        if (editor.step() == (ways.getFirst().equals("forward") ? STEPS : 0)) {
            ways.addLast(ways.removeFirst());
        }
        command("org.localmax.ui.run." + ways.getFirst());
    }

    private void command(String id) {
        timed(() -> {
            try {
                window().getService(IHandlerService.class)
                        .executeCommand(
                                window().getService(ICommandService.class).deserialize(id), null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void point(TokenCanvas canvas) {
        Point at = canvas.locationOf(painted % 1000);
        for (int type : new int[] {SWT.MouseMove, SWT.MouseDown, SWT.MouseUp}) {
            timed(() -> canvas.notifyListeners(type, event(at)));
        }
    }

    private void turn(TokenCanvas canvas) {
        Point at = new Point(100, 100);
        timed(() -> canvas.notifyListeners(SWT.MouseDown, event(at)));
        at.x += 7;
        timed(() -> canvas.notifyListeners(SWT.MouseMove, event(at)));
        timed(() -> canvas.notifyListeners(SWT.MouseUp, event(at)));
    }

    private static Event event(Point at) {
        Event event = new Event();
        event.button = 1;
        event.x = at.x;
        event.y = at.y;
        return event;
    }

    /** Does something whenever the picture before is there; how many pictures were not the same as that before, in words. */
    private String frames(TokenCanvas canvas, long duration, Runnable deed) {
        long start = System.nanoTime();
        int distinct = 0;
        long before = 0;
        int seen = painted - 1;
        while (System.nanoTime() < start + duration) {
            if (painted > seen && canvas.isSettled()) {
                seen = painted;
                deed.run();
            }
            int paintedBefore = painted;
            work();
            if (painted > paintedBefore) {
                long now = grab(canvas);
                distinct += now == before ? 0 : 1;
                before = now;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "%.1f distinct frames a second, ", distinct / seconds);
    }

    private void await(String what, BooleanSupplier isThere) {
        long end = System.nanoTime() + PATIENCE;
        while (!isThere.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " is not there after five minutes");
            }
            work();
        }
    }

    private void work() {
        boolean[] busy = new boolean[1];
        timed(() -> busy[0] = display.readAndDispatch());
        if (!busy[0]) {
            display.timerExec(5, () -> {});
            display.sleep();
        }
    }

    private void timed(Runnable task) {
        long start = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        task.run();
        longest = Math.max(longest, System.nanoTime() - start);
        busiest = Math.max(busiest, threads.getCurrentThreadCpuTime() - worked);
    }

    private void tell(String what, String rate) {
        say(String.format(
                Locale.ROOT,
                "  %s: %slongest task on the UI thread %.1f ms, by its processor time %.1f ms",
                what,
                rate,
                longest / 1e6,
                busiest / 1e6));
        reset();
    }

    private void reset() {
        longest = 0;
        busiest = 0;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A checksum of what the screen shows in the middle of the view. */
    private long grab(TokenCanvas canvas) {
        Rectangle area = canvas.area();
        Point middle = canvas.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        Image grabbed = new Image(display, GRABBED, GRABBED);
        GC screen = new GC(display);
        screen.copyArea(grabbed, middle.x - GRABBED / 2, middle.y - GRABBED / 2);
        screen.dispose();
        CRC32 checksum = new CRC32();
        checksum.update(grabbed.getImageData().data);
        grabbed.dispose();
        return checksum.getValue();
    }
}
