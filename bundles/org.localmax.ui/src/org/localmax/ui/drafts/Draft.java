package org.localmax.ui.drafts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;

/**
 * The unsaved state of a file: its path in the workspace, a line feed, its content. It appears whole or not at all.
 *
 * @param file what is edited
 */
public record Draft(IFile file) {

    private static final String SUFFIX = ".draft";

    /** The files that were edited when the program ended without closing their editors. */
    public static List<IFile> left() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<IFile> files = new ArrayList<>();
        try (Stream<Path> drafts = Files.list(folder)) {
            for (Path draft : drafts.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(draft);
                IFile file = ResourcesPlugin.getWorkspace()
                        .getRoot()
                        .getFile(new org.eclipse.core.runtime.Path(
                                new String(bytes, 0, headEnd(bytes), StandardCharsets.UTF_8)));
                if (file.exists()) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            Platform.getLog(Draft.class).error(e.getMessage(), e);
        }
        return files;
    }

    /** The content; empty if the file was saved, or never edited. */
    public Optional<byte[]> read() throws IOException {
        if (!Files.exists(place())) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(place());
        int start = Math.min(bytes.length, headEnd(bytes) + 1);
        return Optional.of(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private static int headEnd(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Keeps the content in place of what was kept before. */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(folder());
        Path fresh = place().resolveSibling(name() + ".new");
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write((file.getFullPath() + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(content);
            channel.force(true);
        }
        Files.move(fresh, place(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** There is nothing unsaved any more. */
    public void delete() throws IOException {
        Files.deleteIfExists(place());
    }

    private Path place() {
        return folder().resolve(name() + SUFFIX);
    }

    /** A name of one length for paths of any. */
    private String name() {
        return UUID.nameUUIDFromBytes(file.getFullPath().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Path folder() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(Draft.class))
                .append("drafts")
                .toPath();
    }
}
