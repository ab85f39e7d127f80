package org.localmax.data.internal;

import java.util.ArrayList;
import java.util.List;
import org.localmax.data.Numbers;
import org.localmax.dynamics.Rational;

/** Numbers read as they are written. */
final class FractionCells implements Cells<List<Rational>> {

    private final List<Rational> values = new ArrayList<>();

    @Override
    public void add(String number) {
        values.add(Numbers.parseExactly(number));
    }

    @Override
    public List<Rational> values() {
        return values;
    }
}
