package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.product.Product.Ended;

/** A full disk is told in one line, and nothing half-written stays. The disk is a tmpfs in a mount namespace of its own. */
class DiskFullTest {

    @TempDir
    Path parent;

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        Product product = new Product(parent);
        Path disk = Files.createDirectory(product.folder().resolve("disk"));
        StringBuilder tokens = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            tokens.append(Math.cos(i)).append(',').append(Math.sin(i)).append('\n');
        }
        Files.writeString(product.folder().resolve("X0.csv"), tokens);
        // unprivileged where the kernel allows it; the listing afterwards is made inside the namespace
        product.by(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=1m none disk && \"$@\"; code=$?; ls -A disk > listing; exit $code",
                "sh");
        Ended run = product.run(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "hardmax",
                "--alpha",
                "1",
                "--steps",
                "200",
                "--output",
                "disk/out");
        assertEquals(3, run.exitCode(), run.toString());
        assertTrue(run.err().contains("no space left") && run.err().contains("disk/"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
        assertEquals(List.of(), Files.readAllLines(product.folder().resolve("listing")));
        try (Stream<Path> files = Files.list(disk)) {
            assertEquals(0, files.count());
        }
    }
}
