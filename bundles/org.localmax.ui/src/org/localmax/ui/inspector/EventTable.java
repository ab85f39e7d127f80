package org.localmax.ui.inspector;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.localmax.analysis.inspection.StripEvent;
import org.localmax.ui.parts.AccessibleName;

/** The widths at which the neighbours of a token change, each with who comes in, filled as they are seen; a click turns the width to there. */
final class EventTable {

    private static final String IN = "\u25cf";
    private static final String OUT = "\u25cb";

    private final Table table;
    private List<StripEvent> events = List.of();
    private double width;

    /** @param chosen told of the width that is clicked */
    EventTable(Composite parent, DoubleConsumer chosen) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        AccessibleName.give(table, Texts.events);
        table.setToolTipText(Texts.eventsHint);
        column("", 30, SWT.LEFT);
        column(Texts.setChangesAt, 125, SWT.RIGHT);
        column(Texts.comingIn, 150, SWT.LEFT);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, events.get(event.index)));
        table.addListener(SWT.Selection, event -> {
            if (event.item instanceof TableItem item) {
                chosen.accept(events.get(table.indexOf(item)).delta());
            }
        });
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    Table control() {
        return table;
    }

    /** Shows where the set of a token changes; the last change that counts is selected. */
    void show(InspectedToken token) {
        events = token.actual().events();
        width = token.shown().attention().parameter();
        table.setRedraw(false);
        table.setItemCount(events.size());
        table.clearAll();
        long in = events.stream().filter(this::isIn).count();
        table.setSelection((int) in - 1);
        table.setRedraw(true);
    }

    private boolean isIn(StripEvent event) {
        return event.delta() <= width;
    }

    private void fill(TableItem item, StripEvent event) {
        item.setText(new String[] {
            isIn(event) ? IN : OUT, InspectedToken.number(event.delta()), InspectedToken.names(event.tokens())
        });
    }
}
