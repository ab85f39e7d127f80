package org.localmax.analysis;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be observed of a step and of the state before it. Each gives one or more columns, in the order of their declaration;
 * what cannot be told of a step is empty there.
 */
public enum Observable {
    /** The area of conv X, and for d other than 2 its {@linkplain org.localmax.geometry.Extent#width width}. */
    HULL(real("hull_area")) {
        @Override
        List<Column> cells(int dimension) {
            return dimension == 2 ? super.cells(dimension) : List.of(real("width"));
        }
    },
    /** max_i |x_i|. */
    NORM(real("largest_norm")),
    /** The number of {@link Clusters}. */
    CLUSTERS(whole("clusters")),
    /** The mean of |C_i|. */
    NEIGHBOURS(real("mean_neighbours")),
    /** The least distance of a score from its threshold. */
    MARGIN(real("smallest_margin")),
    /** The numbers of ambiguous decisions and of the consequential ones among them. */
    AMBIGUOUS(whole("ambiguous"), whole("consequential")),
    /** r(t) = max_i |x_i(t+1) - x_i(t)|. */
    RESIDUAL(real("residual")),
    /** The volume of conv X: its length on the line, its area in the plane. */
    VOLUME(real("hull_volume")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return hullRefusal(dimension);
        }
    },
    /** The size of the boundary of conv X: the perimeter in the plane, the surface area in space. */
    BOUNDARY(real("perimeter")) {
        @Override
        List<Column> cells(int dimension) {
            return dimension == 2 ? super.cells(dimension) : List.of(real("surface_area"));
        }

        @Override
        public Optional<String> refusal(int count, int dimension) {
            return dimension == 1
                    ? Optional.of("a hull on the line has no boundary to measure; expected dimension 2 or 3")
                    : hullRefusal(dimension);
        }
    },
    /** The least width of conv X over all directions; in space told of up to {@value HullMeasures#MOST_VERTICES} vertices. */
    WIDTH(real("least_width")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return hullRefusal(dimension);
        }
    },
    /** The number of vertices of conv X; in more than 3 dimensions of up to {@value #MOST_TOKENS_OF_VERTICES} tokens. */
    VERTICES(whole("hull_vertices")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return dimension > 3 && count > MOST_TOKENS_OF_VERTICES
                    ? Optional.of("it compares each of " + count + " tokens with the hull of others; expected at most "
                            + MOST_TOKENS_OF_VERTICES + " tokens where the dimension is more than 3")
                    : Optional.empty();
        }
    },
    /** max_ij |x_i - x_j|. */
    DIAMETER(real("diameter")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return dimension > 4 && count > MOST_TOKENS_OF_PAIRS
                    ? Optional.of("it may take all pairs of " + count + " tokens; expected at most "
                            + MOST_TOKENS_OF_PAIRS + " tokens where the dimension is more than 4")
                    : Optional.empty();
        }
    },
    /** The {@link EffectiveRank} of the tokens. */
    RANK(real("effective_rank")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            int smaller = Math.min(count, dimension);
            return smaller > EffectiveRank.LARGEST
                    ? Optional.of("there are " + smaller + " singular values; expected at most " + EffectiveRank.LARGEST
                            + " tokens or dimensions")
                    : Optional.empty();
        }
    },
    /** How many tokens {@linkplain Reversals turn back}. */
    REVERSALS(whole("reversals")),
    /** The asymmetry of the {@link NeighbourDigraph}. */
    ASYMMETRY(real("reciprocity"), whole("strong_components"), whole("closed_components")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return digraphRefusal(count);
        }
    },
    /** The same of the digraph that the symmetric part of A gives in the same state. */
    SYMMETRIC_PART(
            real("symmetric_reciprocity"), whole("symmetric_strong_components"), whole("symmetric_closed_components")) {
        @Override
        public Optional<String> refusal(int count, int dimension) {
            return digraphRefusal(count);
        }
    };

    /** What is observed where nothing is chosen: cheap for any number of tokens. */
    public static final Set<Observable> DEFAULTS =
            Collections.unmodifiableSet(EnumSet.range(Observable.HULL, Observable.RESIDUAL));

    private static final int MOST_TOKENS_OF_PAIRS = 20_000;

    private static final int MOST_TOKENS_OF_VERTICES = 500;

    private final List<Column> cells;

    Observable(Column... cells) {
        this.cells = List.of(cells);
    }

    /** A column, of whole numbers or not. */
    record Column(String name, boolean isWhole) {

        /** A number that reads back exactly, {@code inf}, or empty for NaN. */
        String text(double value) {
            if (Double.isNaN(value)) {
                return "";
            }
            if (Double.isInfinite(value)) {
                return value > 0 ? "inf" : "-inf";
            }
            return isWhole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    private static Column real(String name) {
        return new Column(name, false);
    }

    private static Column whole(String name) {
        return new Column(name, true);
    }

    private static Optional<String> hullRefusal(int dimension) {
        return dimension > 3
                ? Optional.of("the faces of a hull in dimension " + dimension
                        + " may be more than can be counted; expected dimension 3 at most")
                : Optional.empty();
    }

    private static Optional<String> digraphRefusal(int count) {
        return count > NeighbourDigraph.MOST_TOKENS
                ? Optional.of("it compares all pairs of " + count + " tokens at each recorded step; expected at most "
                        + NeighbourDigraph.MOST_TOKENS)
                : Optional.empty();
    }

    List<Column> cells(int dimension) {
        return cells;
    }

    /** The names of its columns for tokens of dimension d. */
    public List<String> columns(int dimension) {
        return cells(dimension).stream().map(Column::name).toList();
    }

    /** Why it is not observed of so many tokens of this dimension; empty if it is. */
    public Optional<String> refusal(int count, int dimension) {
        return Optional.empty();
    }

    /**
     * Refuses what is not observed of so many tokens of this dimension.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static void requireAll(Set<Observable> chosen, int count, int dimension) {
        for (Observable observable : chosen) {
            observable.refusal(count, dimension).ifPresent(because -> {
                throw new IllegalArgumentException(
                        "the observable '" + observable.text() + "' is not observed: " + because);
            });
        }
    }

    /** The word on command lines and in experiment files, such as {@code symmetric-part}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The observable of a word.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Observable parse(String text) {
        return Arrays.stream(values())
                .filter(observable -> observable.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the observable '" + text
                        + "' is not known; expected some of "
                        + Arrays.stream(values()).map(Observable::text).collect(Collectors.joining(", "))));
    }
}
