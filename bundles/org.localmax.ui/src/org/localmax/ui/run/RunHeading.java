package org.localmax.ui.run;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What was run and what it came to, above the views of a run. */
final class RunHeading {

    private static final int SHORT_HASH = 12;

    private final Composite heading;

    RunHeading(Composite parent, RunRecord run) {
        RunFacts facts = run.facts();
        heading = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 4;
        layout.verticalSpacing = 2;
        heading.setLayout(layout);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), heading);
        Label title = line(facts.title(), 1);
        title.setFont(fonts.create(FontDescriptor.createFrom(title.getFont()).withStyle(SWT.BOLD)));
        Label hash = new Label(heading, SWT.RIGHT);
        hash.setText("SHA-256 "
                + facts.hash().substring(0, Math.min(SHORT_HASH, facts.hash().length())) + "\u2026");
        hash.setToolTipText(Texts.name(Texts.hashHint, facts.hash()));
        line(facts.setting(), 2);
        line(facts.outcome(), 2);
    }

    private Label line(String text, int columns) {
        Label label = new Label(heading, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
        data.widthHint = 300;
        label.setLayoutData(data);
        return label;
    }

    Composite control() {
        return heading;
    }
}
