package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.localmax.ui.plots.LatestWorker;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.ActiveRun;
import org.localmax.ui.run.OpenState;
import org.localmax.ui.run.OpenTokens;

/** Shows the selected token of the run or live simulation in front: whom it attends to and why, and what other parameters would change. */
public final class InspectorView extends ViewPart {

    public static final String ID = "org.localmax.ui.inspector";

    private static final Map<String, Function<InspectedToken, String>> FACTS = facts();

    private static final int MARGIN = 5;

    private final StackLayout stack = new StackLayout();
    private Composite area;
    private Label message;
    private Composite page;
    private Label title;
    private final Map<String, Label> facts = new LinkedHashMap<>();
    private TurningSliders sliders;
    private AttentionBar row;
    private CTabFolder tabs;
    private NeighbourTable neighbours;
    private EventTable events;
    private Button entry;
    private Label answer;
    private LatestWorker<InspectionWish, InspectionWish.Result> worker;
    private LatestWorker<Entry.Wish, Entry> entries;
    private ActiveRun active;
    private final IntConsumer pointed = this::point;
    private Optional<OpenTokens> followed = Optional.empty();
    private Optional<InspectionWish> wished = Optional.empty();
    private Optional<InspectedToken> shown = Optional.empty();

    private static Map<String, Function<InspectedToken, String>> facts() {
        Map<String, Function<InspectedToken, String>> facts = new LinkedHashMap<>();
        facts.put("x", InspectedToken::position);
        facts.put(Texts.next, InspectedToken::next);
        facts.put(Texts.strip, InspectedToken::strip);
        facts.put("|C|", InspectedToken::neighbours);
        facts.put(Texts.ownWeight, InspectedToken::selfWeight);
        facts.put(Texts.margin, InspectedToken::margin);
        facts.put("|m \u2212 x|", InspectedToken::pull);
        facts.put(Texts.limit, InspectedToken::limit);
        facts.put(Texts.gap, InspectedToken::gap);
        return facts;
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        stack.marginWidth = MARGIN;
        stack.marginHeight = MARGIN;
        area.setLayout(stack);
        message = new Label(area, SWT.WRAP);
        page = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 3).applyTo(page);
        createFacts();
        sliders = new TurningSliders(page, this::look, this::keep);
        wide(sliders.control());
        createRow();
        createEntry();
        worker = new LatestWorker<>(area, InspectionWish::look, this::show);
        entries = new LatestWorker<>(area, Entry.Wish::find, this::tellEntry);
        active = new ActiveRun(getSite().getPage(), this::follow);
        follow();
    }

    private void createFacts() {
        title = new Label(page, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        wide(title);
        FACTS.keySet().forEach(name -> {
            new Label(page, SWT.NONE).setText(name);
            Label value = new Label(page, SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
            facts.put(name, value);
        });
    }

    private void createRow() {
        row = new AttentionBar(page, this::choose, this::hover);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(200, AttentionBar.height())
                .applyTo(row.control());
        tabs = new CTabFolder(page, SWT.TOP | SWT.FLAT);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(200, 150)
                .applyTo(tabs);
        neighbours = new NeighbourTable(tabs, this::hover);
        neighbours.control().addListener(SWT.Selection, event -> enable());
        events = new EventTable(tabs, width -> sliders.turnParameter(width));
        tab(Texts.neighboursTab, Texts.neighbours, neighbours.control());
        tabs.setSelection(0);
    }

    private void tab(String name, String hint, Control content) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(name);
        tab.setToolTipText(hint);
        tab.setControl(content);
    }

    /** The widths at which the set changes have a tab where there are any. */
    private void showEvents(InspectedToken token) {
        boolean hasEvents = !token.actual().events().isEmpty();
        events.show(token);
        if (hasEvents && tabs.getItemCount() == 1) {
            tab(Texts.eventsTab, Texts.events, events.control());
        } else if (!hasEvents && tabs.getItemCount() == 2) {
            tabs.getItem(1).dispose();
        }
    }

    private void createEntry() {
        entry = new Button(page, SWT.PUSH);
        entry.setText(Texts.whenEntered);
        entry.setToolTipText(Texts.whenEnteredHint);
        entry.addListener(SWT.Selection, event -> goToEntry());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(entry);
        answer = new Label(page, SWT.WRAP);
        wide(answer);
    }

    private static void wide(Control control) {
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(control);
    }

    /** Looks at the token that is selected now. */
    private void follow() {
        if (active != null && !area.isDisposed()) {
            look();
        }
    }

    private void look() {
        Optional<OpenTokens> front = active.tokens();
        if (!front.equals(followed)) {
            leave();
            followed = front;
            followed.ifPresent(open -> open.onHover(pointed));
        }
        Optional<OpenTokens> chosen = front.filter(open -> open.token() != TokenCanvas.NONE);
        Optional<OpenState> state = chosen.flatMap(OpenTokens::state);
        if (state.isEmpty()) {
            wished = Optional.empty();
            shown = Optional.empty();
            leave();
            say(Texts.empty);
            return;
        }
        InspectionWish wish = new InspectionWish(state.get(), chosen.get().token(), sliders.turned());
        if (!wished.equals(Optional.of(wish))) {
            if (wished.filter(before -> before.token() == wish.token()).isEmpty()) {
                answer.setText("");
            }
            wished = Optional.of(wish);
            worker.request(wish);
        }
    }

    /** Nothing is turned or chosen any more, in the view of the tokens neither. */
    private void leave() {
        sliders.forget();
        neighbours.clear();
        followed.ifPresent(open -> open.turn(Optional.empty()));
    }

    /** The pointer is at a token in a view beside this. */
    private void point(int token) {
        if (!area.isDisposed()) {
            neighbours.point(token);
            row.point(token);
        }
    }

    /** The pointer is at a token here. */
    private void hover(int token) {
        active.tokens().ifPresent(open -> open.hover(token));
    }

    private void say(String text) {
        message.setText(text.replace("&", "&&"));
        bring(message);
    }

    private void bring(Control control) {
        stack.topControl = control;
        area.layout();
    }

    private void show(InspectionWish.Result result) {
        if (!wished.equals(Optional.of(result.wish()))) {
            return;
        }
        shown = result.found();
        shown.ifPresentOrElse(this::show, () -> say(Texts.name(Texts.cannotBeSeen, result.failure())));
    }

    private void show(InspectedToken token) {
        title.setText(token.title());
        facts.forEach((name, label) -> {
            String fact = FACTS.get(name).apply(token);
            label.setText(fact);
            label.setToolTipText(fact);
        });
        sliders.show(token);
        row.show(token);
        neighbours.show(token);
        showEvents(token);
        enable();
        page.layout(true, true);
        bring(page);
        active.tokens().ifPresent(open -> {
            open.mark(Arrays.stream(token.shown().row().neighbours()).boxed().toList());
            open.turn(token.turned()
                    .filter(other -> sliders.turned().parameter().isPresent())
                    .map(other -> other.attention().dynamics()));
        });
    }

    private void choose(int token) {
        neighbours.choose(token);
        tabs.setSelection(0);
        enable();
    }

    private void enable() {
        entry.setEnabled(neighbours.neighbour().isPresent());
    }

    /** Keeps what is turned as an experiment in which it holds from a step on. */
    private void keep(long from) {
        Optional<OpenTokens> open = active.tokens();
        if (open.isPresent() && shown.isPresent()) {
            VariantFile.write(
                    getSite().getPage(),
                    new LocalmaxProject(open.get().file().getProject()),
                    shown.get().plan(),
                    sliders.turned(),
                    from);
        }
    }

    private void goToEntry() {
        OptionalInt neighbour = neighbours.neighbour();
        if (wished.isPresent() && neighbour.isPresent()) {
            entries.request(new Entry.Wish(wished.get(), neighbour.getAsInt()));
        }
    }

    private void tellEntry(Entry told) {
        answer.setText(told.text());
        answer.requestLayout();
        if (told.step().isPresent()) {
            List<Integer> both =
                    List.of(told.wish().token().token(), told.wish().neighbour());
            active.tokens().ifPresent(open -> open.show(told.step().getAsLong(), both));
        }
    }

    @Override
    public void setFocus() {
        neighbours.control().setFocus();
    }

    @Override
    public void dispose() {
        if (active != null) {
            leave();
            active.dispose();
        }
        super.dispose();
    }
}
