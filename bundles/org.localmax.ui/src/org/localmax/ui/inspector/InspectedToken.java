package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.inspection.Inspection;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.Row;
import org.localmax.experiments.RunPlan;

/**
 * A token of a run at a step, in numbers and words.
 *
 * @param plan what was run
 * @param parameter what of the rule can be turned
 * @param actual what the token does in the run
 * @param turned what it would do with another parameter; empty while that is not turned
 * @param limit where it ends, in words
 */
record InspectedToken(
        RunPlan plan, Optional<Parameter> parameter, Inspection actual, Optional<Inspection> turned, String limit) {

    private static final int MOST_COORDINATES = 6;
    private static final int MOST_NAMED = 12;
    private static final int DIGITS = 4;

    /** What is shown: as it would be, or as it is. */
    Inspection shown() {
        return turned.orElse(actual);
    }

    String title() {
        return "Token " + actual.token() + " at step "
                + actual.attention().state().t();
    }

    String position() {
        double[] rows = actual.attention().state().tokens().rows();
        int d = actual.attention().state().tokens().dimension();
        return IntStream.range(0, Math.min(d, MOST_COORDINATES))
                .mapToObj(k -> number(rows[actual.token() * d + k]))
                .collect(Collectors.joining(", ", "(", d > MOST_COORDINATES ? ", \u2026)" : ")"));
    }

    String neighbours() {
        int count = shown().row().neighbours().length;
        return count + " of " + plan.tokens().count();
    }

    String selfWeight() {
        Row row = shown().row();
        double weight = shown().selfWeight();
        boolean isShare = weight > 0 && Arrays.stream(row.weights()).allMatch(each -> each == weight);
        return isShare ? "1/" + row.neighbours().length : number(weight);
    }

    String pull() {
        return number(shown().pull());
    }

    /** How near the closest decision was, and how many were ambiguous. */
    String margin() {
        Row row = shown().row();
        if (Double.isNaN(row.margin())) {
            return "the rule decides nothing";
        }
        String decisions = row.ambiguous() == 0
                ? "no decision ambiguous"
                : row.ambiguous() + " ambiguous, " + row.consequential() + " of consequence";
        return (Double.isInfinite(row.margin()) ? "none" : number(row.margin())) + "  (" + decisions + ")";
    }

    /** What the turned parameter changes. */
    String change() {
        if (turned.isEmpty()) {
            return "";
        }
        List<Integer> before = members(actual);
        List<Integer> after = members(turned.get());
        List<Integer> come = after.stream().filter(j -> !before.contains(j)).toList();
        List<Integer> go = before.stream().filter(j -> !after.contains(j)).toList();
        if (come.isEmpty() && go.isEmpty()) {
            return "The same neighbours as in the run.";
        }
        return (come.isEmpty() ? "" : names(come) + (come.size() == 1 ? " comes in. " : " come in. "))
                + (go.isEmpty() ? "" : names(go) + (go.size() == 1 ? " goes." : " go."));
    }

    private static List<Integer> members(Inspection inspection) {
        return Arrays.stream(inspection.row().neighbours()).boxed().toList();
    }

    private static String names(List<Integer> tokens) {
        String named = tokens.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return tokens.size() > MOST_NAMED ? named + " and " + (tokens.size() - MOST_NAMED) + " more" : named;
    }

    /** The value of the parameter in the run at the step. */
    double value() {
        return actual.attention().parameter();
    }

    static String number(double value) {
        return Digits.of(value, DIGITS);
    }
}
