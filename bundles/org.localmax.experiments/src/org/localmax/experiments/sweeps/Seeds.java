package org.localmax.experiments.sweeps;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.localmax.data.Checksums;

/**
 * The seeds of the runs of a sweep: of experiment, point and replicate, never of their order, so that a run has the same seed wherever and
 * whenever it is run.
 *
 * @param experiment the name of the experiment
 * @param seed that of the sweep
 * @param areShared whether all points have the same seeds
 */
record Seeds(String experiment, long seed, boolean areShared) {

    /** The seed of a replicate at a point, at least 0: the first 63 bits of a SHA-256. */
    long of(List<String> point, int replicate) {
        String text = String.join("\n", experiment, Long.toString(seed), Integer.toString(replicate))
                + (areShared ? "" : "\n" + String.join("\n", point));
        return ByteBuffer.wrap(Checksums.sha256(text.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                >>> 1;
    }
}
