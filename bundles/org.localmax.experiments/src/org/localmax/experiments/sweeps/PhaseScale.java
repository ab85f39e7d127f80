package org.localmax.experiments.sweeps;

/** How numbers lie on an axis whose cells are halved: evenly, or by their ratios. */
enum PhaseScale {
    LINEAR,
    LOGARITHMIC;

    /** The number half way between two. */
    double middle(double low, double high) {
        return this == LINEAR ? low + (high - low) / 2 : Math.sqrt(low) * Math.sqrt(high);
    }

    /** The number as far beyond one as another is on its other side. */
    double mirrored(double at, double other) {
        return this == LINEAR ? 2 * at - other : at / other * at;
    }

    /** The edges of the cells around numbers that rise; a single number has a cell of length 1, or of ratio 2. */
    double[] edges(double[] values) {
        double[] edges = new double[values.length + 1];
        for (int k = 1; k < values.length; k++) {
            edges[k] = middle(values[k - 1], values[k]);
        }
        int last = values.length - 1;
        double single = this == LINEAR ? values[0] - 0.5 : values[0] / Math.sqrt(2);
        edges[0] = last == 0 ? single : mirrored(values[0], edges[1]);
        edges[last + 1] = mirrored(values[last], edges[last]);
        return edges;
    }
}
