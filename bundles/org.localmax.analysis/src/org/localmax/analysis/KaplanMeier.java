package org.localmax.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The share of those to whom something has not happened yet, where some were not seen long enough for it: the product-limit estimate
 * (Kaplan and Meier, Journal of the American Statistical Association 53, 1958). Whoever is censored at a time counts as at risk
 * then. Immutable.
 */
public final class KaplanMeier {

    private final double[] times;
    private final double[] shares;
    private final int[] atRisk;
    private final int[] events;
    private final int count;
    private final int censored;
    private final double last;

    private KaplanMeier(double[] times, int[] atRisk, int[] events, int count, double last) {
        this.times = times;
        this.atRisk = atRisk;
        this.events = events;
        this.count = count;
        this.last = last;
        censored = count - Arrays.stream(events).sum();
        shares = new double[times.length];
        double share = 1;
        for (int k = 0; k < times.length; k++) {
            share *= 1 - (double) events[k] / atRisk[k];
            shares[k] = share;
        }
    }

    /**
     * The estimate.
     *
     * @param times when it happened, or until when it had not
     * @param happened which of the two, one a time
     * @throws IllegalArgumentException if there is no time, one is not finite, or there are not as many of both
     */
    public static KaplanMeier of(double[] times, boolean[] happened) {
        if (times.length == 0
                || times.length != happened.length
                || !Arrays.stream(times).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("expected at least one finite time, and as many answers");
        }
        double[] moments = new double[times.length];
        int count = 0;
        for (int k = 0; k < times.length; k++) {
            if (happened[k]) {
                moments[count++] = times[k];
            }
        }
        double[] distinct = Arrays.stream(moments, 0, count).sorted().distinct().toArray();
        int[] atRisk = new int[distinct.length];
        int[] events = new int[distinct.length];
        for (int k = 0; k < times.length; k++) {
            int place = Arrays.binarySearch(distinct, times[k]);
            int upTo = place >= 0 ? place : -place - 2;
            if (upTo >= 0) {
                atRisk[upTo]++;
            }
            if (happened[k]) {
                events[place]++;
            }
        }
        for (int k = distinct.length - 2; k >= 0; k--) {
            atRisk[k] += atRisk[k + 1];
        }
        return new KaplanMeier(
                distinct,
                atRisk,
                events,
                times.length,
                Arrays.stream(times).max().orElseThrow());
    }

    /** The times at which it happened to somebody, ascending: a new array. */
    public double[] times() {
        return times.clone();
    }

    /** The share to whom it has not happened after each of these times: a new array. */
    public double[] shares() {
        return shares.clone();
    }

    /** How many were at risk just before a time, by its place. */
    public int atRisk(int place) {
        return atRisk[place];
    }

    /** To how many it happened at a time, by its place. */
    public int events(int place) {
        return events[place];
    }

    /** How many were looked at. */
    public int count() {
        return count;
    }

    /** How many of them were censored. */
    public int censored() {
        return censored;
    }

    /** The greatest time, whatever ended it. */
    public double last() {
        return last;
    }

    /** The share to whom it has not happened at a time and before. */
    public double share(double time) {
        int place = Arrays.binarySearch(times, time);
        int upTo = place >= 0 ? place : -place - 2;
        return upTo < 0 ? 1 : shares[upTo];
    }

    /** The first time after which at most half are left; empty if more are to the end. */
    public OptionalDouble median() {
        for (int k = 0; k < times.length; k++) {
            if (shares[k] <= 0.5) {
                return OptionalDouble.of(times[k]);
            }
        }
        return OptionalDouble.empty();
    }
}
