package org.localmax.ui.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.inspection.Inspection;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Row;
import org.localmax.experiments.RunPlan;

/**
 * A token of a run at a step, in numbers and words.
 *
 * @param plan what was run
 * @param parameter what of the rule can be turned
 * @param actual what the token does in the run
 * @param turned what it would do with other parameters; empty while none is turned
 * @param refusal why the parameters cannot be turned so; empty if they can
 * @param ending where the token ends
 */
record InspectedToken(
        RunPlan plan,
        Optional<Parameter> parameter,
        Inspection actual,
        Optional<Inspection> turned,
        String refusal,
        InspectionWish.Ending ending) {

    private static final int MOST_COORDINATES = 6;
    private static final int MOST_NAMED = 12;
    private static final int DIGITS = 4;

    /** What is shown: as it would be, or as it is. */
    Inspection shown() {
        return turned.orElse(actual);
    }

    String title() {
        return Texts.name(
                Texts.title,
                Integer.toString(actual.token()),
                Long.toString(actual.attention().state().t()));
    }

    String position() {
        return point(actual.attention().state().tokens().token(actual.token()));
    }

    /** Where it is one step later; where it is drawn to in continuous time. */
    String next() {
        return point(shown().next());
    }

    private static String point(double[] x) {
        return IntStream.range(0, Math.min(x.length, MOST_COORDINATES))
                .mapToObj(k -> number(x[k]))
                .collect(Collectors.joining(", ", "(", x.length > MOST_COORDINATES ? ", \u2026)" : ")"));
    }

    /** Which scores are in the strip Z_i. */
    String strip() {
        Attention attention = shown().attention();
        return switch (attention.dynamics().rule()) {
            case Localmax _ -> {
                double best =
                        Arrays.stream(attention.scores(actual.token())).max().orElseThrow();
                double reach = attention.parameter() * shown().scale();
                yield Texts.name(Texts.stripOfScores, number(best - reach), number(best), number(shown().scale()));
            }
            case HegselmannKrause _ -> Texts.name(Texts.stripOfDistances, number(attention.parameter()));
            default -> Texts.noStrip;
        };
    }

    String neighbours() {
        int count = shown().row().neighbours().length;
        return Texts.name(
                Texts.neighboursOf,
                Integer.toString(count),
                Integer.toString(plan.tokens().count()));
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
            return Texts.noDecision;
        }
        String decisions = row.ambiguous() == 0
                ? Texts.noneAmbiguous
                : Texts.name(Texts.ambiguous, Integer.toString(row.ambiguous()), Integer.toString(row.consequential()));
        return (Double.isInfinite(row.margin()) ? Texts.noMargin : number(row.margin())) + "  (" + decisions + ")";
    }

    String limit() {
        return ending.limit();
    }

    String gap() {
        return ending.gap().isEmpty() ? "\u2013" : ending.gap();
    }

    /** What the turned parameters change. */
    String change() {
        if (!refusal.isEmpty()) {
            return refusal;
        }
        if (turned.isEmpty()) {
            return "";
        }
        List<Integer> before = members(actual);
        List<Integer> after = members(turned.get());
        List<Integer> come = after.stream().filter(j -> !before.contains(j)).toList();
        List<Integer> go = before.stream().filter(j -> !after.contains(j)).toList();
        if (come.isEmpty() && go.isEmpty()) {
            return Texts.sameNeighbours;
        }
        String comes = come.isEmpty() ? "" : Texts.name(come.size() == 1 ? Texts.comesIn : Texts.comeIn, names(come));
        String goes = go.isEmpty() ? "" : Texts.name(go.size() == 1 ? Texts.goes : Texts.go, names(go));
        return (comes + " " + goes).strip();
    }

    private static List<Integer> members(Inspection inspection) {
        return Arrays.stream(inspection.row().neighbours()).boxed().toList();
    }

    /** Some tokens by number. */
    static String names(List<Integer> tokens) {
        String named = tokens.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return tokens.size() > MOST_NAMED
                ? Texts.name(Texts.andMore, named, Integer.toString(tokens.size() - MOST_NAMED))
                : named;
    }

    /** t. */
    long step() {
        return actual.attention().state().t();
    }

    /** The value of the parameter in the run at the step; empty if the rule has none. */
    OptionalDouble value() {
        return parameter.isPresent()
                ? OptionalDouble.of(parameter
                        .get()
                        .schedule(actual.attention().dynamics().rule())
                        .at(step()))
                : OptionalDouble.empty();
    }

    /** alpha or gamma of the run at the step; empty in continuous time, and where a matrix is in its place. */
    OptionalDouble stepSize() {
        Dynamics dynamics = plan.dynamics();
        return dynamics.isContinuous() || dynamics.movement().preconditioner().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(dynamics.stepSize().schedule().at(step()));
    }

    static String number(double value) {
        return Digits.of(value, DIGITS);
    }
}
