package org.localmax.ui.wizards;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Token;
import org.localmax.model.TokenList;
import org.localmax.model.TokenSource;

/** Kinds of tokens that make a valid experiment at once. */
enum TokenKind {
    BALL(Literals.BALL_TOKENS, Texts.tokensInBall),
    BOX(Literals.BOX_TOKENS, Texts.tokensInBox),
    SPHERE(Literals.SPHERE_TOKENS, Texts.tokensOnSphere),
    GAUSSIAN(Literals.GAUSSIAN_TOKENS, Texts.tokensGaussian),
    POLYGON(Literals.POLYGON_TOKENS, Texts.tokensInPolygon),
    LIST(Literals.TOKEN_LIST, Texts.tokensGiven);

    private static final String DIMENSION = "dimension";

    final String label;

    private final EClass type;

    TokenKind(EClass type, String label) {
        this.type = type;
        this.label = label;
    }

    boolean isGenerated() {
        return Literals.GENERATED_TOKENS.isSuperTypeOf(type);
    }

    boolean hasDimension() {
        return type.getEStructuralFeature(DIMENSION) != null;
    }

    /**
     * Tokens of this kind.
     *
     * @param count number of tokens, where they are generated
     * @param dimension d, where it can be chosen
     */
    TokenSource create(int count, int dimension) {
        if (this == LIST) {
            return triangle();
        }
        EObject tokens = EcoreUtil.create(type);
        tokens.eSet(Literals.GENERATED_TOKENS__COUNT, count);
        EStructuralFeature chosen = type.getEStructuralFeature(DIMENSION);
        if (chosen != null) {
            tokens.eSet(chosen, dimension);
        }
        return (TokenSource) tokens;
    }

    private static TokenList triangle() {
        TokenList list = ExperimentFactory.eINSTANCE.createTokenList();
        for (String at : new String[] {"0 0", "1 0", "0 1", "1/4 1/4"}) {
            Token token = ExperimentFactory.eINSTANCE.createToken();
            token.setAt(at);
            list.getTokens().add(token);
        }
        return list;
    }
}
