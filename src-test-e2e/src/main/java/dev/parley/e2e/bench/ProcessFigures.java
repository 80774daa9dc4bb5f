package dev.parley.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the operating system says of a process and its children (Linux, {@code /proc}).
 *
 * @param residentBytes resident memory of the process itself
 * @param cpuSeconds processor time of the process itself
 * @param childrenCpuSeconds processor time of its living and reaped descendants (the embedded PostgreSQL)
 */
record ProcessFigures(long residentBytes, double cpuSeconds, double childrenCpuSeconds) {
    private static final double TICKS_PER_SECOND = 100;

    static ProcessFigures of(long pid) {
        var own = stat(pid);
        var children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> {
                    try {
                        return stat(child.pid())[0];
                    } catch (UncheckedIOException gone) {
                        return 0;
                    }
                })
                .sum();
        return new ProcessFigures(resident(pid), own[0], children + own[1]);
    }

    private static double[] stat(long pid) {
        var line = read(Path.of("/proc/" + pid + "/stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new double[] {
            (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
            (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND
        };
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
