package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.localmax.analysis.inspection.Candidate;
import org.localmax.data.DataException;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.ui.plots.LatestWorker;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.ActiveRun;
import org.localmax.ui.run.OpenRun;

/** Shows the selected token of the run in front: whom it attends to and why, and what another parameter would change. */
public final class InspectorView extends ViewPart {

    public static final String ID = "org.localmax.ui.inspector";

    private static final String EMPTY =
            "Click a token of a run: here is whom it attends to, why, and at which width of the strip that changes.";

    private static final Map<String, Function<InspectedToken, String>> FACTS = facts();

    private final InspectedRun inspected = new InspectedRun();
    private final StackLayout stack = new StackLayout();
    private Composite area;
    private Label message;
    private Composite page;
    private Label title;
    private final Map<String, Label> facts = new LinkedHashMap<>();
    private ParameterSlider slider;
    private Label change;
    private Composite keeping;
    private NeighbourTable neighbours;
    private Button entry;
    private Label answer;
    private Button widen;
    private LatestWorker<InspectedRun.Wish, InspectedRun.Result> worker;
    private LatestWorker<EntryWish, EntryAnswer> entries;
    private ActiveRun active;
    private Optional<InspectedRun.Wish> wished = Optional.empty();
    private Optional<InspectedToken> shown = Optional.empty();

    /** A neighbour of which it is asked when it came in. */
    private record EntryWish(InspectedRun.Wish token, int neighbour) {}

    /** When it did: t, if it ever does, and the answer in words. */
    private record EntryAnswer(EntryWish wish, OptionalLong step, String text) {}

