package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.RuleText;

/** Rules as the command line writes them. */
class RuleTextTest {

    @Test
    void everyRuleComesBackFromItsText() {
        for (String text : new String[] {
            "hardmax:multiplicity=counted",
            "hardmax:multiplicity=point-set",
            "softmax:beta=3",
            "softmax:beta=3,error=1.0E-12",
            "localmax:delta=1.5/(1+t),scale=normalized",
            "localmax:delta=max(1,2/(1+t)),scale=keynorm",
            "frank-wolfe:sense=min,ties=mean",
            "hegselmann-krause:delta=1/(1+t)",
            "sparsemax:beta=2",
            "entmax:alpha=1.5,beta=2",
            "top-k:k=3,beta=0",
            "sa-softmax:beta=1,normalised=yes",
            "sm2:beta=1,a=2.0,omega=5.0",
            "sampled-softmax:beta=2,seed=-7",
            "custom:weight=exp(beta*g)*(g>=M-delta),beta=2,delta=max(1,1/(1+t)),scale=keynorm"
        }) {
            AttentionRule rule = RuleText.parse(text);
            assertEquals(text, RuleText.of(rule));
            assertEquals(rule, RuleText.parse(RuleText.of(rule)));
        }
    }

    @Test
    void optionsHaveDefaults() {
        assertEquals(new Hardmax(Multiplicity.COUNTED), RuleText.parse("hardmax"));
        assertEquals(Scale.NORMALIZED, ((Localmax) RuleText.parse("localmax:delta=1")).scale());
    }

    /** Localmax as a formula weighs as localmax does, and softmax as a formula as softmax. */
    @Test
    void formulasOfOnesOwnWeighAsTheySay() {
        Tokens tokens = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}, {-1, 0.5}, {3, 3}});
        assertSameMeans("localmax:delta=1.5", "custom:weight=g>=M-delta*s,delta=1.5", tokens);
        assertSameMeans("localmax:delta=2,scale=keynorm", "custom:weight=g>=M-2*s,scale=keynorm", tokens);
        assertSameMeans("softmax:beta=0.5", "custom:weight=exp(beta*(g-M)),beta=1/2", tokens);
        assertSameMeans("hardmax", "custom:weight=if(alpha==1 && t==0 && i>=0, (g==M), j)", tokens);
    }

    private static void assertSameMeans(String known, String custom, Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            assertArrayEquals(mean(known, tokens, i), mean(custom, tokens, i), 1e-14, custom);
        }
    }

    private static double[] mean(String rule, Tokens tokens, int i) {
        Dynamics dynamics =
                new Dynamics(RuleText.parse(rule), Interaction.identity(2), StepSize.alpha(1.0), TiePolicy.DEFAULT);
        return dynamics.attention(State.initial(tokens)).row(i).mean();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused("softargmax", "'softargmax' is not known");
        assertRefused("softmax", "needs beta");
        assertRefused("localmax:delta", "'delta' of localmax has no value");
        assertRefused("localmax:delta=1,delta=2", "given twice");
        assertRefused("localmax:delta=1,width=2", "no option 'width'; expected delta or scale");
        assertRefused("localmax:delta=1,scale=big", "expected normalized or absolute or keynorm");
        assertRefused("localmax:delta=1/(1+t", "delta: the formula '1/(1+t' does not parse");
        assertRefused("softmax:beta=1,error=2", "the error of softmax is 2.0; expected a number in [0, 1)");
        assertRefused("softmax:beta=1,error=small", "error of softmax: 'small' is not a number");
        assertRefused("hardmax:beta=1", "no option 'beta'");
        assertRefused("entmax:alpha=1,beta=1", "alpha is 1.0; expected a finite number greater than 1");
        assertRefused("top-k:k=2.5", "k of top-k: '2.5' is not a whole number");
        assertRefused("top-k:k=0", "k is 0");
        assertRefused("top-k", "top-k needs k");
        assertRefused("custom:weight=exp(x)", "'x' is not known; expected g, M, s");
        assertRefused("sm2:beta=1,a=1,omega=0", "omega not 0");
    }

    private static void assertRefused(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> RuleText.parse(text))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("expected"), message);
    }
}
