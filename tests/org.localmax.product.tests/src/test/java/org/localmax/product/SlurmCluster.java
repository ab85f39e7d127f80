package org.localmax.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Slurm of one node in a temporary folder: munged, slurmctld and slurmd of Debian as root, with a key, a socket, ports and a
 * configuration of its own, without systemd, cgroups, accounting or a network. Closing it ends every process that belongs to it; should
 * the JVM be killed, the kernel ends the daemons.
 */
final class SlurmCluster implements AutoCloseable {

    private static final List<String> DAEMONS = List.of("/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd");
    private static final long SECONDS_TO_WAIT = 600;
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final Path folder;
    private final List<Process> daemons = new ArrayList<>();

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    /** Why there can be none here; empty if there can. */
    static Optional<String> hindrance() throws IOException {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return Optional.of("the test on a real Slurm needs root, as which its daemons run");
        }
        return DAEMONS.stream()
                .filter(daemon -> !Files.isExecutable(Path.of(daemon)))
                .findFirst()
                .map(daemon ->
                        "the test on a real Slurm needs " + daemon + " of the Debian packages slurm-wlm and munge");
    }

    /** Starts one, ready for jobs. */
    static SlurmCluster start(Path folder) throws Exception {
        SlurmCluster cluster = new SlurmCluster(Files.createDirectory(folder));
        try {
            cluster.configure();
            cluster.daemon(
                    "/usr/sbin/munged",
                    "--foreground",
                    "--force",
                    "--socket=" + folder.resolve("munge.sock"),
                    "--key-file=" + folder.resolve("munge.key"),
                    "--seed-file=" + folder.resolve("munge.seed"),
                    "--pid-file=" + folder.resolve("munged.pid"),
                    "--log-file=" + folder.resolve("munged.log"));
            cluster.await("the socket of munge", () -> Files.exists(folder.resolve("munge.sock")));
            cluster.daemon("/usr/sbin/slurmctld", "-D", "-f", cluster.configuration());
            cluster.daemon("/usr/sbin/slurmd", "-D", "-f", cluster.configuration());
            cluster.await(
                    "an idle node",
                    () -> cluster.shell("sinfo --noheader --format=%T").equals("idle\n"));
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void configure() throws IOException {
        byte[] key = new byte[128];
        new SecureRandom().nextBytes(key);
        Path file = folder.resolve("munge.key");
        Files.write(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.createDirectory(folder.resolve("state"));
        Files.createDirectory(folder.resolve("spool"));
        String host =
                Files.readString(Path.of("/proc/sys/kernel/hostname")).strip().replaceFirst("\\..*", "");
        Files.writeString(Path.of(configuration()), """
                ClusterName=localmax
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmUser=root
                SlurmdUser=root
                AuthType=auth/munge
                CredType=cred/munge
                # how long a job that is queued again is held back
                AuthInfo=socket=%2$s/munge.sock,cred_expire=5
                SlurmctldPort=%3$d
                SlurmdPort=%4$d
                StateSaveLocation=%2$s/state
                SlurmdSpoolDir=%2$s/spool
                SlurmctldPidFile=%2$s/slurmctld.pid
                SlurmdPidFile=%2$s/slurmd.pid
                SlurmctldLogFile=%2$s/slurmctld.log
                SlurmdLogFile=%2$s/slurmd.log
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                MpiDefault=none
                SwitchType=switch/none
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_CPU
                SchedulerType=sched/builtin
                SchedulerParameters=sched_min_interval=100000
                # more than this machine may have: what counts here is that tasks run beside each other
                SlurmdParameters=config_overrides
                NodeName=%1$s NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
                PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
                """.formatted(host, folder, freePort(), freePort()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The file that tells Slurm's programs about this cluster; it names the processes that belong to it, too. */
    private String configuration() {
        return folder.resolve("slurm.conf").toString();
    }

    private void daemon(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("daemon-" + daemons.size() + ".out").toFile());
        builder.environment().put("SLURM_CONF", configuration());
        daemons.add(builder.start());
    }

    /** Carries out a line of shell on the cluster; what it prints. */
    String shell(String line) {
        try {
            Path out = Files.createTempFile(folder, "shell", ".out");
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", line)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().put("SLURM_CONF", configuration());
            builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
            Process process = builder.start();
            if (!process.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line + " did not end: " + Files.readString(out));
            }
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** What Slurm says of a job or task, such as {@code JobState}. */
    String told(String job, String what) {
        Matcher matcher = Pattern.compile("\\b" + what + "=(\\S+)").matcher(shell("scontrol show job " + job));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The processes of a task that run a program, by the cluster's configuration and the task in their environment. */
    List<ProcessHandle> processes(String program, String task) {
        return withEnvironment("SLURM_CONF=" + configuration(), "SLURM_ARRAY_TASK_ID=" + task).stream()
                .filter(process -> process.info().command().orElse("").endsWith("/" + program))
                .toList();
    }

    private static List<ProcessHandle> withEnvironment(String... environment) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        List<String> there = List.of(Files.readString(
                                        Path.of("/proc", Long.toString(process.pid()), "environ"),
                                        StandardCharsets.ISO_8859_1)
                                .split("\0"));
                        return there.containsAll(List.of(environment));
                    } catch (IOException _) { // it has ended
                        return false;
                    }
                })
                .toList();
    }

    /** A condition that is looked at again and again. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until something holds; if that takes too long it fails, with the logs. */
    void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_WAIT);
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "there was no " + what + " within " + SECONDS_TO_WAIT + " s: " + shell("squeue") + logs());
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(\\.log|daemon-.*)"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                text.append(file).append(":\n");
                lines.subList(Math.max(0, lines.size() - 20), lines.size())
                        .forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        // the daemons, the steps that outlive them and what these run: all know the configuration
        for (List<ProcessHandle> left = ours(); !left.isEmpty(); left = ours()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().join());
        }
        daemons.forEach(daemon -> daemon.onExit().join());
    }

    private List<ProcessHandle> ours() {
        return withEnvironment("SLURM_CONF=" + configuration()).stream()
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
