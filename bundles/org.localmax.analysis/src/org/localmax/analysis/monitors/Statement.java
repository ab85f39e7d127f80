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
    ALIGNMENT_SET(
            "H2",
            "The maximal alignment set S(K) is finite",
            "arXiv 2407.01602",
            "A symmetric positive definite",
            "the number of points of S(K), K the hull of the clusters at the end",
            "gaps up to 1e-12 |A| R^2 count as none",
            "where the faces of K are not known and its vertices too many"),
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
    ALIGNED_LIMITS(
            "H3d",
            "Every limit is in S(K)",
            "arXiv 2407.01602",
            "hardmax, A symmetric positive definite, straight lines, the sum of gamma infinite",
            "the greatest gap of a limit: by how much a vertex of K is better aligned with it than it is itself",
            "1e-8 max |A m| max |m| over the clusters' means m",
            "up to 8 times the tolerance"),
    QUIESCENT_SETS(
            "L1",
            "At a vertex of K a group settles by itself, at the factor 1/(1 + alpha)",
            "arXiv 2509.15958, Theorem 4.1",
            "localmax, straight lines, scale normalized and A symmetric positive definite, or keynorm and A the identity,"
                    + " delta/(2 + 2 alpha) greater than the linkage of clusters",
            "how far a token of the group N at v is, after the entry time, from mean(N) + (x - mean(N))/(1 + alpha), and by how"
                    + " much another limit is nearer to v than delta",
            "64 u R",
            "up to 8 times the tolerance, and where the tokens are at rest and a group is not by itself"),
    LIMITS_OUTSIDE(
            "L2",
            "A limit outside S(K) is approached at the factor (1 + alpha w)/(1 + alpha), w its own weight",
            "arXiv 2509.15958, Remark 3.1",
            "localmax, straight lines; a limit outside S(K) at rest",
            "how far the mean of the cluster is from where the factor takes it, as soon as its neighbours stay the same",
            "64 u R",
            "up to 8 times the tolerance, and where tokens of the cluster differ in their neighbours"),
    VANISHING_STRIP(
            "L3",
            "A strip that vanishes leaves no limit outside S(K)",
            "arXiv 2509.15958, Theorem 5.1",
            "localmax with delta falling to 0, A symmetric positive definite, straight lines, the sum of gamma infinite",
            "by how much the gap of a limit at rest exceeds what the strip at the end explains, delta s",
            "1e-8 max |A m| max |m| over the clusters' means m",
            "up to 8 times the tolerance"),
    NO_ARRIVAL(
            "L4",
            "No token arrives at a vertex of K in finitely many steps",
            "arXiv 2509.15958",
            "as L1, gamma below 1",
            "how far from v a token of a quiescent set was that is at v one step later",
            "64 u R / (1 - gamma): rounding takes nearer ones there",
            "up to 8 times the tolerance"),
    ADJOINT(
            "L5",
            "The adjoint function V never increases",
            "arXiv 2509.15958, Section 6",
            "weights that are not negative and add up to 1; straight lines; n up to 2,000 and n^2 T up to 4e9",
            "|V(t) - V(t+1) - 1/2 sum_ij (W^T diag(pi(t+1)) W)_ij |x_i - x_j|^2|, which is 0, or the increase of V",
            "(16 (n + d) + 1024 + 512 d |beta| |A| R^2) u R^2, and 16 R^2 times the error that a rule allows",
            "where decisions of a row are ambiguous, and up to 8 times the tolerance"),
    OBEYS(
            "rule",
            "The trajectory obeys the rule",
            "the rule itself",
            "a trajectory made elsewhere, every step of it",
            "how far a token of x(t+1) is from where the rule takes it from x(t)",
            "(4 n + 256 d (1 + |beta| |A| R^2)) u R, or what is asked for",
            "where decisions of the token's row are ambiguous, and up to 8 times the tolerance"),
    DECAY(
            "F1",
            "Energies under the descending oracle fall as 1/t",
            "arXiv 2508.09628, theorem 3.1",
            "frank-wolfe or hardmax with B = -M, M symmetric positive semidefinite, gamma = 2/(t+2), straight lines",
            "J(x(t+1)) less 2/(t+1) lambda_max(M) diam(conv X(0))^2, J(x) = <Mx, x> / 2",
            "(2 (d + 2) u + 2 tol) |M| R^2 + |M| (R + e) e, e the error of the state, and the rounding of the bound",
            "within the tolerance on either side, unless fractions tell"),
    CONTRACTION(
            "F1b",
            "Symmetric tokens under the descending oracle contract by |1 - 2 gamma|",
            "arXiv 2508.09628",
            "frank-wolfe or hardmax with B = -M, M symmetric positive definite, gamma constant, X(0) = -X(0), every token a"
                    + " vertex that owns its cell",
            "the greatest distance of x(t+1) from (1 - 2 gamma) x(t)",
            "64 u R",
            "up to 8 times the tolerance"),
    OWNERS(
            "F2",
            "Vertices that own their cells are stationary",
            "arXiv 2508.09628",
            "frank-wolfe or hardmax with B symmetric positive definite, straight lines",
            "how far a vertex of conv X(0) that owns its cell has moved",
            "(64 u + 2 n tol k) R, k the greatest |Bv| |w - v| / <Bv, v - w>: followers within the tie tolerance pull",
            "up to 8 times the tolerance"),
    CLOSED_FORM(
            "F3",
            "Tokens go on straight lines to the owners of their cells",
            "arXiv 2508.09628, theorem 4.2",
            "as F2, every vertex owns its cell, no token on a face between cells, the sum of gamma infinite",
            "how far a token is from Pi x(0) + (1 - Pi) v, Pi = prod (1 - gamma)",
            "128 u R for each step so far, and the tolerance of F2",
            "up to 8 times the tolerance"),
    COLLAPSE(
            "F4",
            "At finite beta all tokens go to one point",
            "arXiv 2508.09628",
            "softmax, straight lines, the sum of gamma infinite",
            "diam X(t+1) less (1 - gamma exp(-|beta| |A| R D)) D, D = diam X(t)",
            "128 u R, and 2 gamma R times the error of the rule",
            "up to 8 times the tolerance"),
    PLATEAU(
            "F5",
            "Tokens are near the vertices by T1 and stay until T2, much later",
            "arXiv 2508.09628, theorems 5.2 and 5.4",
            "softmax, beta positive, A = I, gamma constant and below 1, every vertex owns its cell, no token on a face, straight"
                    + " lines",
            "T2, the first t at which a token that was within eps of its vertex is farther than that",
            "none: T1 = floor(log(tau/m) / log(1 - gamma)) is told beside it",
            "where T2 comes before T1: how large beta must be is not said, so that nothing is a violation"),
    FRAME(
            "E1",
            "A step does not depend on the coordinates and the numbering",
            "arXiv 2407.01602, 2509.15958",
            "a rule that looks at scores alone, and of equal ones prefers none",
            "how far a token of a step in a rotated and renumbered frame is from where it should be",
            "256 d u R (1 + |beta| |A| R^2), and R times the error that a rule allows",
            "where every step has ambiguous decisions, and up to 8 times the tolerance"),
    SCALING(
            "E2",
            "A step does not depend on the unit of length",
            "derived",
            "a rule that looks at scores or distances alone; delta and beta are scaled with the tokens",
            "how far a token of a step in units of 1/8 or 4 is from where it should be",
            "0 where the rule decides; 256 d u R (1 + |beta| |A| R^2) otherwise, and along runs over the fractions",
            "where numbers are so small or large that products of them leave the range of binary64, or as E1"),
    REDUCTION(
            "E3",
            "A step under A is one under the identity of y = A^(1/2) x",
            "derived",
            "A symmetric positive definite and not the identity; a rule that looks at scores alone, localmax normalized or absolute"
                    + " among them; straight lines",
            "how far a token of the step of y is from where it should be",
            "256 d u R (1 + |beta| R^2), R = max_j |y_j|",
            "where every step has ambiguous decisions, and up to 8 times the tolerance");

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
