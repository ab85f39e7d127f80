package org.localmax.experiments.sweeps;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localmax.data.Checksums;
import org.localmax.experiments.internal.Members;

/**
 * One run of a sweep, a line of {@code plan.jsonl}.
 *
 * @param number its number in the plan, from 0
 * @param point the number of its point
 * @param values the values of the axes by their names, in the order of the columns
 * @param rule the name of its rule
 * @param replicate its number among the runs of a rule at a point, from 0
 * @param seed what tokens and draws come from
 * @param hash of all that its result depends on but the software: 16 hexadecimal digits
 */
public record SweepRun(
        long number, long point, Map<String, String> values, String rule, int replicate, long seed, String hash) {

    private static final int HASH_BYTES = 8;

    /**
     * The run of these parameters.
     *
     * @param experiment the hash of the experiment with its files
     */
    static SweepRun of(
            String experiment,
            long number,
            long point,
            List<String> names,
            List<String> values,
            String rule,
            int replicate,
            long seed) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int axis = 0; axis < names.size(); axis++) {
            byName.put(names.get(axis), values.get(axis));
        }
        return new SweepRun(number, point, byName, rule, replicate, seed, hash(experiment, rule, seed, byName));
    }

    private static String hash(String experiment, String rule, long seed, Map<String, String> values) {
        String text = String.join("\n", experiment, rule, Long.toString(seed), values.toString());
        byte[] digest = Checksums.sha256(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    /** Whether it is one of the experiment of this hash. */
    boolean isOf(String experiment) {
        return hash.equals(hash(experiment, rule, seed, values));
    }

    /** The line of the plan, without its end. Written by hand, since there may be millions. */
    String line() {
        StringBuilder line = new StringBuilder(200);
        line.append("{\"run\":")
                .append(number)
                .append(",\"point\":")
                .append(point)
                .append(",\"values\":{");
        String separator = "";
        for (Map.Entry<String, String> value : values.entrySet()) {
            quote(line.append(separator), value.getKey());
            quote(line.append(':'), value.getValue());
            separator = ",";
        }
        quote(line.append("},\"rule\":"), rule);
        line.append(",\"replicate\":").append(replicate).append(",\"seed\":").append(seed);
        return line.append(",\"hash\":\"").append(hash).append("\"}").toString();
    }

    private static void quote(StringBuilder line, String text) {
        if (isPlain(text)) {
            line.append('"').append(text).append('"');
        } else {
            line.append(new JsonPrimitive(text));
        }
    }

    private static boolean isPlain(String text) {
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /**
     * The run that a line says.
     *
     * @throws IllegalArgumentException with a message for the user, if it says none
     */
    static SweepRun parse(String text) {
        try {
            Members line = new Members(JsonParser.parseString(text).getAsJsonObject());
            Members axes = line.members("values");
            Map<String, String> values = new LinkedHashMap<>();
            axes.object().keySet().forEach(name -> values.put(name, axes.text(name)));
            return new SweepRun(
                    line.whole("run"),
                    line.whole("point"),
                    values,
                    line.text("rule"),
                    line.integer("replicate"),
                    line.whole("seed"),
                    line.text("hash"));
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("is no run of a plan: " + e.getMessage(), e);
        }
    }

    /** Whether it differs from another by its seed alone. */
    boolean isReplicateOf(SweepRun other) {
        return point == other.point && rule.equals(other.rule) && values.equals(other.values);
    }
}
