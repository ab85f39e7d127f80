package org.localmax.ui.monitors;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.localmax.analysis.Digits;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.experiments.FrameCheck;
import org.localmax.ui.parts.AccessibleName;

/** The verdicts, one a row: what is violated first, what does not apply last. */
final class FindingTable {

    private static final List<Verdict> URGENCY =
            List.of(Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.HOLDS, Verdict.CONSISTENT, Verdict.NOT_APPLICABLE);
    private static final int DIGITS = 3;
    private static final int VERDICT = 2;

    private final Table table;
    private final LocalResourceManager colours;

    FindingTable(Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        colours = new LocalResourceManager(JFaceResources.getResources(), table);
        AccessibleName.give(table, Texts.verdicts);
        column("", 56);
        column(Texts.statement, 330);
        column(Texts.verdict, 130);
        column(Texts.step, 60);
        column(Texts.size, 80);
        column(Texts.tolerance, 80);
        column(Texts.because, 420);
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    Table control() {
        return table;
    }

    void show(List<Finding> findings, Optional<FrameCheck.Report> inFrames) {
        table.setRedraw(false);
        table.removeAll();
        inFrames.ifPresent(this::add);
        findings.stream()
                .sorted(Comparator.comparingInt(finding -> URGENCY.indexOf(finding.verdict())))
                .forEach(this::add);
        table.setRedraw(true);
    }

    private void add(Finding finding) {
        boolean isMeasured = !Double.isNaN(finding.size());
        String step = finding.step().isPresent() ? Long.toString(finding.step().getAsLong()) : "";
        TableItem item = add(
                finding.verdict(),
                finding.statement().id(),
                finding.statement().title(),
                step,
                isMeasured ? Digits.of(finding.size(), DIGITS) : "",
                Double.isNaN(finding.tolerance()) ? "" : Digits.of(finding.tolerance(), DIGITS),
                finding.because());
        item.setData(finding);
    }

    private void add(FrameCheck.Report report) {
        Verdict verdict =
                report.frames() == 0 ? Verdict.NOT_APPLICABLE : report.isRed() ? Verdict.VIOLATED : Verdict.HOLDS;
        String because = report.because().orElse(Texts.name(Texts.sameLimit, Integer.toString(report.frames())));
        add(
                verdict,
                "frames",
                Texts.frameStatement,
                "",
                Double.isNaN(report.farthest()) ? "" : Digits.of(report.farthest(), DIGITS),
                Double.isNaN(report.linkage()) ? "" : Digits.of(report.linkage(), DIGITS),
                because);
    }

    private TableItem add(Verdict verdict, String... cells) {
        VerdictSign sign = VerdictSign.of(verdict);
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(new String[] {
            cells[0], cells[1], sign.text(verdict), cells[2], cells[3], cells[4], cells[5],
        });
        item.setForeground(VERDICT, colours.createColor(sign.colour()));
        if (verdict == Verdict.NOT_APPLICABLE) {
            item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
        }
        return item;
    }

    /** What is chosen. */
    Optional<Finding> chosen() {
        return table.getSelectionCount() == 1 && table.getSelection()[0].getData() instanceof Finding finding
                ? Optional.of(finding)
                : Optional.empty();
    }
}
