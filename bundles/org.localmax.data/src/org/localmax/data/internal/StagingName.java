package org.localmax.data.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a hidden folder beside an output while it is being written or replaced: {@code .NAME.ROLE-PID-ID}.
 *
 * @param target the output's name
 * @param role what the folder holds
 * @param pid the process that made it
 * @param id tells folders of one process apart
 */
public record StagingName(String target, Role role, long pid, String id) {

    /** What such a folder holds. */
    public enum Role {
        /** A result that is being written. */
        PARTIAL,
        /** The old result while the new one takes its place. */
        REPLACED
    }

    private static final Pattern FORM = Pattern.compile("\\.(.+)\\.(partial|replaced)-(\\d{1,18})-([0-9a-f]+)");
    private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

    /** A new name of this process, in use until {@link #release()}. */
    public static StagingName create(String target, Role role) {
        String id = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
        IN_USE.add(id);
        return new StagingName(target, role, ProcessHandle.current().pid(), id);
    }

    /** The parts of a folder's name, if it is such a name. */
    public static Optional<StagingName> of(Path folder) {
        Matcher form = FORM.matcher(folder.getFileName().toString());
        if (!form.matches()) {
            return Optional.empty();
        }
        Role role = form.group(2).equals("partial") ? Role.PARTIAL : Role.REPLACED;
        return Optional.of(new StagingName(form.group(1), role, Long.parseLong(form.group(3)), form.group(4)));
    }

    /** Whether the process that made it still runs and works on it; a process of the same number as ours is ours. */
    public boolean isInUse() {
        return pid == ProcessHandle.current().pid()
                ? IN_USE.contains(id)
                : ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    public void release() {
        IN_USE.remove(id);
    }

    @Override
    public String toString() {
        return "." + target + (role == Role.PARTIAL ? ".partial-" : ".replaced-") + pid + "-" + id;
    }
}
