package org.localmax.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.Trajectory;

/** Archives beyond 4 GiB, in sparse files. */
class LargeZipTest {

    @TempDir
    Path folder;

    @Test
    void anArrayBeyondFourGigabytesIsReadAtItsEnd() throws Exception {
        Path file = folder.resolve("large.npz");
        int records = 540;
        int n = 1_000_000;
        StoredZip zip = new StoredZip(List.of(
                new StoredZip.Entry("tokens.npy", ArrayOutput.size(records, n, 1)),
                new StoredZip.Entry("steps.npy", ArrayOutput.size(records))));
        long last = zip.dataOffset(1) - 8 - 30 - "steps.npy".length();
        assertTrue(last > 1L << 32);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ArrayOutput steps = ArrayOutput.ofLongs(channel, zip.dataOffset(1), records);
            for (int r = 0; r < records; r++) {
                steps.putLong(r);
            }
            steps.flush();
            ArrayOutput.ofDoubles(channel, zip.dataOffset(0), records, n, 1).flush();
            Bytes.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, 2.5), channel, last);
            zip.writeHeaders(channel, 0, steps.crc());
        }
        try (Trajectory trajectory = Trajectory.open(file)) {
            assertEquals(records, trajectory.records());
            assertEquals(539, trajectory.step(539));
            double[] rows = trajectory.tokens(539).rows();
            assertArrayEquals(new double[] {0, 2.5}, new double[] {rows[n - 2], rows[n - 1]});
        }
        try (ZipFile java = new ZipFile(file.toFile())) {
            ZipEntry tokens = java.getEntry("tokens.npy");
            assertEquals(ArrayOutput.size(records, n, 1), tokens.getSize());
            ZipEntry steps = java.getEntry("steps.npy");
            assertEquals(ArrayOutput.size(records), java.getInputStream(steps).readAllBytes().length);
        }
        assertTrue(Files.size(file) > 1L << 32);
    }
}
