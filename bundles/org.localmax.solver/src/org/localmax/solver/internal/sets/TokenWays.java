package org.localmax.solver.internal.sets;

/** How far tokens are from the origin and from one step to the next. */
final class TokenWays {

    /** Added to squared ways, so that those which underflow are not lost. */
    private static final double LEAST_SQUARE = 0x1p-900;

    private final SetKernel kernel;
    private final double[] squares;

    TokenWays(SetKernel kernel, TokenColumns tokens) {
        this.kernel = kernel;
        squares = new double[tokens.length()];
    }

    /** The greatest squared norm of a token. */
    double greatestSquare(TokenColumns tokens) {
        double[] x = tokens.values();
        int length = tokens.length();
        square(x, squares);
        for (int column = length; column < x.length; column += length) {
            addSquares(x, column, squares);
        }
        return kernel.greatestSize(squares, 0, length);
    }

    private static void square(double[] x, double[] squares) {
        for (int j = 0; j < squares.length; j++) {
            squares[j] = x[j] * x[j];
        }
    }

    private static void addSquares(double[] x, int column, double[] squares) {
        for (int j = 0; j < squares.length; j++) {
            squares[j] = Math.fma(x[column + j], x[column + j], squares[j]);
        }
    }

    /**
     * Adds the way that each token moved to those before.
     *
     * @return the greatest square of a way
     */
    double add(TokenColumns from, TokenColumns to, double[] ways) {
        double[] x = from.values();
        double[] y = to.values();
        int length = from.length();
        squareDifferences(x, y, squares);
        for (int column = length; column < x.length; column += length) {
            addSquaredDifferences(x, y, column, squares);
        }
        addRoots(squares, ways);
        return kernel.greatestSize(squares, 0, length);
    }

    private static void squareDifferences(double[] x, double[] y, double[] squares) {
        for (int j = 0; j < squares.length; j++) {
            double difference = x[j] - y[j];
            squares[j] = difference * difference;
        }
    }

    private static void addSquaredDifferences(double[] x, double[] y, int column, double[] squares) {
        for (int j = 0; j < squares.length; j++) {
            double difference = x[column + j] - y[column + j];
            squares[j] = Math.fma(difference, difference, squares[j]);
        }
    }

    private static void addRoots(double[] squares, double[] ways) {
        for (int j = 0; j < squares.length; j++) {
            ways[j] += Math.sqrt(squares[j] + LEAST_SQUARE);
        }
    }
}
