package org.localmax.ui.fixes;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ListDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.localmax.experiments.Problem;
import org.localmax.model.Experiment;
import org.localmax.ui.editor.ExperimentEditor;

/** Offers what mends the experiment in the editor in front as it is now, saved or not. */
public final class OfferFixes extends AbstractHandler {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 8;

    /**
     * A fix beside what it mends.
     *
     * @param problem what it mends
     */
    private record Offer(Fix fix, Problem problem) {

        @Override
        public String toString() {
            return Texts.name(Texts.offer, fix.label(), problem);
        }
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditor(event) instanceof ExperimentEditor editor
                && editor.getEditorInput() instanceof FileEditorInput input) {
            List<Problem> problems = editor.problems();
            List<Offer> offers = problems.stream()
                    .flatMap(problem -> ProblemFixes.of(marked(input.getFile(), problem)).stream()
                            .map(fix -> new Offer(fix, problem)))
                    .toList();
            chosen(HandlerUtil.getActiveShellChecked(event), problems, offers)
                    .ifPresent(offer -> new Resolution(offer.fix(), 0).run(input.getFile()));
        }
        return null;
    }

    private static MarkedProblem marked(IFile file, Problem problem) {
        return new MarkedProblem(
                file,
                (Experiment) EcoreUtil.getRootContainer(problem.element()),
                problem.element(),
                Optional.ofNullable(problem.feature()),
                problem.message());
    }

    private static Optional<Offer> chosen(Shell shell, List<Problem> problems, List<Offer> offers) {
        ListDialog dialog = new ListDialog(shell);
        dialog.setTitle(Texts.quickFix);
        dialog.setMessage(
                problems.isEmpty()
                        ? Texts.nothingWrong
                        : offers.isEmpty() ? Texts.name(Texts.noFix, problems.getFirst()) : Texts.choose);
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(new LabelProvider());
        dialog.setWidthInChars(WIDTH);
        dialog.setHeightInChars(HEIGHT);
        dialog.setInput(offers);
        dialog.setInitialElementSelections(offers.stream().limit(1).toList());
        return dialog.open() == Window.OK && dialog.getResult().length > 0
                ? Optional.of((Offer) dialog.getResult()[0])
                : Optional.empty();
    }
}
