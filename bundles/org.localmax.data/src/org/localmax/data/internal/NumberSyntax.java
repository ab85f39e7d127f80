package org.localmax.data.internal;

import java.util.regex.Pattern;

/** What a number looks like; narrower than {@link Double#parseDouble}, which takes hexadecimals and the suffixes d and f. */
public final class NumberSyntax {

    private static final Pattern NON_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_QUOTE = 40;

    private NumberSyntax() {}

    /** Whether the text is a sign or none, digits with a point or none, and an exponent or none. */
    public static boolean isDecimal(String text) {
        int start = afterSign(text, 0);
        int whole = afterDigits(text, start);
        int end = whole;
        int digits = whole - start;
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = afterDigits(text, whole + 1);
            digits += end - whole - 1;
        }
        if (digits == 0) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            end = afterDigits(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    /** Whether the text is an integer, the slash at the given place, and an integer without a sign. */
    public static boolean isFraction(String text, int slash) {
        int start = afterSign(text, 0);
        return slash > start
                && afterDigits(text, start) == slash
                && slash + 1 < text.length()
                && afterDigits(text, slash + 1) == text.length();
    }

    /** Whether the text is a word for infinity or for not a number. */
    public static boolean isNonFinite(String text) {
        return NON_FINITE.matcher(text).matches();
    }

    /** Whether the text starts as a number does, so that it is a number gone wrong rather than a name. */
    public static boolean resemblesNumber(String text) {
        int start = afterSign(text, 0);
        boolean digits = start < text.length() && (text.charAt(start) == '.' || isDigit(text.charAt(start)));
        return digits || isNonFinite(text);
    }

    /** The text in quotation marks for a message, without control characters and not too long. */
    public static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private static int afterSign(String text, int start) {
        return start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+') ? start + 1 : start;
    }

    private static int afterDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
