package org.localmax.data;

import java.nio.file.Path;

/** Text as one word of a POSIX shell. */
public final class ShellWord {

    private ShellWord() {}

    /** A path, quoted where the shell would read it otherwise. */
    public static String of(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9_./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
