package org.localmax.data.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of the hidden folder in which an output is written: {@code .NAME.partial-PID-ID} beside the output,
 * {@code .partial-PID-ID} inside it. The process is named for people only: on a shared disk or in a container its number says
 * nothing.
 *
 * @param target the output's name; empty inside it
 * @param pid the process that made it
 * @param id tells folders apart
 */
public record StagingName(String target, long pid, String id) {

    private static final Pattern FORM = Pattern.compile("\\.(?:(.+)\\.)?partial-(\\d{1,18})-([0-9a-f]+)");

    /** A new name of this process for a folder beside an output. */
    public static StagingName beside(String target) {
        String id = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
        return new StagingName(target, ProcessHandle.current().pid(), id);
    }

    /** A new name of this process for a folder inside an output. */
    public static StagingName inside() {
        return beside("");
    }

    /** The parts of a folder's name, if it is such a name. */
    public static Optional<StagingName> of(Path folder) {
        Matcher form = FORM.matcher(folder.getFileName().toString());
        if (!form.matches()) {
            return Optional.empty();
        }
        String target = form.group(1) == null ? "" : form.group(1);
        return Optional.of(new StagingName(target, Long.parseLong(form.group(2)), form.group(3)));
    }

    @Override
    public String toString() {
        return "." + (target.isEmpty() ? "" : target + ".") + "partial-" + pid + "-" + id;
    }
}
