package org.localmax.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where measurements were made. */
final class Machine {

    private Machine() {}

    /** Lines on the processor, the memory, the system and the JVM with its flags. */
    static List<String> description() {
        return List.of(
                "%d processors (%s), %s of memory"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                field("/proc/cpuinfo", "model name"),
                                gigabytes(field("/proc/meminfo", "MemTotal"))),
                "%s, %s %s"
                        .formatted(
                                field("/etc/os-release", "PRETTY_NAME").replace("\"", ""),
                                System.getProperty("os.name"),
                                System.getProperty("os.version")),
                "%s %s, %s"
                        .formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version"), flags()));
    }

    /** The flags of this process, without those that only tell where the benchmarks are. */
    private static String flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Dlocalmax."))
                .collect(Collectors.joining(" "));
    }

    private static String gigabytes(String kilobytes) {
        String digits = kilobytes.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? "an unknown amount" : Math.round(Long.parseLong(digits) * 1024 / 1e9) + " GB";
    }

    /** The value of the first line of a file that starts with a name and a colon or an equals sign. */
    private static String field(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.matches("\\Q" + name + "\\E\\s*[:=].*"))
                    .findFirst()
                    .map(line -> line.replaceFirst("[^:=]*[:=]\\s*", ""))
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
