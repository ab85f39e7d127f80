package org.localmax.benchmarks;

import java.util.Locale;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/**
 * A step to be timed: one rule on n Gaussian tokens in R^d, A = I, gamma = 1/2. Written as in
 * {@code localmax strip=0.01 n=10000 d=2}.
 *
 * @param rule the rule
 * @param parameter the share of the tokens that lie in a strip of localmax (normalized scale), on average; beta of softmax;
 *     0 for hardmax
 * @param n the number of tokens
 * @param d the dimension
 */
record StepCase(Rule rule, double parameter, int n, int d) {

    /** The rules that are measured. */
    enum Rule {
        HARDMAX(""),
        LOCALMAX("strip"),
        SOFTMAX("beta");

        private final String parameter;

        Rule(String parameter) {
            this.parameter = parameter;
        }

        /** The name in texts and in requests to peers. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double GAMMA = 0.5;

    static StepCase hardmax(int n, int d) {
        return new StepCase(Rule.HARDMAX, 0, n, d);
    }

    static StepCase localmax(double strip, int n, int d) {
        return new StepCase(Rule.LOCALMAX, strip, n, d);
    }

    static StepCase softmax(double beta, int n, int d) {
        return new StepCase(Rule.SOFTMAX, beta, n, d);
    }

    /** The case that {@link #toString} writes. */
    static StepCase parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            Rule rule = Rule.valueOf(words[0].toUpperCase(Locale.ROOT));
            int next = rule == Rule.HARDMAX ? 1 : 2;
            if (words.length == next + 2) {
                double parameter = rule == Rule.HARDMAX ? 0 : Double.parseDouble(value(words[1], rule.parameter));
                int n = Integer.parseInt(value(words[next], "n"));
                int d = Integer.parseInt(value(words[next + 1], "d"));
                return new StepCase(rule, parameter, n, d);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
        throw new IllegalArgumentException(unreadable(text));
    }

    private static String value(String word, String name) {
        if (!word.startsWith(name + "=")) {
            throw new IllegalArgumentException(word);
        }
        return word.substring(name.length() + 1);
    }

    private static String unreadable(String text) {
        return "cannot read the step \"" + text + "\"; expected for example hardmax n=10000 d=2,"
                + " localmax strip=0.01 n=10000 d=2 or softmax beta=1 n=10000 d=2";
    }

    /** The tokens: the same for every rule. */
    Tokens tokens() {
        return new RandomCases(1).gaussian(n, d);
    }

    /** What the rule itself takes: the width of the strip for its share, beta, or 0. */
    double ruleParameter(Tokens tokens) {
        return rule == Rule.LOCALMAX ? StripWidth.of(tokens, parameter) : parameter;
    }

    /** The dynamics of the step on these tokens; softmax may have an error, in units of the largest norm. */
    Dynamics dynamics(double ruleParameter, double softmaxError) {
        AttentionRule attention = switch (rule) {
            case HARDMAX -> new Hardmax(Multiplicity.COUNTED);
            case LOCALMAX -> new Localmax(Schedule.constant(ruleParameter), Scale.NORMALIZED);
            case SOFTMAX -> new Softmax(Schedule.constant(ruleParameter), softmaxError);
        };
        return new Dynamics(attention, Interaction.identity(d), StepSize.gamma(GAMMA), TiePolicy.DEFAULT);
    }

    /** The fraction of the way to the mean that a token goes. */
    double gamma() {
        return GAMMA;
    }

    /** n^2: the pairs that a dense algorithm looks at. */
    double pairs() {
        return (double) n * n;
    }

    /** n^2 d: the multiplications and additions of all scores, as pairs. */
    double products() {
        return pairs() * d;
    }

    @Override
    public String toString() {
        String own = rule == Rule.HARDMAX ? "" : " " + rule.parameter + "=" + shortest(parameter);
        return rule.text() + own + " n=" + n + " d=" + d;
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
