package org.localmax.plots.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The shipped fonts as files, and AWT made to do with them. Java on Linux asks fontconfig for the system's fonts
 * before it loads any font at all, and fails where there is none ("Fontconfig head is null"). Told of a font
 * configuration of its own it asks nobody; ours names the shipped font for everything.
 */
final class FontFiles {

    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private FontFiles() {}

    /** The folder with the fonts, unpacked once a process and removed when it ends. */
    static Path folder() {
        return Unpacked.FOLDER;
    }

    private static final class Unpacked {
        static final Path FOLDER = unpack();

        private static Path unpack() {
            try {
                Path folder = Files.createTempDirectory("localmax-fonts-");
                folder.toFile().deleteOnExit();
                for (Typeface face : Typeface.values()) {
                    Path file = folder.resolve(face.fileName());
                    try (InputStream font = FontFiles.class.getResourceAsStream("/fonts/" + face.fileName())) {
                        Files.copy(font, file);
                    }
                    file.toFile().deleteOnExit();
                }
                configure(folder);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped fonts cannot be unpacked", e);
            }
        }

        private static void configure(Path folder) throws IOException {
            if (System.getProperty("java.awt.headless") == null) {
                System.setProperty("java.awt.headless", "true"); // figures need no display, even beside a window
            }
            if (System.getProperty(CONFIGURATION) != null) {
                return;
            }
            Properties fonts = new Properties();
            fonts.setProperty("version", "1");
            fonts.setProperty("sequence.allfonts", "latin-1");
            fonts.setProperty("allfonts.latin-1", "-shipped-");
            fonts.setProperty(
                    "filename.-shipped-",
                    folder.resolve(Typeface.REGULAR.fileName()).toString());
            Path file = folder.resolve("fontconfig.properties");
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                fonts.store(out, null);
            }
            System.setProperty(CONFIGURATION, file.toString());
        }
    }
}
