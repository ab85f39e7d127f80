package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.plots.Figure;
import org.localmax.plots.LegendEntry;
import org.localmax.plots.Panel;

/** A whole figure: its title, its panels in their grid, each with what its colours mean, the legend and the caption. */
public final class FigureView extends Composite {

    private static final int MARGIN = 8;

    private final List<? extends PanelRenderer> renderers;
    private final List<PanelView> views = new ArrayList<>();
    private Optional<Figure> figure = Optional.empty();

    /** Shows figures by the renderers that are always there. */
    public FigureView(Composite parent) {
        this(parent, List.of(StandardRenderer.values()));
    }

    /** @param renderers of which the first that suits a panel shows it */
    public FigureView(Composite parent, List<? extends PanelRenderer> renderers) {
        super(parent, SWT.NONE);
        this.renderers = List.copyOf(renderers);
    }

    /** Shows a figure; of one with the same title, legend, caption and kinds of panels only what has changed in the panels. */
    public void show(Figure shown) {
        boolean kept = figure.filter(before -> isAlike(before, shown)).isPresent();
        figure = Optional.of(shown);
        if (kept) {
            for (int k = 0; k < views.size(); k++) {
                views.get(k).show(shown.panels().get(k));
            }
        } else {
            build(shown);
        }
    }

    private static boolean isAlike(Figure before, Figure after) {
        return before.title().equals(after.title())
                && before.caption().equals(after.caption())
                && before.columns() == after.columns()
                && before.legend().equals(after.legend())
                && kinds(before).equals(kinds(after));
    }

    private static List<List<Object>> kinds(Figure figure) {
        return figure.panels().stream()
                .map(panel -> List.<Object>of(panel.equalScale(), panel.colourScale()))
                .toList();
    }

    /** The views of the panels, row by row. */
    public List<PanelView> views() {
        return List.copyOf(views);
    }

    private void build(Figure shown) {
        for (Control child : getChildren()) {
            child.dispose();
        }
        views.clear();
        GridLayout layout = new GridLayout(shown.columns(), true);
        layout.marginWidth = MARGIN;
        layout.marginHeight = MARGIN;
        setLayout(layout);
        words(shown.title(), SWT.CENTER, shown.columns());
        shown.panels().forEach(this::cell);
        List<LegendEntry> entries = shown.legend();
        if (!entries.isEmpty()) {
            across(new LegendView(this, entries), shown.columns());
        }
        words(shown.caption(), SWT.LEFT, shown.columns());
        colour(this);
        layout(true, true);
    }

    private void words(String text, int alignment, int columns) {
        if (!text.isEmpty()) {
            Label label = new Label(this, SWT.WRAP | alignment);
            label.setText(text.replace("&", "&&"));
            across(label, columns);
        }
    }

    private static void across(Control control, int columns) {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
        data.widthHint = 100;
        control.setLayoutData(data);
    }

    private void cell(Panel panel) {
        Composite cell = new Composite(this, SWT.NONE);
        cell.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        cell.setLayout(layout);
        PanelView view = PanelRenderer.view(renderers, cell, panel);
        view.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        views.add(view);
        panel.colourScale().ifPresent(scale -> {
            ColourBar bar = new ColourBar(cell, scale, view);
            bar.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
        });
    }

    @Override
    public void setBackground(Color colour) {
        super.setBackground(colour);
        colour(this);
    }

    @Override
    public void setForeground(Color colour) {
        super.setForeground(colour);
        colour(this);
    }

    /** Gives all parts the colours of the whole. */
    private void colour(Composite parent) {
        for (Control child : parent.getChildren()) {
            child.setBackground(getBackground());
            child.setForeground(getForeground());
            boolean ofView = views.stream().anyMatch(view -> view.control() == child);
            if (child instanceof Composite composite && !ofView) {
                colour(composite);
            }
        }
    }
}
