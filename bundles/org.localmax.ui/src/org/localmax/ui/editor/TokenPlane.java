package org.localmax.ui.editor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.dynamics.Tokens;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Token;
import org.localmax.model.TokenList;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.Projection;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.plots.TokenDrag;
import org.localmax.ui.run.TokenName;
import org.localmax.ui.run.TokenPreview;

/**
 * The tokens in the plane. Those given one by one are dragged, put by a double click and removed by Delete, each by one command; others are
 * made explicit by a button. From dimension 3 on two coordinates are chosen.
 */
final class TokenPlane implements Field, TokenDrag {

    private static final int PLANE = 2;

    /** More tokens than that are not written into an experiment one by one. */
    private static final int MOST_EXPLICIT = 5_000;

    /** More tokens than that are not drawn anew while one of them is dragged, and else beside the window's own work. */
    private static final int MOST_DRAGGED = 2_000;

    private final ExperimentDocument document;
    private final Combo across;
    private final Combo up;
    private final TokenCanvas canvas;
    private final Label hint;
    private final Button explicit;
    private Optional<Tokens> shown = Optional.empty();
    private int dragged = TokenCanvas.NONE;
    private int drawings;

    /** @param parent two columns */
    TokenPlane(Composite parent, FormToolkit toolkit, ExperimentDocument document) {
        this.document = document;
        Composite axes = toolkit.createComposite(parent);
        axes.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowLayout row = new RowLayout();
        row.center = true;
        axes.setLayout(row);
        toolkit.createLabel(axes, Texts.across);
        across = coordinate(axes, Texts.acrossHint);
        toolkit.createLabel(axes, Texts.up);
        up = coordinate(axes, Texts.upHint);
        explicit = toolkit.createButton(axes, Texts.makeExplicit, SWT.PUSH);
        explicit.setToolTipText(Texts.makeExplicitHint);
        explicit.addListener(SWT.Selection, event -> makeExplicit());
        canvas = new TokenCanvas(parent, SWT.BORDER);
        AccessibleName.give(canvas, Texts.inThePlane);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 330;
        data.widthHint = 300;
        canvas.setLayoutData(data);
        canvas.setBackground(parent.getBackground());
        canvas.setForeground(parent.getForeground());
        canvas.setEmptyText(Texts.planeEmpty);
        canvas.onTokenDrag(this);
        canvas.addListener(SWT.MouseUp, event -> dropped());
        canvas.addListener(SWT.KeyDown, this::pressed);
        hint = toolkit.createLabel(parent, "", SWT.WRAP);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false);
        wrapped.widthHint = 200;
        hint.setLayoutData(wrapped);
    }

    private Combo coordinate(Composite parent, String help) {
        Combo choice = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setToolTipText(help);
        choice.addListener(
                SWT.Selection,
                event -> shown.ifPresent(tokens -> {
                    canvas.fit();
                    draw(tokens);
                }));
        return choice;
    }

    /** Shows what a look at the experiment has found. */
    void show(ExperimentPreview found) {
        shown = found.tokens();
        drawings++; // what is still drawn is of tokens before
        int dimension = shown.map(Tokens::dimension).orElse(0);
        if (across.getItemCount() != dimension) {
            String[] names = IntStream.range(0, dimension)
                    .mapToObj(Projection::coordinate)
                    .toArray(String[]::new);
            across.setItems(names);
            up.setItems(names);
            across.select(0);
            up.select(Math.min(1, dimension - 1));
        }
        across.setEnabled(dimension > PLANE);
        up.setEnabled(dimension > PLANE);
        across.getParent().requestLayout();
        refresh();
        shown.ifPresentOrElse(
                tokens -> {
                    canvas.setNames(token -> TokenName.of(tokens, token));
                    if (dimension > PLANE) {
                        draw(tokens);
                    } else {
                        found.plane().ifPresentOrElse(canvas::show, canvas::clear);
                    }
                },
                canvas::clear);
    }

    @Override
    public void refresh() {
        boolean isMany = shown.map(Tokens::count).orElse(0) > MOST_EXPLICIT;
        hint.setText(list().isPresent() ? Texts.planeHint : isMany ? Texts.planeMany : Texts.planeGenerated);
        explicit.setVisible(list().isEmpty());
        explicit.setEnabled(shown.isPresent() && !isMany);
        hint.requestLayout();
    }

    private Projection projection(Tokens tokens) {
        return switch (tokens.dimension()) {
            case 1 -> Projection.line();
            default -> Projection.coordinates(tokens.dimension(), across.getSelectionIndex(), up.getSelectionIndex());
        };
    }

    private void draw(Tokens tokens) {
        if (tokens.dimension() > 1 && across.getSelectionIndex() == up.getSelectionIndex()) {
            up.select((across.getSelectionIndex() + 1) % tokens.dimension());
        }
        Projection projection = projection(tokens);
        int number = ++drawings;
        if (tokens.count() <= MOST_DRAGGED) {
            canvas.show(TokenPreview.of(tokens, projection));
            return;
        }
        Display display = canvas.getDisplay();
        Job.createSystem(Texts.inThePlane, (ICoreRunnable) monitor -> {
                    Panel panel = TokenPreview.of(tokens, projection);
                    if (!display.isDisposed()) {
                        display.asyncExec(() -> showIfLast(number, panel));
                    }
                })
                .schedule();
    }

    private void showIfLast(int number, Panel panel) {
        if (number == drawings && !canvas.isDisposed()) {
            canvas.show(panel);
        }
    }

    private Optional<TokenList> list() {
        return document.experiment().getTokens() instanceof TokenList list ? Optional.of(list) : Optional.empty();
    }

    /** The list, if it is what is drawn. */
    private Optional<TokenList> drawnList() {
        int count = shown.map(Tokens::count).orElse(0);
        return list().filter(list -> list.getTokens().size() == count);
    }

    @Override
    public boolean canTake(int token) {
        return drawnList()
                .filter(list -> list.getTokens().size() <= MOST_DRAGGED)
                .isPresent();
    }

    @Override
    public void takeTo(int token, double x, double y) {
        Tokens before = shown.orElseThrow();
        double[] rows = before.rows().clone();
        int at = token * before.dimension();
        rows[at + across.getSelectionIndex()] = Double.parseDouble(number(x));
        if (before.dimension() > 1) {
            rows[at + up.getSelectionIndex()] = Double.parseDouble(number(y));
        }
        Tokens moved = Tokens.ofRows(before.count(), before.dimension(), rows);
        shown = Optional.of(moved);
        dragged = token;
        canvas.setNames(each -> TokenName.of(moved, each));
        draw(moved);
    }

    /** The dragged token gets its coordinates; those that are not seen stay as they are written. */
    private void dropped() {
        if (dragged == TokenCanvas.NONE) {
            return;
        }
        int token = dragged;
        dragged = TokenCanvas.NONE;
        drawnList().ifPresent(list -> {
            Tokens moved = shown.orElseThrow();
            Token element = list.getTokens().get(token);
            String[] written = element.getAt().strip().split("\\s+");
            for (int k : moved.dimension() == 1
                    ? new int[] {0}
                    : new int[] {across.getSelectionIndex(), up.getSelectionIndex()}) {
                written[k] = written(moved.get(token, k));
            }
            document.set(element, Literals.TOKEN__AT, String.join(" ", written));
        });
    }

    @Override
    public boolean putsAt(double x, double y) {
        int dimension = shown.map(Tokens::dimension).orElse(PLANE);
        Optional<TokenList> list = drawnList();
        list.ifPresent(tokens -> {
            String[] at = new String[dimension];
            Arrays.fill(at, "0");
            at[Math.max(0, across.getSelectionIndex())] = number(x);
            if (dimension > 1) {
                at[up.getSelectionIndex() < 0 ? 1 : up.getSelectionIndex()] = number(y);
            }
            Token token = ElementKind.token(String.join(" ", at));
            document.commands()
                    .execute(AddCommand.create(document.domain(), tokens, Literals.TOKEN_LIST__TOKENS, token));
        });
        return list.isPresent();
    }

    private void pressed(Event event) {
        int token = canvas.selectedToken();
        if (event.keyCode == SWT.DEL && token != TokenCanvas.NONE) {
            drawnList().ifPresent(list -> {
                canvas.setSelectedTokens(List.of());
                List<Token> gone = List.of(list.getTokens().get(token));
                document.commands()
                        .execute(RemoveCommand.create(document.domain(), list, Literals.TOKEN_LIST__TOKENS, gone));
            });
        }
    }

    /** Exactly the tokens that are drawn, each written so that reading it gives the same bits. */
    private void makeExplicit() {
        Tokens tokens = shown.orElseThrow();
        TokenList list = ExperimentFactory.eINSTANCE.createTokenList();
        for (int i = 0; i < tokens.count(); i++) {
            String[] at = new String[tokens.dimension()];
            for (int k = 0; k < at.length; k++) {
                at[k] = written(tokens.get(i, k));
            }
            list.getTokens().add(ElementKind.token(String.join(" ", at)));
        }
        document.set(document.experiment(), Literals.EXPERIMENT__TOKENS, list);
    }

    private static String written(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A coordinate with no more digits than a pixel has. */
    private String number(double value) {
        BigDecimal pixel = new BigDecimal(Math.abs(canvas.dataX(1) - canvas.dataX(0)));
        int digits = pixel.scale() - pixel.precision() + 1;
        return BigDecimal.valueOf(value)
                .setScale(Math.max(digits, 0), RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
