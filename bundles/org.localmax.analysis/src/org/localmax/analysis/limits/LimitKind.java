package org.localmax.analysis.limits;

import java.util.Locale;

/** What kind of point a token has come to rest at. */
public enum LimitKind {
    /** A vertex of K that is in S(K). */
    VERTEX,
    /** A point of S(K) that is no vertex. */
    IN_S,
    /** A point that a vertex of K is better aligned with than the point itself. */
    OUTSIDE_S,
    /** None: the tokens were not at rest at the end. */
    NOT_SETTLED;

    /** The word in tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replaceFirst(" s$", " S");
    }
}
