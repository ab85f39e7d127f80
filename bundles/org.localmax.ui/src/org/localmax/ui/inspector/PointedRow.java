package org.localmax.ui.inspector;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The row of a table whose token is under the pointer, here or in a view beside it: it has a little of the colour of a selection. */
final class PointedRow {

    private static final double LITTLE = 0.3;
    private static final int NONE = -1;

    private final Table table;
    private int row = NONE;

    PointedRow(Table table) {
        this.table = table;
    }

    /** Gives a row its colour, as it is filled. */
    void fill(TableItem item, int index) {
        item.setBackground(index == row ? tint() : null);
    }

    /** Marks a row, which is brought into sight; of -1 none. */
    void point(int index) {
        if (index != row) {
            int last = row;
            row = index;
            colour(last);
            colour(row);
            if (row != NONE && row < table.getItemCount() && !isSeen()) {
                table.showItem(table.getItem(row));
            }
        }
    }

    private void colour(int index) {
        if (index >= 0 && index < table.getItemCount()) {
            fill(table.getItem(index), index);
        }
    }

    /** Whether the row is in sight, so that the table need not move under the pointer. */
    private boolean isSeen() {
        int first = table.getTopIndex();
        int height = table.getClientArea().height - table.getHeaderHeight();
        return first <= row && row < first + height / Math.max(1, table.getItemHeight());
    }

    private Color tint() {
        RGB ground =
                table.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
        RGB full = table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION).getRGB();
        return new Color(
                between(ground.red, full.red), between(ground.green, full.green), between(ground.blue, full.blue));
    }

    private static int between(int ground, int full) {
        return (int) Math.round(ground + LITTLE * (full - ground));
    }
}
