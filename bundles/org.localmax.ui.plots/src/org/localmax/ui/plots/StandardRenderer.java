package org.localmax.ui.plots;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.localmax.plots.Panel;

/** The renderers that are always there; between them they suit every panel. */
public enum StandardRenderer implements PanelRenderer {
    /** A canvas of our own, for panels of equal scale: it zooms and pans, and its points can be pointed at and selected. */
    CANVAS {
        @Override
        public boolean suits(Panel panel) {
            return panel.equalScale();
        }

        @Override
        public PanelView create(Composite parent) {
            return new TokenCanvas(parent, SWT.NONE);
        }
    },
    /** SWTChart, for all others. */
    CHART {
        @Override
        public boolean suits(Panel panel) {
            return !panel.equalScale();
        }

        @Override
        public PanelView create(Composite parent) {
            return new ChartView(parent);
        }
    };

    /** A view of a panel by the one that suits it. */
    public static PanelView view(Composite parent, Panel panel) {
        return PanelRenderer.view(List.of(values()), parent, panel);
    }
}
