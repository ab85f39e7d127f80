package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output that is a mount point, as it is in containers. It is made in a mount namespace of its own. */
class MountPointTest {

    @TempDir
    Path temporary;

    private Path output;

    @BeforeEach
    void folder() throws Exception {
        output = Files.createDirectory(temporary.toRealPath().resolve("mnt"));
    }

    @Test
    void anEmptyOneIsFilled() throws Exception {
        assertEquals("published\nrun.json\n", writing("mount -t tmpfs none mnt", "false"));
    }

    @Test
    void resultsOnOneAreRefusedBeforeTheRun() throws Exception {
        assertEquals(
                output + ": is a mount point, which cannot be replaced; expected an empty one, or a folder in it\n"
                        + "run.json\n",
                writing("mount -t tmpfs none mnt && echo old > mnt/run.json", "true"));
    }

    @Test
    void aFinishedResultIsKeptIfOneThatLooksLikeItsParentCannotBeReplaced() throws Exception {
        String told = writing("echo old > mnt/run.json && mount --bind mnt mnt", "true");
        assertEquals("old\n", Files.readString(output.resolve("run.json")));
        String kept = told.lines().findFirst().orElseThrow().replaceFirst(".* is kept in ", "");
        assertEquals("new", Files.readString(Path.of(kept).resolve("run.json")), told);
    }

    /** @return what the writer said, and what is in the output then */
    private String writing(String preparation, String force) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        String script = "cd \"$0\" && " + preparation + " && \"$@\" && ls -A mnt";
        String parent = output.getParent().toString();
        String writer = Writer.class.getName();
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--map-root-user",
                        "sh",
                        "-c",
                        script,
                        parent,
                        java,
                        "-cp",
                        path,
                        writer,
                        output.toString(),
                        force)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Publishes a capsule. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            try (CapsuleFolder capsule =
                    CapsuleFolder.stage(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1]))) {
                Files.writeString(capsule.path("run.json"), "new");
                capsule.publish();
                System.out.println("published");
            } catch (DataException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
