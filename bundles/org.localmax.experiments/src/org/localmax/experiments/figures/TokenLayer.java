package org.localmax.experiments.figures;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is drawn with tokens, from the back. */
public enum TokenLayer {
    /** The cells of the vertices of conv X(0) under an oracle. */
    CELLS("cells", "cells of the vertices of conv X(0)"),
    /** conv X(t). */
    HULL("hull", "hull of the tokens"),
    /** The limit polytope. */
    LIMIT_HULL("K", "K, the hull of the limits"),
    /** The strips of chosen tokens. */
    STRIPS("strips", "strips of chosen tokens"),
    /** The balls of quiescent sets with their entry times. */
    BALLS("balls", "quiescent balls"),
    /** The ways of tokens so far. */
    TRAILS("trails", "trails"),
    /** The vertices of K. */
    VERTICES("vertices", "vertices of K"),
    /** The points of S(K). */
    ALIGNED("S", "S(K)"),
    /** Limits outside S(K). */
    OUTSIDE("outside", "limits outside S(K)"),
    /** Tokens that attend to nobody else. */
    LEADERS("leaders", "leaders"),
    /** Tokens with ambiguous decisions. */
    AMBIGUOUS("ambiguous", "ambiguous decisions");

    /** What is drawn unless layers are chosen. */
    public static final Set<TokenLayer> DEFAULTS = Collections.unmodifiableSet(
            EnumSet.of(HULL, LIMIT_HULL, TRAILS, VERTICES, ALIGNED, OUTSIDE, LEADERS, STRIPS));

    private final String text;
    private final String meaning;

    TokenLayer(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The word on the command line. */
    public String text() {
        return text;
    }

    /** What it shows, in words. */
    public String meaning() {
        return meaning;
    }

    /** Whether it shows limits, which are there once a run is over. */
    boolean needsLimits() {
        return this == LIMIT_HULL || this == VERTICES || this == ALIGNED || this == OUTSIDE;
    }

    /**
     * The layers of words separated by commas; none of {@code none}.
     *
     * @throws IllegalArgumentException if one is not known
     */
    public static Set<TokenLayer> parse(String text) {
        EnumSet<TokenLayer> layers = EnumSet.noneOf(TokenLayer.class);
        if (!text.strip().equals("none")) {
            for (String word : text.split(",", -1)) {
                layers.add(one(word.strip()));
            }
        }
        return Collections.unmodifiableSet(layers);
    }

    private static TokenLayer one(String word) {
        return Arrays.stream(values())
                .filter(layer -> layer.text.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no layer; expected some of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(TokenLayer::text).toList()) + ", or none"));
    }
}
