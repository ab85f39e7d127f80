package org.localmax.experiments.sweeps;

/**
 * A share of the parts of a sweep.
 *
 * @param number k, from 1
 * @param count N
 */
public record Shard(int number, int count) {

    /** All of them. */
    public static final Shard ALL = new Shard(1, 1);

    /** @throws IllegalArgumentException unless 1 &lt;= k &lt;= N */
    public Shard {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException(
                    "the shard is " + number + "/" + count + "; expected k/N with k in 1..N");
        }
    }

    /**
     * The shard that a text k/N says.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Shard parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length == 2) {
                return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException("the shard is '" + text + "'; expected k/N with k in 1..N, such as 3/7");
    }

    /** The first of its parts. */
    int first(int parts) {
        return (int) ((long) parts * (number - 1) / count);
    }

    /** The part after its last. */
    int end(int parts) {
        return (int) ((long) parts * number / count);
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
