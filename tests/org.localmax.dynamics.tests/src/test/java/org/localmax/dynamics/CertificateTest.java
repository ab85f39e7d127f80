package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.testing.RandomCases;

/**
 * Zero consequential decisions certify a run: the binary64 trajectory then stays within the error bound of the exact one.
 * Compared with 60-digit arithmetic in which exact maximisers are found without any tolerance.
 */
class CertificateTest {

    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal GAMMA = new BigDecimal(0.5);

    @Test
    void certifiedRunsStayWithinTheirErrorBound() {
        RandomCases random = new RandomCases(41);
        int certified = 0;
        int withHarmless = 0;
        for (AttentionRule rule : new AttentionRule[] {
            new Hardmax(Multiplicity.COUNTED),
            new FrankWolfe(Sense.MAX, Ties.FIRST),
            new FrankWolfe(Sense.MIN, Ties.FIRST)
        }) {
            Dynamics dynamics = new Dynamics(rule, Interaction.identity(2), StepSize.gamma(0.5), TiePolicy.DEFAULT);
            for (int trial = 0; trial < 60; trial++) {
                Tokens start = random.gaussian(random.between(2, 8), 2);
                State state = State.initial(start);
                BigDecimal[][] exact = exact(start);
                boolean isCertified = true;
                for (int t = 0; t < 60 && isCertified; t++) {
                    Step step = dynamics.step(state);
                    isCertified = step.consequentialDecisions() == 0;
                    withHarmless += step.ambiguousDecisions() > 0 && isCertified ? 1 : 0;
                    exact = exactStep(exact, rule);
                    state = step.after();
                    if (isCertified) {
                        certified++;
                        assertWithin(state, exact, rule + " trial " + trial + " t = " + t);
                    }
                }
            }
        }
        assertTrue(certified > 5000, certified + " certified steps");
        assertTrue(withHarmless > 100, withHarmless + " steps with harmless decisions");
    }

    private static BigDecimal[][] exact(Tokens tokens) {
        BigDecimal[][] points = new BigDecimal[tokens.count()][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = new BigDecimal(tokens.get(i, 0));
            points[i][1] = new BigDecimal(tokens.get(i, 1));
        }
        return points;
    }

    private static BigDecimal[][] exactStep(BigDecimal[][] x, AttentionRule rule) {
        boolean least = rule instanceof FrankWolfe oracle && oracle.sense() == Sense.MIN;
        BigDecimal[][] next = new BigDecimal[x.length][2];
        for (int i = 0; i < x.length; i++) {
            int best = 0;
            for (int j = 1; j < x.length; j++) {
                int order = score(x[i], x[j]).compareTo(score(x[i], x[best]));
                best = (least ? order < 0 : order > 0) ? j : best;
            }
            for (int k = 0; k < 2; k++) {
                next[i][k] = x[i][k].add(GAMMA.multiply(x[best][k].subtract(x[i][k])), DIGITS);
            }
        }
        return next;
    }

    private static BigDecimal score(BigDecimal[] a, BigDecimal[] b) {
        return a[0].multiply(b[0]).add(a[1].multiply(b[1]));
    }

    private static void assertWithin(State state, BigDecimal[][] exact, String where) {
        for (int i = 0; i < exact.length; i++) {
            double dx = exact[i][0]
                    .subtract(new BigDecimal(state.tokens().get(i, 0)))
                    .doubleValue();
            double dy = exact[i][1]
                    .subtract(new BigDecimal(state.tokens().get(i, 1)))
                    .doubleValue();
            double distance = Math.sqrt(dx * dx + dy * dy);
            assertTrue(distance <= state.error(), where + ": " + distance + " > " + state.error());
        }
    }
}
