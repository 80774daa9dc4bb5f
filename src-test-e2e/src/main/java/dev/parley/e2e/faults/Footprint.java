package dev.parley.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a server process holds. @param heap bytes of live objects, after a collection */
record Footprint(long heap, long threads, long files, long resident) {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");

    /** Collects what is garbage, then measures. */
    static Footprint of(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        var heap = 0L;
        for (var used = USED.matcher(jcmd(pid, "GC.heap_info")); used.find(); ) {
            heap += 1024 * Long.parseLong(used.group(1));
        }
        return new Footprint(heap, status(pid, "Threads:"), files(pid), 1024 * status(pid, "VmRSS:"));
    }

    /** Bytes of memory that the process has at this moment; nothing is collected. */
    static long resident(long pid) {
        return 1024 * status(pid, "VmRSS:");
    }

    /** What has grown by more than the slack since then; empty when nothing has. */
    List<String> grownSince(Footprint before, long heapSlack, long threadSlack, long fileSlack) {
        var grown = new ArrayList<String>();
        if (heap > before.heap + heapSlack) {
            grown.add("the heap grew from " + before + " to " + this);
        }
        if (threads > before.threads + threadSlack) {
            grown.add("threads grew from " + before + " to " + this);
        }
        if (files > before.files + fileSlack) {
            grown.add("open files grew from " + before + " to " + this);
        }
        return grown;
    }

    @Override
    public String toString() {
        return "%d MB of live heap, %d threads, %d open files, %d MB resident"
                .formatted(heap >> 20, threads, files, resident >> 20);
    }

    private static String jcmd(long pid, String command) {
        return Commands.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command);
    }

    private static long status(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(name))
                    .map(NUMBER::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .mapToLong(number -> Long.parseLong(number.group(1)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("the server has ended", e);
        }
    }

    private static long files(long pid) {
        try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new IllegalStateException("the server has ended", e);
        }
    }
}
