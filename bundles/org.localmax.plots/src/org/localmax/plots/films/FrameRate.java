package org.localmax.plots.films;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many frames are shown in how many seconds, in lowest terms: 25/1, or 2/3 for two frames in three seconds.
 *
 * @param frames at least 1
 * @param seconds at least 1; one frame is shown for at most 600 seconds, and at most 240 frames in one
 */
public record FrameRate(int frames, int seconds) {

    private static final int MOST_FRAMES = 240;
    private static final int MOST_SECONDS = 600;

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6})|/(\\d{1,6}))?");

    private static final String EXPECTED =
            "; expected a number of frames per second from 1/600 to 240, like 25, 12.5 or 1/2";

    /** @throws IllegalArgumentException if it is out of range */
    public FrameRate {
        if (frames < 1
                || seconds < 1
                || frames > (long) MOST_FRAMES * seconds
                || seconds > (long) MOST_SECONDS * frames) {
            throw new IllegalArgumentException(
                    "the frame rate " + frames + "/" + seconds + " is out of range" + EXPECTED);
        }
        int common = BigInteger.valueOf(frames).gcd(BigInteger.valueOf(seconds)).intValueExact();
        frames /= common;
        seconds /= common;
    }

    /** So many frames a second. */
    public static FrameRate of(int frames) {
        return new FrameRate(frames, 1);
    }

    /**
     * Reads a whole number, a decimal or a fraction of frames per second.
     *
     * @throws IllegalArgumentException if it is none or out of range; the message is for users
     */
    public static FrameRate of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no frame rate" + EXPECTED);
        }
        if (form.group(2) == null) {
            return new FrameRate(
                    Integer.parseInt(form.group(1)), form.group(3) == null ? 1 : Integer.parseInt(form.group(3)));
        }
        BigDecimal decimal = new BigDecimal(text.strip());
        BigInteger seconds = BigInteger.TEN.pow(decimal.scale());
        BigInteger common = decimal.unscaledValue().gcd(seconds);
        try {
            return new FrameRate(
                    decimal.unscaledValue().divide(common).intValueExact(),
                    seconds.divide(common).intValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the frame rate " + text + " is out of range" + EXPECTED, e);
        }
    }

    @Override
    public String toString() {
        return seconds == 1 ? Integer.toString(frames) : frames + "/" + seconds;
    }
}
