package dev.parley.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the operating system says of a server and its database (Linux, {@code /proc}).
 *
 * @param residentBytes resident memory of the process itself
 * @param cpuSeconds processor time of the process itself
 * @param databaseCpuSeconds processor time of its database's living processes
 */
record ProcessFigures(long residentBytes, double cpuSeconds, double databaseCpuSeconds) {
    private static final double TICKS_PER_SECOND = 100;

    /** @param database the first process of its database; 0 when it has none */
    static ProcessFigures of(long pid, long database) {
        return new ProcessFigures(resident(pid), cpuSeconds(pid), database == 0 ? 0 : withDescendants(database));
    }

    private static double withDescendants(long pid) {
        return cpuSeconds(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> {
                            try {
                                return cpuSeconds(child.pid());
                            } catch (UncheckedIOException gone) {
                                return 0;
                            }
                        })
                        .sum();
    }

    private static double cpuSeconds(long pid) {
        var line = read(Path.of("/proc/" + pid + "/stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static long resident(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                * 1024;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
