package org.localmax.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.FormulaObservable;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.QueryKeyInteraction;
import org.localmax.model.Sweep;
import org.localmax.model.Token;
import org.localmax.model.TokenList;

/**
 * A kind of element that a user can choose.
 *
 * @param type its class in the model
 * @param label its name in lists
 * @param hint what it is, in a line
 */
record ElementKind(EClass type, String label, String hint) {

    static final List<ElementKind> TOKENS = List.of(
            new ElementKind(Literals.TOKEN_LIST, Texts.kindTokenList, Texts.kindTokenListHint),
            new ElementKind(Literals.TOKEN_FILE, Texts.kindTokenFile, Texts.kindTokenFileHint),
            new ElementKind(Literals.BALL_TOKENS, Texts.kindBall, Texts.kindBallHint),
            new ElementKind(Literals.BOX_TOKENS, Texts.kindBox, Texts.kindBoxHint),
            new ElementKind(Literals.SPHERE_TOKENS, Texts.kindSphere, Texts.kindSphereHint),
            new ElementKind(Literals.GAUSSIAN_TOKENS, Texts.kindGaussian, Texts.kindGaussianHint),
            new ElementKind(Literals.POLYGON_TOKENS, Texts.kindPolygon, Texts.kindPolygonHint));

    static final List<ElementKind> RULES = List.of(
            new ElementKind(Literals.LOCALMAX_RULE, Texts.kindLocalmax, Texts.kindLocalmaxHint),
            new ElementKind(Literals.HARDMAX_RULE, Texts.kindHardmax, Texts.kindHardmaxHint),
            new ElementKind(Literals.SOFTMAX_RULE, Texts.kindSoftmax, Texts.kindSoftmaxHint),
            new ElementKind(Literals.FRANK_WOLFE_RULE, Texts.kindFrankWolfe, Texts.kindFrankWolfeHint),
            new ElementKind(
                    Literals.HEGSELMANN_KRAUSE_RULE, Texts.kindHegselmannKrause, Texts.kindHegselmannKrauseHint),
            new ElementKind(Literals.SPARSEMAX_RULE, Texts.kindSparsemax, Texts.kindSparsemaxHint),
            new ElementKind(Literals.ENTMAX_RULE, Texts.kindEntmax, Texts.kindEntmaxHint),
            new ElementKind(Literals.TOP_KRULE, Texts.kindTopK, Texts.kindTopKHint),
            new ElementKind(Literals.SAMPLED_SOFTMAX_RULE, Texts.kindSampledSoftmax, Texts.kindSampledSoftmaxHint),
            new ElementKind(
                    Literals.SELF_ADJUSTED_SOFTMAX_RULE,
                    Texts.kindSelfAdjustedSoftmax,
                    Texts.kindSelfAdjustedSoftmaxHint),
            new ElementKind(Literals.SECOND_MELLOWMAX_RULE, Texts.kindSecondMellowmax, Texts.kindSecondMellowmaxHint),
            new ElementKind(Literals.FORMULA_RULE, Texts.kindFormula, Texts.kindFormulaHint));

    static final List<ElementKind> AXES = List.of(
            new ElementKind(Literals.LIST_AXIS, Texts.kindListAxis, Texts.kindListAxisHint),
            new ElementKind(Literals.RANGE_AXIS, Texts.kindRangeAxis, Texts.kindRangeAxisHint),
            new ElementKind(Literals.FORMULA_AXIS, Texts.kindFormulaAxis, Texts.kindFormulaAxisHint),
            new ElementKind(Literals.COLUMN_AXIS, Texts.kindColumnAxis, Texts.kindColumnAxisHint));

    static final List<ElementKind> INTERACTIONS = List.of(
            new ElementKind(Literals.MATRIX_INTERACTION, Texts.kindMatrix, Texts.kindMatrixHint),
            new ElementKind(Literals.QUERY_KEY_INTERACTION, Texts.kindQueryKey, Texts.kindQueryKeyHint));

    /** The kind of an element among these. */
    static ElementKind of(EObject element, List<ElementKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.type() == element.eClass())
                .findFirst()
                .orElseThrow();
    }

    /** What an element of an experiment is, in a word or two. */
    static String label(EObject element) {
        return switch (element) {
            case Experiment _ -> Texts.experiment;
            case Sweep _ -> Texts.sweep;
            case FormulaObservable _ -> Texts.observable;
            default ->
                of(
                                element,
                                Stream.of(TOKENS, RULES, AXES, INTERACTIONS)
                                        .flatMap(List::stream)
                                        .toList())
                        .label();
        };
    }

    /** What the first element of this kind is called; the same in every language. */
    String name() {
        return type.getEAllSuperTypes().contains(Literals.AXIS)
                ? "axis"
                : type.getName()
                        .replaceFirst(Literals.RULE.getName() + "$", "")
                        .replaceAll("(?<=.)([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    /** A new element of this kind that is valid as far as can be known. */
    EObject create() {
        EObject created = EcoreUtil.create(type);
        switch (created) {
            case MatrixInteraction interaction -> interaction.setMatrix(identity());
            case QueryKeyInteraction interaction -> {
                interaction.setQuery(identity());
                interaction.setKey(identity());
            }
            case TokenList list -> {
                list.getTokens().add(token("0 0"));
                list.getTokens().add(token("1 0"));
                list.getTokens().add(token("0 1"));
            }
            case LocalmaxRule rule -> rule.setDelta("1/2");
            default -> {
                // its defaults are valid
            }
        }
        return created;
    }

    /** A new element of this kind with what it has in common with another: count, seed, dimension and the like. */
    EObject createLike(EObject other) {
        EObject created = create();
        for (EAttribute attribute : type.getEAllAttributes()) {
            EStructuralFeature same = other.eClass().getEStructuralFeature(attribute.getName());
            if (same instanceof EAttribute && same.getEType() == attribute.getEType() && other.eIsSet(same)) {
                created.eSet(attribute, other.eGet(same));
            }
        }
        return created;
    }

    private static Matrix identity() {
        Matrix matrix = ExperimentFactory.eINSTANCE.createMatrix();
        matrix.setValues("1 0; 0 1");
        return matrix;
    }

    static Token token(String at) {
        Token token = ExperimentFactory.eINSTANCE.createToken();
        token.setAt(at);
        return token;
    }
}
