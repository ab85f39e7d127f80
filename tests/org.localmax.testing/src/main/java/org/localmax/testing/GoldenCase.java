package org.localmax.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * A trajectory computed in exact or 20-digit arithmetic.
 *
 * @param name its name
 * @param dynamics the dynamics it follows
 * @param start the tokens at step 0
 * @param snapshots the tokens at some later steps
 * @param sets the neighbour sets at some steps, one array a token
 * @param exactStart the tokens at step 0 as fractions
 * @param exactSnapshots the tokens at some later steps as fractions; none for rules that leave the fractions
 */
public record GoldenCase(
        String name,
        Dynamics dynamics,
        Tokens start,
        Map<Long, double[][]> snapshots,
        Map<Long, int[][]> sets,
        ExactTokens exactStart,
        Map<Long, ExactTokens> exactSnapshots) {

    /** All trajectory cases. */
    public static List<GoldenCase> trajectories() {
        List<GoldenCase> cases = new ArrayList<>();
        for (JsonElement element : read("golden.json").getAsJsonObject().getAsJsonArray("cases")) {
            if (element.getAsJsonObject().has("snapshots")) {
                cases.add(of(element.getAsJsonObject()));
            }
        }
        return cases;
    }

    /** A file of golden data, parsed. */
    public static JsonElement read(String file) {
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/" + file)) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that golden.json says of a case. */
    public static JsonObject json(String name) {
        return read("golden.json").getAsJsonObject().getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GoldenCase of(JsonObject json) {
        JsonObject parameters = json.getAsJsonObject("params");
        double[][] start = points(json.get("X0"));
        Map<Long, double[][]> snapshots = new TreeMap<>();
        json.getAsJsonObject("snapshots").asMap().forEach((t, x) -> snapshots.put(Long.valueOf(t), points(x)));
        Map<Long, int[][]> sets = new TreeMap<>();
        if (json.has("sets")) {
            json.getAsJsonObject("sets").asMap().forEach((t, c) -> {
                if (t.matches("[0-9]+")) { // another key holds what a transposed A would give
                    sets.put(Long.valueOf(t), sets(c));
                }
            });
        }
        Dynamics dynamics = new Dynamics(
                rule(json.get("model").getAsString(), parameters),
                interaction(parameters, start[0].length),
                stepSize(parameters),
                TiePolicy.DEFAULT);
        Map<Long, ExactTokens> exact = new TreeMap<>();
        if (json.has("exact")) {
            json.getAsJsonObject("exact").asMap().forEach((t, x) -> exact.put(Long.valueOf(t), fractions(x)));
        }
        return new GoldenCase(
                json.get("name").getAsString(),
                dynamics,
                Tokens.of(start),
                snapshots,
                sets,
                fractions(json.get("X0")),
                exact);
    }

    private static AttentionRule rule(String model, JsonObject parameters) {
        return switch (model) {
            case "hardmax" -> new Hardmax(Multiplicity.COUNTED);
            case "softmax" -> new Softmax(schedule(parameters.get("beta").getAsString()));
            case "localmax" ->
                new Localmax(
                        schedule(parameters.get("delta").getAsString()),
                        Scale.valueOf(parameters.get("mode").getAsString().toUpperCase(java.util.Locale.ROOT)));
            case "frank_wolfe_min" -> new FrankWolfe(Sense.MIN, Ties.FIRST);
            case "frank_wolfe_max" -> new FrankWolfe(Sense.MAX, Ties.FIRST);
            default -> throw new IllegalArgumentException("golden model " + model);
        };
    }

    private static Interaction interaction(JsonObject parameters, int dimension) {
        for (String key : List.of("A", "B", "Bstar")) {
            JsonElement matrix = parameters.get(key);
            if (matrix != null) {
                return matrix.isJsonArray() ? Interaction.of(points(matrix)) : Interaction.identity(dimension);
            }
        }
        return Interaction.identity(dimension);
    }

    private static StepSize stepSize(JsonObject parameters) {
        return parameters.has("alpha")
                ? new StepSize(
                        StepSize.Form.ALPHA, schedule(parameters.get("alpha").getAsString()))
                : new StepSize(
                        StepSize.Form.GAMMA, schedule(parameters.get("gamma").getAsString()));
    }

    /** The few schedules that the golden cases use, written out by hand so that nothing here depends on a parser. */
    private static Schedule schedule(String text) {
        return switch (text) {
            case "(3/2)/(1+t)" -> new Fractions(t -> Rational.of(3, 2 * (1 + t)));
            case "2/(t+2)" -> new Fractions(t -> Rational.of(2, t + 2));
            case "[1/2,1/3,1/4,1/5,1/6,1/7]" -> new Fractions(t -> Rational.of(1, t + 2));
            default -> {
                Rational value = Rational.parse(text);
                yield new Fractions(t -> value);
            }
        };
    }

    /** A schedule of fractions. */
    private record Fractions(LongFunction<Rational> values) implements Schedule {

        @Override
        public double at(long t) {
            return values.apply(t).toDouble();
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return Optional.of(values.apply(t));
        }
    }

    private static ExactTokens fractions(JsonElement rows) {
        return ExactTokens.of(rows.getAsJsonArray().asList().stream()
                .map(row -> row.getAsJsonArray().asList().stream()
                        .map(entry -> Rational.parse(entry.getAsString()))
                        .toArray(Rational[]::new))
                .toArray(Rational[][]::new));
    }

    private static double[][] points(JsonElement rows) {
        JsonArray array = rows.getAsJsonArray();
        double[][] points = new double[array.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = array.get(i).getAsJsonArray().asList().stream()
                    .mapToDouble(entry -> Rational.parse(entry.getAsString()).toDouble())
                    .toArray();
        }
        return points;
    }

    private static int[][] sets(JsonElement rows) {
        return rows.getAsJsonArray().asList().stream()
                .map(row -> row.getAsJsonArray().asList().stream()
                        .mapToInt(JsonElement::getAsInt)
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
