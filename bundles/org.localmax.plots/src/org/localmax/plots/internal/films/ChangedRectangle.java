package org.localmax.plots.internal.films;

/**
 * The smallest rectangle with all pixels in which two frames differ.
 *
 * @param x of its left column
 * @param y of its upper row
 * @param width at least 1
 * @param height at least 1
 */
record ChangedRectangle(int x, int y, int width, int height) {

    /** A whole frame. */
    static ChangedRectangle whole(int width, int height) {
        return new ChangedRectangle(0, 0, width, height);
    }

    /** Of two frames, pixels row by row; of equal ones the first pixel, since an image cannot be empty. */
    static ChangedRectangle of(byte[] before, byte[] after, int width) {
        int height = after.length / width;
        int left = width;
        int right = -1;
        int upper = height;
        int lower = -1;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int x = 0;
            while (x < width && before[row + x] == after[row + x]) {
                x++;
            }
            if (x == width) {
                continue;
            }
            int end = width - 1;
            while (before[row + end] == after[row + end]) {
                end--;
            }
            left = Math.min(left, x);
            right = Math.max(right, end);
            upper = Math.min(upper, y);
            lower = y;
        }
        return right < 0
                ? new ChangedRectangle(0, 0, 1, 1)
                : new ChangedRectangle(left, upper, right - left + 1, lower - upper + 1);
    }
}
