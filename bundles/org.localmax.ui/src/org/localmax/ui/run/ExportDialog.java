package org.localmax.ui.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.localmax.plots.media.FigureFormat;
import org.localmax.ui.preferences.Settings;

/** Asks what of a run is exported as a figure, and how. */
final class ExportDialog extends TitleAreaDialog {

    private static final String TITLE = Texts.exportTitle;
    private static final String WIDTH_OF_A_COLUMN = "86";
    private static final String RESOLUTION = "300";

    private final List<ExportChoice.Content> contents;
    private final IFolder figures;
    private final String proposal;
    private Combo content;
    private Combo format;
    private Combo theme;
    private Text width;
    private Text dpi;
    private Text name;
    private Optional<ExportChoice> choice = Optional.empty();

    /**
     * @param contents what may be exported, first what is
     * @param figures where files go
     * @param proposal the beginning of their name
     */
    ExportDialog(Shell parent, List<ExportChoice.Content> contents, IFolder figures, String proposal) {
        super(parent);
        this.contents = List.copyOf(contents);
        this.figures = figures;
        this.proposal = proposal;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What was chosen, if it was not cancelled. */
    Optional<ExportChoice> ask() {
        return open() == OK ? choice : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TITLE);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Texts.exportHeading);
        setMessage(Texts.exportMessage);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 12;
        area.setLayout(layout);
        content = combo(
                area,
                Texts.exportFigure,
                contents.stream().map(ExportChoice.Content::label).toArray(String[]::new));
        format = combo(
                area,
                Texts.exportFormat,
                Arrays.stream(FigureFormat.values()).map(Enum::name).toArray(String[]::new));
        width = text(area, Texts.exportWidth, WIDTH_OF_A_COLUMN);
        dpi = text(area, Texts.exportResolution, RESOLUTION);
        theme = combo(area, Texts.exportGround, ExportChoice.Theme.labels());
        theme.select((Settings.exportsDark() ? ExportChoice.Theme.DARK : ExportChoice.Theme.LIGHT).ordinal());
        name = text(area, Texts.name(Texts.exportName, figures.getName()), free(proposal));
        content.addListener(SWT.Selection, event -> name.setText(free(proposal)));
        format.addListener(SWT.Selection, event -> name.setText(free(proposal)));
        return area;
    }

    private Combo combo(Composite area, String label, String[] items) {
        new Label(area, SWT.NONE).setText(label);
        Combo combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items);
        combo.select(0);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        combo.addListener(SWT.Selection, event -> check());
        return combo;
    }

    private Text text(Composite area, String label, String shown) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, SWT.BORDER);
        text.setText(shown);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    /** A name that no file has yet. */
    private String free(String beginning) {
        String what = contents.get(content.getSelectionIndex()).name().toLowerCase(Locale.ROOT);
        String extension = FigureFormat.values()[format.getSelectionIndex()].extension();
        String found = beginning + "-" + what;
        for (int number = 2; figures.getFile(found + "." + extension).exists(); number++) {
            found = beginning + "-" + what + "-" + number;
        }
        return found;
    }

    private void check() {
        choice = Optional.empty();
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        }
    }

    @Override
    protected Control createButtonBar(Composite parent) {
        Control bar = super.createButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(Texts.export);
        check();
        return bar;
    }

    /** What is wrong, if something is; if nothing is, the choice is made. */
    private Optional<String> problem() {
        try {
            ExportChoice chosen = new ExportChoice(
                    contents.get(content.getSelectionIndex()),
                    FigureFormat.values()[format.getSelectionIndex()],
                    number(width, Texts.exportNumberWidth),
                    number(dpi, Texts.exportNumberResolution),
                    ExportChoice.Theme.values()[theme.getSelectionIndex()],
                    name.getText().strip());
            chosen.export();
            IStatus named = figures.getWorkspace().validateName(chosen.fileName(), IResource.FILE);
            if (chosen.name().isEmpty() || !named.isOK()) {
                return Optional.of(chosen.name().isEmpty() ? Texts.exportNoName : named.getMessage());
            }
            if (figures.getFile(chosen.fileName()).exists()) {
                return Optional.of(Texts.name(Texts.exportIsThere, chosen.fileName()));
            }
            choice = Optional.of(chosen);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Character.toUpperCase(e.getMessage().charAt(0))
                    + e.getMessage().substring(1) + ".");
        }
    }

    private static double number(Text field, String what) {
        try {
            return Double.parseDouble(field.getText().strip());
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(Texts.name(Texts.exportNotANumber, what, field.getText()));
        }
    }
}
