package org.localmax.ui.wizards;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Shows how many tokens there are, and the first of them, or what is wrong with their file. */
final class TokenSample {

    private static final int MOST_COLUMNS = 8;
    private static final int NUMBER_WIDTH = 60;
    private static final int WIDTH = 180;

    private final Label said;
    private final Table table;

    /** @param columns how many columns of the grid of the parent it takes */
    TokenSample(Composite parent, int columns) {
        said = new Label(parent, SWT.WRAP);
        GridData line = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
        line.widthHint = 460;
        line.heightHint = 3 * said.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        said.setLayoutData(line);
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.setToolTipText(Texts.sampleHint);
        GridData whole = new GridData(SWT.FILL, SWT.FILL, true, true, columns, 1);
        whole.heightHint = (FoundTokens.FEW + 1) * table.getItemHeight();
        table.setLayoutData(whole);
    }

    void show(FoundTokens found) {
        say(Texts.name(
                found.count() == 1 ? Texts.foundOne : Texts.foundTokens,
                found.count(),
                found.dimension(),
                found.file().getFileName()));
        column(Texts.sampleNumber, NUMBER_WIDTH);
        int shown = Math.min(MOST_COLUMNS, found.dimension());
        for (int k = 0; k < shown; k++) {
            column(Texts.name(Texts.sampleCoordinate, k + 1), WIDTH);
        }
        for (int i = 0; i < found.first().size(); i++) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, Integer.toString(i));
            for (int k = 0; k < shown; k++) {
                item.setText(k + 1, Double.toString(found.first().get(i)[k]));
            }
        }
    }

    /** Shows no tokens, but says something. */
    void say(String text) {
        said.setText(text);
        table.removeAll();
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.RIGHT);
        column.setText(title);
        column.setWidth(width);
    }
}
