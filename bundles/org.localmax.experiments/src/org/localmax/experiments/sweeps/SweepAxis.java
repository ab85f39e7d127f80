package org.localmax.experiments.sweeps;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.localmax.data.Numbers;
import org.localmax.dynamics.Rational;

/**
 * What varies over a sweep, and the values it takes.
 *
 * @param name the column of the results, and the name in formulas
 * @param parameter what is set; empty for an axis that only serves formulas
 * @param pattern what it is set to, with {} for the value
 * @param values the values
 */
record SweepAxis(String name, Optional<ParameterPath> parameter, String pattern, Values values) {

    /** What stands for the value in a pattern. */
    static final String VALUE = "{}";

    /** Where the values of an axis come from. */
    sealed interface Values {

        /** Given one by one: numbers or words. */
        record Listed(List<String> texts) implements Values {}

        /** Between two ends, evenly or by equal ratios. */
        record Between(double from, double to, int count, boolean logarithmic) implements Values {}

        /** A column of a table whose rows are gone through together. */
        record Column(String table, List<String> texts) implements Values {}

        /** By a formula in other axes. */
        record Derived(PointFormula formula) implements Values {}
    }

    /** How many values the axis has on its own; 1 if they follow from those of others. */
    int count() {
        return switch (values) {
            case Values.Listed listed -> listed.texts().size();
            case Values.Between between -> between.count();
            case Values.Column column -> column.texts().size();
            case Values.Derived _ -> 1;
        };
    }

    /** The value of a number, from 0; of an axis that does not follow from others. */
    String value(int index) {
        return switch (values) {
            case Values.Listed listed -> listed.texts().get(index);
            case Values.Column column -> column.texts().get(index);
            case Values.Between between -> text(evenly(between, index));
            case Values.Derived _ -> throw new IllegalStateException("the axis " + name + " follows from others");
        };
    }

    /** The value at a share of the way, in [0, 1), of an axis that does not follow from others. */
    String valueAt(double share) {
        return values instanceof Values.Between between
                ? text(between(between, share))
                : value((int) (share * count()));
    }

    /** The numbers as they are written are divided, so that 0 to 1 in 11 has 0.3 and not 0.30000000000000004. */
    private static double evenly(Values.Between range, int index) {
        if (index == 0 || range.count() == 1) {
            return range.from();
        }
        if (index == range.count() - 1) {
            return range.to();
        }
        if (range.logarithmic()) {
            return rounded(between(range, (double) index / (range.count() - 1)));
        }
        Rational from = Numbers.parseExactly(Double.toString(range.from()));
        Rational to = Numbers.parseExactly(Double.toString(range.to()));
        Rational share = Rational.of(index, range.count() - 1L);
        return from.plus(to.minus(from).times(share)).toDouble();
    }

    /** To 15 digits, so that 1/4 to 4 in 5 has 2 and not 1.9999999999999998. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(15)).doubleValue();
    }

    private static double between(Values.Between range, double share) {
        if (range.logarithmic()) {
            double low = StrictMath.log(range.from());
            double high = StrictMath.log(range.to());
            return StrictMath.exp(low + share * (high - low));
        }
        return range.from() + share * (range.to() - range.from());
    }

    /** A number as it is written into an experiment: whole ones without a point. */
    static String text(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }

    /** What the parameter is set to at a value. */
    String setting(String value) {
        return pattern.replace(VALUE, value);
    }
}
