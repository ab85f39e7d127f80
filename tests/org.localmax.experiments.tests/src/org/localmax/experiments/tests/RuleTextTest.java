package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
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
            "frank-wolfe:sense=min,ties=mean"
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
    }

    private static void assertRefused(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> RuleText.parse(text))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("expected"), message);
    }
}
