package dev.parley.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine in a sentence. */
final class Machine {
    private Machine() {}

    static String words() {
        return Runtime.getRuntime().availableProcessors() + " processors (" + first("/proc/cpuinfo", "model name")
                + "), " + memory() + " of memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", Java " + Runtime.version() + ", load average before the run "
                + Figure.number(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    private static String memory() {
        var kilobytes = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "an unknown amount" : Math.round(Long.parseLong(kilobytes) / 1048576.0) + " GB";
    }

    private static String first(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
