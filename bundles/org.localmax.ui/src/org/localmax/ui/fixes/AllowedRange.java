package org.localmax.ui.fixes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that are expected in the place of another, as messages say it.
 *
 * @param least lower end
 * @param isLeastIn whether the lower end is allowed itself
 * @param most upper end, infinite if there is none
 * @param isMostIn whether the upper end is allowed itself
 */
record AllowedRange(double least, boolean isLeastIn, double most, boolean isMostIn) {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?)";
    private static final Pattern BETWEEN = Pattern.compile("([\\[(])" + NUMBER + ", " + NUMBER + "([\\])])");
    private static final Pattern DOTS = Pattern.compile("expected " + NUMBER + "\\.\\." + NUMBER);
    private static final Pattern FROM_TO = Pattern.compile("from " + NUMBER + " to.below " + NUMBER);
    private static final Pattern AT_LEAST = Pattern.compile("at.least " + NUMBER);
    private static final Pattern GREATER = Pattern.compile("greater.than " + NUMBER);

    /** The range that a message expects, if it names one. */
    static Optional<AllowedRange> in(String message) {
        int start = message.indexOf("expected");
        if (start < 0) {
            return Optional.empty();
        }
        String expected = message.substring(start);
        Matcher between = BETWEEN.matcher(expected);
        if (between.find()) {
            return Optional.of(new AllowedRange(
                    number(between, 2),
                    between.group(1).equals("["),
                    number(between, 3),
                    between.group(4).equals("]")));
        }
        Matcher dots = DOTS.matcher(expected);
        if (dots.find()) {
            return Optional.of(new AllowedRange(number(dots, 1), true, number(dots, 2), true));
        }
        Matcher ends = FROM_TO.matcher(expected);
        if (ends.find()) {
            return Optional.of(new AllowedRange(number(ends, 1), true, number(ends, 2), false));
        }
        Matcher least = AT_LEAST.matcher(expected);
        if (least.find()) {
            return Optional.of(new AllowedRange(number(least, 1), true, Double.POSITIVE_INFINITY, false));
        }
        Matcher greater = GREATER.matcher(expected);
        return greater.find()
                ? Optional.of(new AllowedRange(number(greater, 1), false, Double.POSITIVE_INFINITY, false))
                : Optional.empty();
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    boolean has(double value) {
        return (isLeastIn ? value >= least : value > least) && (isMostIn ? value <= most : value < most);
    }

    /** The end nearest to a value outside, or, if that end is not allowed itself, a round number inside. */
    double nearest(double value) {
        if (value >= most && isMostIn) {
            return most;
        }
        if (!(value > least) && isLeastIn) {
            return least;
        }
        return Double.isInfinite(most) ? least + 1 : least + (most - least) / 2;
    }
}