    private static Map<String, Function<InspectedToken, String>> facts() {
        Map<String, Function<InspectedToken, String>> facts = new LinkedHashMap<>();
        facts.put("x", InspectedToken::position);
        facts.put("|C|", InspectedToken::neighbours);
        facts.put("own weight", InspectedToken::selfWeight);
        facts.put("margin", InspectedToken::margin);
        facts.put("|m \u2212 x|", InspectedToken::pull);
        facts.put("limit", InspectedToken::limit);
        return facts;
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(stack);
        message = new Label(area, SWT.WRAP);
        page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        title = new Label(page, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        wide(title);
        FACTS.keySet().forEach(name -> {
            new Label(page, SWT.NONE).setText(name);
            Label value = new Label(page, SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
            facts.put(name, value);
        });
        slider = new ParameterSlider(page, this::look);
        wide(slider.control());
        change = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .applyTo(change);
        keeping = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(keeping);
        wide(keeping);
        button(
                keeping,
                "Change from Here On",
                "A new experiment in which it has this value from this step on",
                () -> keep(step()));
        button(keeping, "New Variant", "A new experiment in which it has this value all the time", () -> keep(0));
        neighbours = new NeighbourTable(page);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(200, 120)
                .applyTo(neighbours.control());
        neighbours.control().addListener(SWT.Selection, event -> enable());
        Composite causes = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(causes);
        wide(causes);
        entry = button(
                causes,
                "When Did It Enter?",
                "Goes to the step at which the chosen token became a neighbour",
                this::goToEntry);
        widen = button(
                causes,
                "Widen to Here",
                "Turns the width to where the chosen token comes in",
                () -> slider.choose(neighbours.chosenLag()));
        answer = new Label(page, SWT.WRAP);
        wide(answer);
        worker = new LatestWorker<>(area, inspected::look, this::show);
        entries = new LatestWorker<>(area, this::findEntry, this::tellEntry);
        active = new ActiveRun(getSite().getPage(), this::follow);
        follow();
    }

    private static void wide(Control control) {
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(control);
    }

    private static Button button(Composite parent, String text, String hint, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(hint);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Looks at the token that is selected now. */
    private void follow() {
        if (active != null && !area.isDisposed()) {
            look();
        }
    }

    private void look() {
        Optional<OpenRun> run = active.run().filter(open -> open.token() != TokenCanvas.NONE);
        if (run.isEmpty()) {
            wished = Optional.empty();
            shown = Optional.empty();
            slider.forget();
            say(EMPTY);
            return;
        }
        OpenRun open = run.get();
        InspectedRun.Wish wish = new InspectedRun.Wish(open.capsule(), open.record(), open.token(), slider.value());
        if (!wished.equals(Optional.of(wish))) {
            wished = Optional.of(wish);
            worker.request(wish);
        }
    }

    private void say(String text) {
        message.setText(text);
        bring(message);
    }

    private void bring(Control control) {
        stack.topControl = control;
        area.layout();
    }

    private void show(InspectedRun.Result result) {
        if (!wished.equals(Optional.of(result.wish()))) {
            return;
        }
        shown = result.found();
        shown.ifPresentOrElse(this::show, () -> say("This token cannot be looked at.\n\n" + result.failure()));
    }

    private void show(InspectedToken token) {
        title.setText(token.title());
        facts.forEach((name, label) -> label.setText(FACTS.get(name).apply(token)));
        boolean turns = token.parameter().isPresent();
        visible(slider.control(), turns);
        visible(change, token.turned().isPresent());
        visible(keeping, token.turned().isPresent());
        token.parameter().ifPresent(parameter -> slider.show(parameter, token.value(), greatest(token)));
        change.setText(token.change());
        neighbours.show(token);
        enable();
        page.layout(true, true);
        bring(page);
        active.run()
                .ifPresent(run -> run.mark(
                        Arrays.stream(token.shown().row().neighbours()).boxed().toList()));
    }

    /** Up to where the slider goes: until all are neighbours, or four times the value of the run. */
    private static double greatest(InspectedToken token) {
        List<Candidate> candidates = token.actual().candidates();
        boolean isStrip = !token.actual().events().isEmpty();
        double value = token.value();
        double finite = Double.isInfinite(value) ? 0 : value;
        return isStrip ? Math.max(1.05 * candidates.getLast().lag(), finite) : Math.max(4 * finite, 10);
    }

    private static void visible(Control control, boolean isVisible) {
        control.setVisible(isVisible);
        ((GridData) control.getLayoutData()).exclude = !isVisible;
    }

    private void enable() {
        boolean isChosen = neighbours.neighbour().isPresent();
        entry.setEnabled(isChosen);
        widen.setEnabled(
                isChosen && shown.isPresent() && !shown.get().actual().events().isEmpty());
    }

    private long step() {
        return shown.map(token -> token.actual().attention().state().t()).orElse(0L);
    }

    private void keep(long from) {
        Optional<OpenRun> run = active.run();
        if (run.isPresent() && shown.isPresent() && slider.value().isPresent()) {
            VariantFile.write(
                    getSite().getPage(),
                    new LocalmaxProject(run.get().file().getProject()),
                    shown.get().plan(),
                    shown.get().parameter().orElseThrow(),
                    from,
                    slider.value().getAsDouble());
        }
    }

    private void goToEntry() {
        OptionalInt neighbour = neighbours.neighbour();
        if (wished.isPresent() && neighbour.isPresent()) {
            entries.request(new EntryWish(wished.get(), neighbour.getAsInt()));
        }
    }

    private EntryAnswer findEntry(EntryWish wish) {
        try {
            return answer(wish, inspected.entry(wish.token(), wish.neighbour()));
        } catch (DataException e) {
            return new EntryAnswer(wish, OptionalLong.empty(), e.getMessage());
        }
    }

    private EntryAnswer answer(EntryWish wish, NeighbourEntry found) {
        String who = "Token " + wish.neighbour();
        if (found.record().isEmpty()) {
            return new EntryAnswer(wish, OptionalLong.empty(), who + " is no neighbour from here on.");
        }
        long step = inspected.step(found.record().getAsInt());
        String when = step == 0 ? " from the start." : " since step " + step + ".";
        String text = found.since()
                ? who + " has been a neighbour" + when
                : who + " becomes a neighbour at step " + step + ".";
        return new EntryAnswer(wish, OptionalLong.of(step), text);
    }

    private void tellEntry(EntryAnswer told) {
        answer.setText(told.text());
        answer.requestLayout();
        if (told.step().isPresent()) {
            List<Integer> both =
                    List.of(told.wish().token().token(), told.wish().neighbour());
            active.run().ifPresent(run -> run.show(told.step().getAsLong(), both));
        }
    }

    @Override
    public void setFocus() {
        neighbours.control().setFocus();
    }

    @Override
    public void dispose() {
        if (active != null) {
            active.dispose();
        }
        inspected.close();
        super.dispose();
    }
}
