package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.localmax.analysis.inspection.Candidate;
import org.localmax.analysis.inspection.Inspection;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.ui.parts.AccessibleName;

/** Whom a token attends to and who is next: each with the width of the strip from which on it is a neighbour, and its weight. */
final class NeighbourTable {

    private static final int WEIGHT = 2;
    private static final int LITTLE_INK = 70;

    private final Table table;
    private final TableColumn lag;
    private double greatestWeight = 1;

    NeighbourTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        AccessibleName.give(table, Texts.neighbours);
        column(Texts.token, 60).setToolTipText("j");
        lag = column("", 90);
        column(Texts.weight, 100).setToolTipText(Texts.weightHint);
        column("", 80);
        table.addListener(SWT.EraseItem, this::paintBar);
    }

    private TableColumn column(String title, int width) {
        TableColumn column = new TableColumn(table, table.getColumnCount() == 0 ? SWT.LEFT : SWT.RIGHT);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    Table control() {
        return table;
    }

    void show(InspectedToken token) {
        boolean isStrip = token.parameter().equals(Optional.of(Parameter.DELTA));
        lag.setText(isStrip ? Texts.name(Texts.fromWidth, Parameter.DELTA.symbol()) : Texts.behind);
        lag.setToolTipText(isStrip ? Texts.fromWidthHint : Texts.behindHint);
        int chosen = neighbour().orElse(-1);
        Inspection shown = token.shown();
        int[] before = token.actual().row().neighbours();
        greatestWeight = Arrays.stream(shown.row().weights()).max().orElse(1);
        table.setRedraw(false);
        table.removeAll();
        for (Candidate candidate : shown.candidates()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                Integer.toString(candidate.token()),
                InspectedToken.number(candidate.lag()),
                candidate.isNeighbour() ? InspectedToken.number(candidate.weight()) : "\u2013",
                change(Arrays.binarySearch(before, candidate.token()) >= 0, candidate.isNeighbour())
            });
            item.setData(candidate);
            if (!candidate.isNeighbour()) {
                item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
            }
            if (candidate.token() == chosen) {
                table.setSelection(item);
            }
        }
        table.setRedraw(true);
    }

    private static String change(boolean was, boolean is) {
        return was == is ? "" : is ? "+ " + Texts.isComing : "\u2212 " + Texts.isGoing;
    }

    /** Fills the cell of a weight as far as the weight is great. */
    private void paintBar(Event event) {
        if (event.index != WEIGHT
                || !(event.item.getData() instanceof Candidate candidate)
                || !candidate.isNeighbour()) {
            return;
        }
        GC gc = event.gc;
        Rectangle cell = ((TableItem) event.item).getBounds(WEIGHT);
        int alpha = gc.getAlpha();
        gc.setAlpha(LITTLE_INK);
        gc.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        int width = (int) Math.round((cell.width - 4) * Math.min(1, Math.max(0, candidate.weight() / greatestWeight)));
        gc.fillRectangle(cell.x + 2, cell.y + 2, width, cell.height - 4);
        gc.setAlpha(alpha);
    }

    /** The chosen neighbour. */
    OptionalInt neighbour() {
        return table.getSelectionCount() == 1 && table.getSelection()[0].getData() instanceof Candidate candidate
                ? OptionalInt.of(candidate.token())
                : OptionalInt.empty();
    }

    /** Chooses a neighbour. */
    void choose(int token) {
        for (TableItem item : table.getItems()) {
            if (item.getData() instanceof Candidate candidate && candidate.token() == token) {
                table.setSelection(item);
                table.showSelection();
            }
        }
    }
}
