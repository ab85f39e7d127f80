package org.localmax.experiments.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.localmax.analysis.Observable;
import org.localmax.data.Numbers;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Formula;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TokenFormula;
import org.localmax.experiments.TokenOrigin;

/**
 * A plan as JSON. The tokens themselves are the first record of the trajectory, or fractions in the document where nothing is
 * rounded; the document says where they came from.
 */
public final class PlanDocument {

    private static final JsonElement IDENTITY = new JsonPrimitive("identity");

    private static final String EXACT = "exact";

    private static final String FORMULAS = "formulas";
    private static final String MOVEMENT = "movement";
    private static final String VALUE_MATRIX = "valueMatrix";
    private static final String GAMMA_MATRIX = "gammaMatrix";
    private static final String ON_SPHERE = "onSphere";
    private static final String FLOW_TOLERANCE = "flowTolerance";

    /** What the step size is where a matrix takes its place. */
    private static final String MATRIX = "gamma=matrix";

    private PlanDocument() {}

    /** The document of a plan. */
    public static JsonObject of(RunPlan plan) {
        JsonObject document = new JsonObject();
        document.addProperty("experiment", plan.experiment());
        document.addProperty("rule", plan.rule());
        document.addProperty("attention", RuleText.of(plan.dynamics().rule()));
        document.add("interaction", matrix(plan.dynamics().interaction()));
        document.addProperty("stepSize", stepSize(plan.dynamics()));
        if (plan.dynamics().isContinuous()) {
            document.addProperty(FLOW_TOLERANCE, plan.dynamics().stepSize().tolerance());
        }
        if (!plan.dynamics().movement().equals(Movement.STRAIGHT)) {
            document.add(MOVEMENT, movement(plan.dynamics().movement()));
        }
        document.addProperty("tieTolerance", plan.dynamics().ties().tolerance());
        document.add("tokens", tokens(plan));
        plan.exact().ifPresent(input -> document.add(EXACT, exact(input)));
        document.addProperty("steps", plan.steps());
        document.addProperty("settleTolerance", plan.settleTolerance());
        document.addProperty("record", plan.recording().toString());
        JsonArray observables = new JsonArray();
        plan.observables().forEach(chosen -> observables.add(chosen.name()));
        document.add("observables", observables);
        if (!plan.formulas().isEmpty()) {
            JsonArray formulas = new JsonArray();
            plan.formulas().forEach(formula -> formulas.add(formula.toString()));
            document.add(FORMULAS, formulas);
        }
        return document;
    }

    /**
     * The plan of a document.
     *
     * @param tokens its tokens
     * @throws IllegalArgumentException if it is not a plan
     */
    public static RunPlan read(Members document, Tokens tokens) {
        Set<Observable> observables = EnumSet.noneOf(Observable.class);
        document.array("observables").forEach(name -> observables.add(observable(name.getAsString())));
        Dynamics dynamics = new Dynamics(
                RuleText.parse(document.text("attention")),
                matrix("interaction", document, tokens.dimension()),
                stepSize(document),
                new TiePolicy(document.real("tieTolerance")),
                movement(document));
        return new RunPlan(
                document.text("experiment"),
                document.text("rule"),
                tokens,
                origin(document.members("tokens")),
                dynamics,
                document.integer("steps"),
                document.real("settleTolerance"),
                Recording.parse(document.text("record")),
                observables,
                formulas(document, tokens.dimension()),
                isExact(document) ? Optional.of(exact(document.members(EXACT))) : Optional.empty());
    }

    private static List<TokenFormula> formulas(Members document, int dimension) {
        List<TokenFormula> formulas = new ArrayList<>();
        if (document.object().has(FORMULAS)) {
            document.array(FORMULAS).forEach(text -> formulas.add(TokenFormula.parse(text.getAsString(), dimension)));
        }
        return formulas;
    }

    /** Whether a document is that of a plan in exact arithmetic. */
    public static boolean isExact(Members document) {
        return document.object().has(EXACT);
    }

    private static JsonObject movement(Movement movement) {
        JsonObject document = new JsonObject();
        movement.values().ifPresent(matrix -> document.add(VALUE_MATRIX, matrix(matrix)));
        movement.preconditioner().ifPresent(matrix -> document.add(GAMMA_MATRIX, matrix(matrix)));
        if (movement.onSphere()) {
            document.addProperty(ON_SPHERE, true);
        }
        return document;
    }

    /** How tokens move by the document of a plan. */
    public static Movement movement(Members document) {
        if (!document.object().has(MOVEMENT)) {
            return Movement.STRAIGHT;
        }
        Members movement = document.members(MOVEMENT);
        int dimension = document.members("tokens").integer("dimension");
        return new Movement(
                optional(movement, VALUE_MATRIX).map(_ -> matrix(VALUE_MATRIX, movement, dimension)),
                optional(movement, GAMMA_MATRIX).map(_ -> matrix(GAMMA_MATRIX, movement, dimension)),
                movement.object().has(ON_SPHERE) && movement.truth(ON_SPHERE));
    }

