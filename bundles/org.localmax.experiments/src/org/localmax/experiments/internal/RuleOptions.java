package org.localmax.experiments.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localmax.data.Numbers;
import org.localmax.experiments.Formula;

/**
 * The options of one rule as text, {@code NAME=VALUE} separated by commas: each is taken once, and what is left over is
 * refused. Whatever is wrong is an {@link IllegalArgumentException} with a message for the user.
 */
public final class RuleOptions {

    private final String rule;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    /**
     * @param rule the rule's name, for messages
     * @param text its options; blank for none
     */
    public RuleOptions(String rule, String text) {
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

    /** How a choice is written. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A text that is needed. */
    public String text(String option) {
        return needed(option, "FORMULA");
    }

    /** A formula in t that is needed. */
    public Formula formula(String option) {
        return formula(option, needed(option, "NUMBER or a formula in t"));
    }

    /** A formula in t. */
    public Formula formulaOr(String option, String standard) {
        return formula(option, taken(option).orElse(standard));
    }

    private static Formula formula(String option, String value) {
        try {
            return Formula.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /** A number that is needed. */
    public double number(String option) {
        return number(option, needed(option, "NUMBER"), Numbers::parse);
    }

    /** A number. */
    public double numberOr(String option, double standard) {
        return taken(option).map(value -> number(option, value, Numbers::parse)).orElse(standard);
    }

    /** A whole number that is needed. */
    public int integer(String option) {
        return number(option, needed(option, "WHOLE NUMBER"), value -> whole(value, Integer::valueOf));
    }

    /** A whole number. */
    public long integerOr(String option, long standard) {
        return taken(option)
                .map(value -> number(option, value, text -> whole(text, Long::valueOf)))
                .orElse(standard);
    }

    private <N> N number(String option, String value, Function<String, N> parser) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " of " + rule + ": " + e.getMessage(), e);
        }
    }

    private static <N> N whole(String value, Function<String, N> parser) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            throw new NumberFormatException("'" + value + "' is not a whole number; expected one such as 3");
        }
    }

    /** One of some choices. */
    public <E extends Enum<E>> E choice(String option, E standard) {
        return taken(option).map(value -> chosen(option, value, standard)).orElse(standard);
    }

    private <E extends Enum<E>> E chosen(String option, String value, E standard) {
        E[] choices = standard.getDeclaringClass().getEnumConstants();
        return Arrays.stream(choices)
                .filter(choice -> word(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + " of " + rule + " is '" + value
                        + "'; expected "
                        + Arrays.stream(choices).map(RuleOptions::word).collect(Collectors.joining(" or "))));
    }

    /** Refuses options that nothing took. */
    public void refuseOthers() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(rule + " has no option '"
                    + values.keySet().iterator().next() + "'; expected " + String.join(" or ", known));
        }
    }

    private String needed(String option, String kind) {
        return taken(option)
                .orElseThrow(() -> new IllegalArgumentException(
                        rule + " needs " + option + "; expected " + rule + ":" + option + "=" + kind));
    }

    private Optional<String> taken(String option) {
        known.add(option);
        return Optional.ofNullable(values.remove(option));
    }
}
