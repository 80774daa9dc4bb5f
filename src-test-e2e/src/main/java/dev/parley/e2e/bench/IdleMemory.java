package dev.parley.e2e.bench;

import dev.parley.e2e.bench.Figure.Goal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What one more idle connection costs: the slope of the server's resident memory between few connections and many, each time after
 * a full garbage collection. Beside it how much of that is live objects.
 */
final class IdleMemory implements Scenario {
    static final String NAME = "idle";
    private static final int AT_ONCE = 32;
    private static final Pattern GENERATION =
            Pattern.compile("(?:DefNew|Tenured|def new generation|tenured generation) +total \\d+K, used (\\d+)K");

    /** @param bytes resident memory @param live bytes of live objects in the heap */
    private record Reading(long bytes, long live) {}

    private record Slope(double resident, double live, double without) {}

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        systems.startAnew();
        var few = options.number("idle-few", 1_000, 200);
        var many = options.number("idle-many", 18_000, 1_500);
        var figure = "resident memory per idle connection, " + many + " in all";
        var relay = options.relay() ? slope(systems.relay(), few, many) : null;
        systems.stopRelay();
        if (options.parley()) {
            var server = systems.server();
            var people = new Seed(server).people(many);
            var slope = slope(new ParleySide(server, people, List.of()), few, many);
            var row = Figure.of(NAME, figure, slope.resident() / 1024, "KB")
                    .to(Goal.atMost(15))
                    .noting(Figure.number(slope.live() / 1024) + " KB of it live objects");
            findings.add(relay == null ? row : row.beside("relay", relay.resident() / 1024));
            findings.add(
                    Figure.of(NAME, "resident memory with " + few + " connections", slope.without() / 1048576, "MB"));
        } else if (relay != null) {
            findings.add(Figure.of(NAME, figure + ", relay", relay.resident() / 1024, "KB"));
        }
    }

    private static Slope slope(Side side, int few, int many) throws InterruptedException {
        Systems.say(side.name() + ", " + many + " idle connections …");
        try (var loop = new WebSocketLoop()) {
            Client.openAll(loop, clients(side, 0, few), AT_ONCE);
            var before = settled(side);
            Client.openAll(loop, clients(side, few, many), AT_ONCE);
            var after = settled(side);
            return new Slope(
                    (double) (after.bytes() - before.bytes()) / (many - few),
                    (double) (after.live() - before.live()) / (many - few),
                    before.bytes());
        }
    }

    private static List<Client> clients(Side side, int from, int to) {
        return IntStream.range(from, to)
                .<Client>mapToObj(number -> new Client(side, number) {
                    @Override
                    void live(ByteBuffer payload) {}
                })
                .toList();
    }

    private static Reading settled(Side side) throws InterruptedException {
        TimeUnit.SECONDS.sleep(4);
        ask(side.pid(), "GC.run");
        TimeUnit.SECONDS.sleep(1);
        ask(side.pid(), "GC.run");
        TimeUnit.SECONDS.sleep(1);
        return new Reading(ProcessFigures.of(side.pid(), 0).residentBytes(), live(side.pid()));
    }

    /** Sums what the generations hold ("DefNew total 1K, used 2K"), without the metaspace. */
    private static long live(long pid) {
        return GENERATION
                        .matcher(ask(pid, "GC.heap_info"))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                * 1024;
    }

    /** Asks a virtual machine to do something, as jcmd does. */
    static String ask(long pid, String command) {
        try {
            var jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
