package org.localmax.ui.editor;

import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.QueryKeyInteraction;
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
            new ElementKind(Literals.TOKEN_LIST, "Given one by one", "The tokens of the table below, in that order."),
            new ElementKind(
                    Literals.TOKEN_FILE,
                    "From a file",
                    "A CSV or NPY file, one row a token; relative to the experiment."),
            new ElementKind(Literals.BALL_TOKENS, "Uniform in a ball", "Uniform in a ball around the origin."),
            new ElementKind(Literals.BOX_TOKENS, "Uniform in a box", "Uniform in [-h, h]^d, h the half width."),
            new ElementKind(Literals.SPHERE_TOKENS, "Uniform on a sphere", "Uniform on a sphere around the origin."),
            new ElementKind(Literals.GAUSSIAN_TOKENS, "Gaussian", "Independent centred Gaussian coordinates."),
            new ElementKind(
                    Literals.POLYGON_TOKENS,
                    "Polygon",
                    "Corners of a convex polygon, then tokens uniform in it. Without corners of your own: a regular one."));

    static final List<ElementKind> RULES = List.of(
            new ElementKind(
                    Literals.LOCALMAX_RULE,
                    "Localmax",
                    "Towards the mean of all tokens within a strip of width delta below the best score."),
            new ElementKind(Literals.HARDMAX_RULE, "Hardmax", "Towards the mean of the tokens with the best score."),
            new ElementKind(Literals.SOFTMAX_RULE, "Softmax", "Weights proportional to exp(beta g)."),
            new ElementKind(
                    Literals.FRANK_WOLFE_RULE,
                    "Frank\u2013Wolfe",
                    "Towards the point of the hull that the linear oracle names."),
            new ElementKind(
                    Literals.HEGSELMANN_KRAUSE_RULE,
                    "Hegselmann\u2013Krause",
                    "Towards the mean of all tokens within a ball: bounded confidence."),
            new ElementKind(
                    Literals.SPARSEMAX_RULE,
                    "Sparsemax",
                    "Weights max(beta g - tau, 0) that add up to 1: few tokens count."),
            new ElementKind(
                    Literals.ENTMAX_RULE,
                    "Entmax",
                    "Between softmax (alpha = 1) and sparsemax (alpha = 2), and beyond."),
            new ElementKind(
                    Literals.TOP_KRULE,
                    "Top-k",
                    "Softmax over the k tokens of greatest score; beta = 0: equal weights."),
            new ElementKind(
                    Literals.SAMPLED_SOFTMAX_RULE,
                    "Sampled softmax",
                    "Towards one other token, drawn at each step with the probabilities of softmax."),
            new ElementKind(
                    Literals.SELF_ADJUSTED_SOFTMAX_RULE,
                    "Self-adjusted softmax",
                    "Weights z softmax(z), z = beta g, that do not add up to 1: tokens may leave the hull."),
            new ElementKind(
                    Literals.SECOND_MELLOWMAX_RULE,
                    "SM2",
                    "The gradient of the soft mellowmax, with a = 0 of mellowmax; weights may be negative, and tokens leave the hull."),
            new ElementKind(
                    Literals.FORMULA_RULE,
                    "Formula",
                    "Weights by a formula in g, M, s, beta, delta, alpha, t, i and j, divided by their sum."));

    static final List<ElementKind> AXES = List.of(
            new ElementKind(Literals.LIST_AXIS, "List", "Values one by one, separated by blanks: numbers or words."),
            new ElementKind(
                    Literals.RANGE_AXIS,
                    "Range",
                    "So many numbers between two ends, in equal steps or, with log, in equal ratios."),
            new ElementKind(
                    Literals.FORMULA_AXIS,
                    "Formula",
                    "A number that follows from other axes, by a formula in their names."),
            new ElementKind(
                    Literals.COLUMN_AXIS,
                    "Column of a file",
                    "A column of a CSV file; axes of one file go through its rows together."));

    static final List<ElementKind> INTERACTIONS = List.of(
            new ElementKind(
                    Literals.MATRIX_INTERACTION,
                    "Matrix A",
                    "A given directly: rows separated by semicolons, entries by blanks, or a file."),
            new ElementKind(Literals.QUERY_KEY_INTERACTION, "Query and key", "A = K\u1d40 Q."));

    /** The kind of an element among these. */
    static ElementKind of(EObject element, List<ElementKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.type() == element.eClass())
                .findFirst()
                .orElseThrow();
    }

    /** What the first element of this kind is called. */
    String name() {
        return type.getEAllSuperTypes().contains(Literals.AXIS)
                ? "axis"
                : label.toLowerCase(Locale.ROOT).replace('\u2013', '-').replace(' ', '-');
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
