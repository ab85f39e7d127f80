package org.localmax.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.localmax.data.Numbers;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CustomRule;

/**
 * Attention rules as text, for the command line and for run.json: a name, and after a colon options separated by commas,
 * as in {@code localmax:delta=1.5/(1+t),scale=normalized}.
 */
public final class RuleText {

    /** What rules look like, for messages. */
    public static final String SYNTAX = "hardmax[:multiplicity=counted|point-set] | softmax:beta=B[,error=E]"
            + " | localmax:delta=D[,scale=normalized|absolute|keynorm] | frank-wolfe[:sense=max|min,ties=first|mean]";

    private RuleText() {}

    /**
     * The rule that a text says.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static AttentionRule parse(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        Options options = new Options(name, colon < 0 ? "" : text.substring(colon + 1));
        AttentionRule rule = switch (name) {
            case "hardmax" -> new Hardmax(options.choice("multiplicity", Multiplicity.COUNTED));
            case "softmax" -> new Softmax(options.formula("beta"), options.number("error", 0));
            case "localmax" -> new Localmax(options.formula("delta"), options.choice("scale", Scale.NORMALIZED));
            case "frank-wolfe" ->
                new FrankWolfe(options.choice("sense", Sense.MAX), options.choice("ties", Ties.FIRST));
            default -> throw new IllegalArgumentException("the rule '" + name + "' is not known; expected " + SYNTAX);
        };
        options.refuseOthers();
        return rule;
    }

    /**
     * The text of a rule, all options written out; {@link #parse} gives the rule back.
     *
     * @throws IllegalArgumentException for a custom rule, which no text says
     */
    public static String of(AttentionRule rule) {
        return switch (rule) {
            case Hardmax hardmax -> "hardmax:multiplicity=" + word(hardmax.multiplicity());
            case Softmax softmax ->
                "softmax:beta=" + softmax.beta() + (softmax.error() == 0 ? "" : ",error=" + softmax.error());
            case Localmax localmax -> "localmax:delta=" + localmax.delta() + ",scale=" + word(localmax.scale());
            case FrankWolfe oracle -> "frank-wolfe:sense=" + word(oracle.sense()) + ",ties=" + word(oracle.ties());
            case CustomRule custom ->
                throw new IllegalArgumentException("no text says the rule " + custom + "; expected " + SYNTAX);
        };
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The options of one rule; each is taken once, and what is left over is refused. */
    private static final class Options {

        private final String rule;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> known = new ArrayList<>();

        Options(String rule, String text) {
            this.rule = rule;
            for (String part : text.isBlank() ? List.<String>of() : split(text)) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "the option '" + part.strip() + "' of " + rule + " has no value; expected NAME=VALUE");
                }
                String option = part.substring(0, equals).strip();
                if (values.put(option, part.substring(equals + 1).strip()) != null) {
                    throw new IllegalArgumentException(
                            "the option '" + option + "' of " + rule + " is given twice; expected it once");
                }
            }
        }

        /** Splits at commas outside brackets, which belong to formulas. */
        private static List<String> split(String text) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int start = 0;
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(text.substring(start, at));
                    start = at + 1;
                }
            }
            parts.add(text.substring(start));
            return parts;
        }

        Formula formula(String option) {
            known.add(option);
            String value = values.remove(option);
            if (value == null) {
                throw new IllegalArgumentException(
                        rule + " needs " + option + "; expected " + rule + ":" + option + "=NUMBER or a formula in t");
            }
            try {
                return Formula.parse(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
            }
        }

        double number(String option, double standard) {
            known.add(option);
            String value = values.remove(option);
            if (value == null) {
                return standard;
            }
            try {
                return Numbers.parse(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(option + " of " + rule + ": " + e.getMessage(), e);
            }
        }

        <E extends Enum<E>> E choice(String option, E standard) {
            known.add(option);
            String value = values.remove(option);
            if (value == null) {
                return standard;
            }
            E[] choices = standard.getDeclaringClass().getEnumConstants();
            for (E choice : choices) {
                if (word(choice).equals(value)) {
                    return choice;
                }
            }
            throw new IllegalArgumentException(option + " of " + rule + " is '" + value + "'; expected "
                    + Arrays.stream(choices).map(RuleText::word).collect(Collectors.joining(" or ")));
        }

        void refuseOthers() {
            if (!values.isEmpty()) {
                throw new IllegalArgumentException(rule + " has no option '"
                        + values.keySet().iterator().next() + "'; expected " + String.join(" or ", known));
            }
        }
    }
}
