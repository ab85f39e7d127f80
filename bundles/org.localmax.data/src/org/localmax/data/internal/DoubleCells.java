package org.localmax.data.internal;

import java.util.Arrays;
import org.localmax.data.Numbers;

/** Numbers read as the nearest doubles. */
final class DoubleCells implements Cells<double[]> {

    private double[] values = new double[1024];
    private int count;

    @Override
    public void reserve(int needed) {
        if (needed > values.length) {
            long grown = Math.max(needed, values.length + ((long) values.length >> 1));
            values = Arrays.copyOf(values, (int) Math.min(grown, Table.MOST_VALUES));
        }
    }

    @Override
    public void add(String number) {
        values[count++] = Numbers.parse(number);
    }

    @Override
    public double[] values() {
        return count == values.length ? values : Arrays.copyOf(values, count);
    }
}
