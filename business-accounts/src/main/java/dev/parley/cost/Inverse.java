package dev.parley.cost;

/**
 * The inverse of a symmetric matrix that is nowhere negative, by its Cholesky factor. Directions of which the matrix says next to nothing are
 * given the little it takes to be inverted.
 */
final class Inverse {
    private static final double LITTLE = 1e-6;

    private final double[][] factor;
    private final double[] scale;

    Inverse(double[][] matrix) {
        var size = matrix.length;
        scale = new double[size];
        for (var i = 0; i < size; i++) {
            scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
        }
        factor = new double[size][size];
        for (var row = 0; row < size; row++) {
            for (var column = 0; column <= row; column++) {
                var sum = row == column
                        ? (scale[row] > 0 ? 1 : 0) + LITTLE
                        : matrix[row][column] * scale[row] * scale[column];
                for (var k = 0; k < column; k++) {
                    sum -= factor[row][k] * factor[column][k];
                }
                factor[row][column] = row == column ? Math.sqrt(Math.max(sum, LITTLE)) : sum / factor[column][column];
            }
        }
    }

    /** The vector, times the inverse, times the vector. */
    double spread(double[] vector) {
        var half = new double[vector.length];
        var sum = 0.0;
        for (var row = 0; row < vector.length; row++) {
            var rest = vector[row] * scale[row];
            for (var k = 0; k < row; k++) {
                rest -= factor[row][k] * half[k];
            }
            half[row] = rest / factor[row][row];
            sum += half[row] * half[row];
        }
        return sum;
    }
}
