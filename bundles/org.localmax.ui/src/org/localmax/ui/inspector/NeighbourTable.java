package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.localmax.analysis.inspection.Candidate;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.plots.TokenCanvas;

/**
 * Whom a token attends to and who is next: each with the width of the strip from which on it is a neighbour, and its weight. Rows are filled
 * as they are seen, for there may be as many as tokens. That of the token under the pointer is marked.
 */
final class NeighbourTable {

    private static final int WEIGHT = 2;
    private static final int LITTLE_INK = 70;
    private static final int NONE = -1;

    private final Table table;
    private final TableColumn lag;
    private final PointedRow pointed;
    private List<Candidate> candidates = List.of();
    private int[] before = {};
    private double greatestWeight = 1;

    /** @param hovered told of the token whose row the pointer is at, or {@link TokenCanvas#NONE} */
    NeighbourTable(Composite parent, IntConsumer hovered) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        AccessibleName.give(table, Texts.neighbours);
        column(Texts.token, 60).setToolTipText("j");
        lag = column("", 90);
        column(Texts.weight, 100).setToolTipText(Texts.weightHint);
        column("", 80);
        pointed = new PointedRow(table);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.EraseItem, this::paintBar);
        table.addListener(SWT.MouseMove, event -> hovered.accept(tokenAt(event.x, event.y)));
        table.addListener(SWT.MouseExit, event -> hovered.accept(TokenCanvas.NONE));
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
        boolean isSame = tokens(candidates).equals(tokens(token.shown().candidates()));
        OptionalInt chosen = neighbour();
        candidates = token.shown().candidates();
        before = token.actual().row().neighbours();
        greatestWeight = Arrays.stream(token.shown().row().weights()).max().orElse(1);
        table.setRedraw(false);
        table.setItemCount(candidates.size());
        table.clearAll();
        if (!isSame) {
            table.deselectAll();
            chosen.ifPresent(this::choose);
        }
        table.setRedraw(true);
    }

    /** Forgets all rows, and which was chosen. */
    void clear() {
        if (!table.isDisposed()) {
            candidates = List.of();
            table.deselectAll();
            table.setItemCount(0);
        }
    }

    private static List<Integer> tokens(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::token).toList();
    }

    private void fill(TableItem item, int index) {
        Candidate candidate = candidates.get(index);
        item.setText(new String[] {
            Integer.toString(candidate.token()),
            InspectedToken.number(candidate.lag()),
            candidate.isNeighbour() ? InspectedToken.number(candidate.weight()) : "\u2013",
            change(Arrays.binarySearch(before, candidate.token()) >= 0, candidate.isNeighbour())
        });
        item.setData(candidate);
        item.setForeground(
                candidate.isNeighbour()
                        ? null
                        : table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
        pointed.fill(item, index);
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

    private int tokenAt(int x, int y) {
        TableItem item = table.getItem(new Point(x, y));
        return item == null
                ? TokenCanvas.NONE
                : candidates.get(table.indexOf(item)).token();
    }

    /** The row of a token, or {@link #NONE}. */
    private int row(int token) {
        return IntStream.range(0, candidates.size())
                .filter(row -> candidates.get(row).token() == token)
                .findFirst()
                .orElse(NONE);
    }

    /** Marks the row of the token under the pointer, which is somewhere; of none no row. */
    void point(int token) {
        pointed.point(row(token));
    }

    /** The chosen neighbour. */
    OptionalInt neighbour() {
        int row = table.getSelectionIndex();
        return row == NONE || row >= candidates.size()
                ? OptionalInt.empty()
                : OptionalInt.of(candidates.get(row).token());
    }

    /** Chooses a neighbour. */
    void choose(int token) {
        int row = row(token);
        if (row != NONE) {
            table.setSelection(row);
        }
    }
}
