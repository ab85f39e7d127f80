package org.localmax.ui.wizards;

import java.util.Locale;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Rule;

/** Kinds of rules, each with parameters that suit any tokens. */
enum RuleKind {
    LOCALMAX(Literals.LOCALMAX_RULE, Texts.ruleLocalmax),
    HARDMAX(Literals.HARDMAX_RULE, Texts.ruleHardmax),
    SOFTMAX(Literals.SOFTMAX_RULE, Texts.ruleSoftmax),
    FRANK_WOLFE(Literals.FRANK_WOLFE_RULE, Texts.ruleFrankWolfe),
    HEGSELMANN_KRAUSE(Literals.HEGSELMANN_KRAUSE_RULE, Texts.ruleHegselmannKrause),
    SPARSEMAX(Literals.SPARSEMAX_RULE, Texts.ruleSparsemax),
    ENTMAX(Literals.ENTMAX_RULE, Texts.ruleEntmax),
    TOP_K(Literals.TOP_KRULE, Texts.ruleTopK),
    SAMPLED_SOFTMAX(Literals.SAMPLED_SOFTMAX_RULE, Texts.ruleSampledSoftmax),
    SELF_ADJUSTED_SOFTMAX(Literals.SELF_ADJUSTED_SOFTMAX_RULE, Texts.ruleSelfAdjustedSoftmax),
    SM2(Literals.SECOND_MELLOWMAX_RULE, Texts.ruleSecondMellowmax),
    FORMULA(Literals.FORMULA_RULE, Texts.ruleFormula);

    final String label;

    private final EClass type;

    RuleKind(EClass type, String label) {
        this.type = type;
        this.label = label;
    }

    Rule create() {
        Rule rule = (Rule) EcoreUtil.create(type);
        if (rule instanceof LocalmaxRule localmax) {
            localmax.setDelta("1/2");
        }
        rule.setName(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return rule;
    }
}
