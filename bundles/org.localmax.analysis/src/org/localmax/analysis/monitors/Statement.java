package org.localmax.analysis.monitors;

/**
 * A statement of the theory that can be watched, and how: under which hypotheses, by which quantity, up to which tolerance, and
 * when the verdict is undecided. R is max_j |x_j|, u = 2^-53.
 */
public enum Statement {
    HULL(
            "H1",
            "The convex hull of the tokens never grows",
            "arXiv 2407.01602",
            "weights that are not negative and add up to 1; tokens move on straight lines to the mean",
            "the greatest distance of a token of X(t+1) from conv X(t)",
            "64 u R",
            "up to 8 times the tolerance"),
    LEADERS(
            "H3a",
            "Leaders never move and stay leaders",
            "arXiv 2407.01602",
            "hardmax, A symmetric positive definite, straight lines",
            "how far a token that once led has moved from where it led first",
            "64 u R for each step so far, and sqrt(2 tol) R, within which followers may share the mean of a row",
            "up to 8 times the tolerance"),
    NORMS(
            "H3b",
            "The A-norm of no token ever decreases",
            "arXiv 2407.01602",
            "hardmax, A symmetric positive definite, straight lines",
            "the greatest decrease of <Ax, x> in a step",
            "(2 tol + (64 + 4 (d + 2)) u) |A| R^2, tol the tie tolerance",
            "up to 8 times the tolerance"),
    NO_MERGING(
            "H3c",
            "Distinct tokens never merge",
            "arXiv 2407.01602",
            "hardmax, A symmetric positive definite, gamma below 1, straight lines",
            "how far apart two tokens were that coincide one step later",
            "64 u R / (1 - gamma): rounding joins nearer ones",
            "up to 8 times the tolerance"),
    FRAME(
            "E1",
            "A step does not depend on the coordinates and the numbering",
            "arXiv 2407.01602, 2509.15958",
            "a rule that looks at scores alone, and of equal ones prefers none",
            "how far a token of a step in a rotated and renumbered frame is from where it should be",
            "256 d u R (1 + |beta| |A| R^2)",
            "where decisions are ambiguous, and up to 8 times the tolerance");

    private final String id;
    private final String title;
    private final String source;
    private final String hypotheses;
    private final String quantity;
    private final String tolerance;
    private final String undecided;

    Statement(
            String id,
            String title,
            String source,
            String hypotheses,
            String quantity,
            String tolerance,
            String undecided) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.hypotheses = hypotheses;
        this.quantity = quantity;
        this.tolerance = tolerance;
        this.undecided = undecided;
    }

    /** The short name, as H1. */
    public String id() {
        return id;
    }

    /** What is stated. */
    public String title() {
        return title;
    }

    /** Where it comes from. */
    public String source() {
        return source;
    }

    /** When it is stated. */
    public String hypotheses() {
        return hypotheses;
    }

    /** What is measured. */
    public String quantity() {
        return quantity;
    }

    /** Up to which size that counts as nothing. */
    public String tolerance() {
        return tolerance;
    }

    /** When the monitor does not decide. */
    public String undecided() {
        return undecided;
    }
}
