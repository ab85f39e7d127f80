package org.localmax.ui.welcome;

import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.localmax.ui.plots.PanelPicture;
import org.localmax.ui.plots.PlotColors;

/** An example as a card: picture, name, what it shows. A click, Enter or Space opens and runs it. */
public final class GalleryCard extends Canvas {

    private static final int WIDTH = 240;
    private static final int PICTURE_HEIGHT = 110;
    private static final int PADDING = 10;
    private static final int LINES = 3;

    private final Example example;
    private final Runnable open;
    private final Font bold;
    private Optional<Image> picture = Optional.empty();
    private boolean hovered;

    GalleryCard(Composite parent, Example example, Runnable open) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.example = example;
        this.open = open;
        bold = FontDescriptor.createFrom(getFont()).withStyle(SWT.BOLD).createFont(getDisplay());
        addListener(SWT.Dispose, event -> {
            bold.dispose();
            picture.ifPresent(Image::dispose);
        });
        addPaintListener(this::paint);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        setToolTipText(Texts.name(Texts.cardHint, example.title(), example.description())); // both may be cut off
        for (int type : new int[] {SWT.MouseEnter, SWT.MouseExit, SWT.FocusIn, SWT.FocusOut}) {
            addListener(type, this::changed);
        }
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
                open.run();
            }
        });
        addListener(SWT.KeyDown, this::pressed);
        addListener(SWT.Traverse, event -> event.doit = true);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Texts.name(Texts.cardName, example.title(), example.description());
            }
        });
    }

    /** The name of the example. */
    public String title() {
        return example.title();
    }

    /** Whether the picture is there. */
    public boolean isDrawn() {
        return picture.isPresent();
    }

    void show(ExampleMotion computed) {
        picture.ifPresent(Image::dispose);
        picture = Optional.of(PanelPicture.of(
                getDisplay(),
                WIDTH - 2 * PADDING,
                PICTURE_HEIGHT - PADDING,
                computed.panel(),
                PlotColors.of(this).palette()));
        redraw();
    }

    private void changed(Event event) {
        hovered = event.type == SWT.MouseEnter || event.type != SWT.MouseExit && hovered;
        redraw();
    }

    private void pressed(Event event) {
        if (event.character == SWT.CR || event.character == ' ') {
            open.run();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int line = gc.getFontMetrics().getHeight();
        gc.dispose();
        return new Point(WIDTH, PICTURE_HEIGHT + 3 * PADDING + (LINES + 1) * line);
    }

    private void paint(PaintEvent event) {
        GC gc = event.gc;
        PlotColors colors = PlotColors.of(this);
        Rectangle bounds = getClientArea();
        if (bounds.width <= 2 * PADDING) { // it has no place yet
            return;
        }
        gc.setAntialias(SWT.ON);
        boolean lit = hovered || isFocusControl();
        // no clipping here: setting it would let the card paint over what it is scrolled under
        picture.ifPresent(image -> gc.drawImage(image, PADDING, PADDING));
        int y = PICTURE_HEIGHT + PADDING;
        gc.setForeground(colors.foreground());
        gc.setFont(bold);
        gc.drawText(shortened(gc, bounds.width - 2 * PADDING), PADDING, y, true);
        y += gc.getFontMetrics().getHeight() + PADDING / 2;
        paintDescription(gc, colors, y, bounds);
        gc.setForeground(lit ? colors.category(0) : colors.axis());
        gc.setLineWidth(lit ? 2 : 1);
        gc.drawRoundRectangle(1, 1, bounds.width - 3, bounds.height - 3, 8, 8);
    }

    /** As much of the title as there is room for. */
    private String shortened(GC gc, int width) {
        String title = example.title();
        if (gc.textExtent(title).x <= width) {
            return title;
        }
        int length = title.length();
        while (length > 1 && gc.textExtent(title.substring(0, length) + "\u2026").x > width) {
            length--;
        }
        return title.substring(0, length).strip() + "\u2026";
    }

    private void paintDescription(GC gc, PlotColors colors, int y, Rectangle bounds) {
        TextLayout text = new TextLayout(getDisplay());
        text.setFont(getFont());
        text.setWidth(bounds.width - 2 * PADDING);
        text.setText(example.description());
        if (text.getLineCount() > LINES) {
            int end = text.getLineOffsets()[LINES];
            String kept = text.getText().substring(0, end).strip();
            text.setText(kept.substring(0, Math.max(0, kept.lastIndexOf(' '))) + " \u2026");
        }
        gc.setForeground(colors.faintText());
        text.draw(gc, PADDING, y);
        text.dispose();
    }
}
