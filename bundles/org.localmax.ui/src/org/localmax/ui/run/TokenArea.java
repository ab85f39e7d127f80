package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Figure;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.parts.Presence;
import org.localmax.ui.plots.ColourBar;
import org.localmax.ui.plots.LegendView;
import org.localmax.ui.plots.TokenCanvas;

/** The tokens of a run with their legend and what is to be said of the picture. */
final class TokenArea {

    private static final int MARGIN = 8;
    private static final int COLUMNS = 3;

    /** How wide a legend beside the picture is. */
    private static final int BESIDE = 170;

    private final Composite area;
    private final TokenCanvas canvas;
    private final LegendView legend;
    private final Label remarks;
    private Optional<ColourScale> scale = Optional.empty();
    private Optional<ColourBar> bar = Optional.empty();
    private String failure = "";
    private String remark = "";

    TokenArea(Composite parent) {
        Color ground = parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        Color letters = parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        canvas = new TokenCanvas(area, SWT.NONE);
        legend = new LegendView(area);
        AccessibleName.give(legend, Texts.legend);
        remarks = new Label(area, SWT.WRAP);
        for (Control control : new Control[] {area, canvas, legend, remarks}) {
            control.setBackground(ground);
            control.setForeground(letters);
        }
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.setEmptyText(Texts.readingStep);
        legend.setLayoutData(below());
        remarks.setLayoutData(below());
        arrange();
        say();
        area.addListener(SWT.Resize, event -> {
            arrange();
            area.layout();
        });
    }

    /** As high as its words need. */
    private static GridData below() {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1);
        data.horizontalIndent = MARGIN;
        data.widthHint = 100;
        return data;
    }

    Composite control() {
        return area;
    }

    TokenCanvas canvas() {
        return canvas;
    }

    void show(ShownStep step) {
        canvas.setNames(token -> TokenName.of(step.tokens(), token));
        canvas.show(step.panel(), step.places());
        boolean isOther = legend.show(Figure.of(step.panel(), "").legend())
                | show(step.panel().colourScale());
        if (!remark.equals(step.remarks())) {
            remark = step.remarks();
            say();
        } else if (isOther) {
            arrange();
            area.layout();
        }
    }

    /** The legend is beside the picture, which is as high as it is wide, where there is nothing else to be seen; below it otherwise. */
    private void arrange() {
        Point size = area.getSize();
        int words = remarks.isVisible() ? remarks.computeSize(Math.max(1, size.x - MARGIN), SWT.DEFAULT).y : 0;
        int room = size.y - words;
        boolean isBeside = size.x - BESIDE > room && legend.computeSize(BESIDE, SWT.DEFAULT).y <= room;
        GridData data = isBeside ? new GridData(SWT.LEFT, SWT.CENTER, false, false) : below();
        data.horizontalIndent = MARGIN;
        data.widthHint = BESIDE;
        legend.setLayoutData(data);
        ((GridData) canvas.getLayoutData()).horizontalSpan = COLUMNS - (isBeside ? 1 : 0) - (bar.isPresent() ? 1 : 0);
    }

    /** What the colours mean, beside the tokens; true if that is something else than before. */
    private boolean show(Optional<ColourScale> wanted) {
        if (wanted.equals(scale)) {
            return false;
        }
        scale = wanted;
        bar.ifPresent(ColourBar::dispose);
        bar = wanted.map(colours -> new ColourBar(area, colours, canvas));
        bar.ifPresent(shown -> {
            shown.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
            shown.setBackground(canvas.getBackground());
            shown.setForeground(canvas.getForeground());
            shown.moveBelow(canvas);
        });
        return true;
    }

    /** Says why something that is wished is not drawn; of nothing if all is. */
    void fail(String because) {
        if (!area.isDisposed() && !failure.equals(because)) {
            failure = because;
            say();
        }
    }

    /** Shows no tokens. */
    void clear(String because) {
        canvas.setEmptyText(because);
        canvas.clear();
    }

    private void say() {
        String text = (failure + " " + remark).strip();
        remarks.setText(text.replace("&", "&&"));
        Presence.set(remarks, !text.isEmpty());
        arrange();
        area.layout();
    }
}
