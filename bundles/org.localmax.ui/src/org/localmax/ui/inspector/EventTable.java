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

/** The widths at which the neighbours of a token change, each with who comes in; a click turns the width to there. */
final class EventTable {

    private static final String IN = "\u25cf";
    private static final String OUT = "\u25cb";

    private final Table table;

    /** @param chosen told of the width that is clicked */
    EventTable(Composite parent, DoubleConsumer chosen) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        AccessibleName.give(table, Texts.events);
        table.setToolTipText(Texts.eventsHint);
        column("", 30, SWT.LEFT);
        column(Texts.setChangesAt, 125, SWT.RIGHT);
        column(Texts.comingIn, 150, SWT.LEFT);
        table.addListener(SWT.Selection, event -> {
            if (event.item != null && event.item.getData() instanceof StripEvent change) {
                chosen.accept(change.delta());
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
        List<StripEvent> events = token.actual().events();
        double width = token.shown().attention().parameter();
        table.setRedraw(false);
        int top = table.getTopIndex();
        table.removeAll();
        int last = -1;
        for (StripEvent event : events) {
            boolean isIn = event.delta() <= width;
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                isIn ? IN : OUT, InspectedToken.number(event.delta()), InspectedToken.names(event.tokens())
            });
            item.setData(event);
            last += isIn ? 1 : 0;
        }
        table.setTopIndex(top);
        table.setSelection(last);
        table.setRedraw(true);
    }
}
