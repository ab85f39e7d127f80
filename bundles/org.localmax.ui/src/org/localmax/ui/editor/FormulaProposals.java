package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.localmax.experiments.Formula;
import org.localmax.model.ExperimentPackage.Literals;

/** What can stand at the caret of a formula: its variables and the functions of the formula language, with Ctrl+Space. */
final class FormulaProposals implements IContentProposalProvider {

    /**
     * A name of the formula language.
     *
     * @param text what is put in
     * @param meaning what it stands for
     */
    record Name(String text, String meaning) {}

    private final List<Name> names;

    private FormulaProposals(List<Name> names) {
        this.names = names;
    }

    /** The names in formulas of an attribute; none if it is no formula. */
    static List<Name> namesFor(EAttribute attribute) {
        List<Name> names = new ArrayList<>();
        if (attribute == Literals.FORMULA_RULE__WEIGHT) {
            for (String variable : List.of("g", "M", "s", "beta", "delta", "alpha", "t", "i", "j")) {
                names.add(new Name(variable, Texts.proposalVariable));
            }
        } else if (attribute.getName().equals("delta") || attribute.getName().equals("beta")) {
            names.add(new Name("t", Texts.proposalStep));
        } else if (attribute != Literals.SWEEP__CONDITION && attribute != Literals.FORMULA_AXIS__FORMULA) {
            return List.of();
        }
        addLanguage(names);
        return names;
    }

    /** The names in a formula of the step. */
    static List<Name> ofStep() {
        List<Name> names = new ArrayList<>(List.of(new Name("t", Texts.proposalStep)));
        addLanguage(names);
        return names;
    }

    private static void addLanguage(List<Name> names) {
        for (String constant : List.of("pi", "e", "inf")) {
            names.add(new Name(constant, Texts.proposalConstant));
        }
        new TreeMap<>(Formula.functions()).forEach((name, count) -> names.add(new Name(name + "(", meaning(count))));
    }

    private static String meaning(int count) {
        return count == 1
                ? Texts.proposalUnary
                : count > 1 ? Texts.name(Texts.proposalFunction, count) : Texts.proposalAny;
    }

    /** Offers names in a field whenever Ctrl+Space is pressed there. */
    static void offer(Text field, List<Name> names) {
        ContentProposalAdapter adapter = new ContentProposalAdapter(
                field,
                new TextContentAdapter() {
                    @Override
                    public void insertControlContents(
                            org.eclipse.swt.widgets.Control control, String text, int cursor) {
                        Text typed = (Text) control;
                        int caret = typed.getCaretPosition();
                        typed.setSelection(caret - begun(typed.getText(), caret).length(), caret);
                        typed.insert(text);
                    }
                },
                new FormulaProposals(names),
                KeyStroke.getInstance(SWT.MOD1, ' '),
                null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
    }

    /** The part of a name that stands before the caret. */
    static String begun(String text, int caret) {
        int from = caret;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '_')) {
            from--;
        }
        while (from < caret && Character.isDigit(text.charAt(from))) {
            from++;
        }
        return text.substring(from, caret);
    }

    @Override
    public IContentProposal[] getProposals(String contents, int position) {
        String begun = begun(contents, position).toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.text().toLowerCase(Locale.ROOT).startsWith(begun))
                .map(name -> new ContentProposal(
                        name.text(), Texts.name(Texts.proposalLine, name.text(), name.meaning()), null))
                .toArray(IContentProposal[]::new);
    }
}
