package org.localmax.analysis.monitors;

import java.util.Arrays;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;

/**
 * F4: at finite beta all tokens go to one point. What is watched is the step of the proof: weights are at least exp(-|beta| s) / n, s the
 * spread of a row's scores, which is at most |A| R D, so that two means are at most (1 - exp(-|beta| |A| R D)) D apart, D = diam X(t), and
 * diam X(t+1) &lt;= (1 - gamma exp(-|beta| |A| R D)) D. The rounding of a step moves a token by less than 32 u R, and softmax with an error
 * may move it by that besides.
 */
final class CollapseMonitor implements Monitor {

    private static final double ROUNDING = 128 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.COLLAPSE);
    private final Dynamics dynamics;
    private final Softmax rule;
    private final Hulls hulls;
    private final double start;
    private double diameter;
    private Tokens last;

    CollapseMonitor(Dynamics dynamics, Softmax rule, Tokens start, Hulls hulls) {
        this.dynamics = dynamics;
        this.rule = rule;
        this.hulls = hulls;
        last = start;
        diameter = hulls.of(start).diameter();
        this.start = diameter;
    }

    @Override
    public Statement statement() {
        return Statement.COLLAPSE;
    }

    @Override
    public void see(Step step) {
        long t = step.before().t();
        double radius = step.before().tokens().largestNorm();
        double spread = Math.abs(rule.beta(t)) * dynamics.interaction().normBound() * radius * diameter;
        double gamma = dynamics.stepSize().gamma(t);
        double allowedDiameter = (1 - gamma * StrictMath.exp(-spread)) * diameter;
        last = step.after().tokens();
        diameter = hulls.of(last).diameter();
        excess.add(t, diameter - allowedDiameter, (ROUNDING + 2 * gamma * rule.error()) * radius);
    }

    @Override
    public Finding finding() {
        int[] all = new int[last.count()];
        Arrays.setAll(all, i -> i);
        double[] mean = WeightedMean.of(last, all);
        String where = "diam X fell from " + start + " to " + diameter + " around a mean that is "
                + Vectors.norm(mean, 0, mean.length) + " from the origin; ";
        return excess.finding(
                Verdict.CONSISTENT,
                where + "every step drew the tokens together as the theorem's proof says",
                where + "a step drew the tokens together by less than the weights must");
    }
}
