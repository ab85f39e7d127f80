package org.localmax.solver.internal.trees;

/** A {@link ConeKernel} in plain arithmetic. */
final class ScalarConeKernel implements ConeKernel {

    @Override
    public int support(Contenders keys, Cone cone) {
        double greatest = Double.NEGATIVE_INFINITY;
        int support = 0;
        for (int index = 0; index < keys.count(); index++) {
            double product = product(keys, cone, index);
            if (product > greatest) {
                greatest = product;
                support = index;
            }
        }
        return support;
    }

    /** The inner product of a key with the middle of a cone. */
    static double product(Contenders keys, Cone cone, int index) {
        double product = cone.middle()[0] * keys.coordinates()[0][index];
        for (int k = 1; k < keys.dimension(); k++) {
            product = Math.fma(cone.middle()[k], keys.coordinates()[k][index], product);
        }
        return product;
    }

    @Override
    public void narrow(Contenders keys, Cone cone, Contenders kept) {
        kept.count(narrow(keys, 0, cone, kept, kept.count()));
    }

    /**
     * Copies keys from an index on.
     *
     * @param count the number of keys in the other list
     * @return the number of keys there then
     */
    static int narrow(Contenders keys, int from, Cone cone, Contenders kept, int count) {
        int next = count;
        for (int index = from; index < keys.count(); index++) {
            double bound = 0;
            for (int k = 0; k < keys.dimension(); k++) {
                double offset = keys.coordinates()[k][index] - cone.reference()[k];
                bound = Math.fma(cone.half()[k], Math.abs(offset), Math.fma(cone.middle()[k], offset, bound));
            }
            if (!(bound < -cone.reach())) { // also where there is no bound
                for (int k = 0; k < keys.dimension(); k++) {
                    kept.coordinates()[k][next] = keys.coordinates()[k][index];
                }
                kept.keys()[next++] = keys.keys()[index];
            }
        }
        return next;
    }
}