    private static Optional<JsonElement> optional(Members members, String name) {
        return Optional.ofNullable(members.object().get(name));
    }

    /** Tokens and matrices as texts {@code p/q}. */
    private static JsonObject exact(ExactInput input) {
        JsonObject exact = new JsonObject();
        int d = input.tokens().dimension();
        exact.add("tokens", rows(input.tokens().count(), d, input.tokens()::get));
        exact.add("interaction", exact(input.interaction()));
        input.values().ifPresent(matrix -> exact.add(VALUE_MATRIX, exact(matrix)));
        input.preconditioner().ifPresent(matrix -> exact.add(GAMMA_MATRIX, exact(matrix)));
        return exact;
    }

    private static JsonElement exact(ExactMatrix matrix) {
        int d = matrix.dimension();
        return matrix.equals(ExactMatrix.identity(d)) ? IDENTITY : rows(d, d, matrix::get);
    }

    private static JsonArray rows(int count, int columns, BiFunction<Integer, Integer, Rational> entry) {
        JsonArray rows = new JsonArray();
        for (int r = 0; r < count; r++) {
            JsonArray row = new JsonArray();
            for (int c = 0; c < columns; c++) {
                row.add(entry.apply(r, c).toString());
            }
            rows.add(row);
        }
        return rows;
    }

    private static ExactInput exact(Members exact) {
        ExactTokens tokens = ExactTokens.of(fractions(exact.array("tokens")));
        int d = tokens.dimension();
        return new ExactInput(
                tokens,
                exactMatrix(exact.element("interaction"), d),
                optional(exact, VALUE_MATRIX).map(matrix -> exactMatrix(matrix, d)),
                optional(exact, GAMMA_MATRIX).map(matrix -> exactMatrix(matrix, d)));
    }

    private static ExactMatrix exactMatrix(JsonElement element, int dimension) {
        return IDENTITY.equals(element)
                ? ExactMatrix.identity(dimension)
                : ExactMatrix.of(fractions(element.getAsJsonArray()));
    }

    private static Rational[][] fractions(JsonArray rows) {
        return rows.asList().stream()
                .map(row -> row.getAsJsonArray().asList().stream()
                        .map(entry -> Numbers.parseExactly(entry.getAsString()))
                        .toArray(Rational[]::new))
                .toArray(Rational[][]::new);
    }

    private static Observable observable(String name) {
        return Arrays.stream(Observable.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the observable '" + name
                        + "' is not known; expected some of " + Arrays.toString(Observable.values())));
    }

    private static JsonObject tokens(RunPlan plan) {
        JsonObject tokens = new JsonObject();
        tokens.addProperty("from", plan.origin().description());
        JsonObject source = new JsonObject();
        plan.origin().parameters().forEach(source::addProperty);
        tokens.add("source", source);
        tokens.addProperty("count", plan.tokens().count());
        tokens.addProperty("dimension", plan.tokens().dimension());
        return tokens;
    }

    private static TokenOrigin origin(Members tokens) {
        Members source = tokens.members("source");
        Map<String, String> parameters = new LinkedHashMap<>();
        source.object().keySet().forEach(name -> parameters.put(name, source.text(name)));
        return new TokenOrigin(tokens.text("from"), parameters);
    }

    private static JsonElement matrix(Interaction interaction) {
        if (interaction.kind() == Interaction.Kind.IDENTITY) {
            return IDENTITY;
        }
        JsonArray rows = new JsonArray();
        for (int r = 0; r < interaction.dimension(); r++) {
            JsonArray row = new JsonArray();
            for (int c = 0; c < interaction.dimension(); c++) {
                row.add(interaction.get(r, c));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Interaction matrix(String name, Members members, int dimension) {
        JsonElement element = members.element(name);
        if (IDENTITY.equals(element)) {
            return Interaction.identity(dimension);
        }
        if (!element.isJsonArray()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + element + "; expected rows of numbers or " + IDENTITY);
        }
        return Interaction.of(element.getAsJsonArray().asList().stream()
                .map(row -> row.getAsJsonArray().asList().stream()
                        .mapToDouble(JsonElement::getAsDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    /** The step size as text. */
    public static String stepSize(Dynamics dynamics) {
        return dynamics.movement().preconditioner().isPresent()
                ? MATRIX
                : dynamics.stepSize().toString();
    }

    private static StepSize stepSize(Members document) {
        String text = document.text("stepSize");
        if (text.equals(MATRIX)) {
            return StepSize.gamma(1.0);
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "the step size is '" + text + "'; expected alpha=..., gamma=..., time=... or " + MATRIX);
        }
        StepSize.Form form = StepSize.Form.valueOf(text.substring(0, equals).toUpperCase(Locale.ROOT));
        Formula schedule = Formula.parse(text.substring(equals + 1));
        return form == StepSize.Form.TIME
                ? new StepSize(form, schedule, document.real(FLOW_TOLERANCE))
                : new StepSize(form, schedule);
    }
}
