package dev.parley.e2e.bench;

import dev.parley.e2e.ParleyServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The load benchmark of bin/bench: first the bare relay, then the server, both on this machine and in this run, and the table
 * with their ratio. Settings:
 * {@code --pairs=200 --seconds=10 --warm-up=5 --idle-few=1000 --idle-many=5000 --only=relay|parley}; what begins with {@code --parley.}
 * or {@code --spring.} goes to the server.
 */
public final class Bench {
    private static final int RELAY_PORT = 18_979;

    private final int pairs;
    private final int seconds;
    private final int warmUp;
    private final int idleFew;
    private final int idleMany;
    private final String only;
    private final String[] serverSettings;

    private Bench(String[] arguments) {
        pairs = setting(arguments, "pairs", 200);
        seconds = setting(arguments, "seconds", 10);
        warmUp = setting(arguments, "warm-up", 5);
        idleFew = setting(arguments, "idle-few", 1_000);
        idleMany = setting(arguments, "idle-many", 5_000);
        only = Stream.of(arguments)
                .filter(argument -> argument.startsWith("--only="))
                .map(argument -> argument.substring("--only=".length()))
                .findFirst()
                .orElse("");
        serverSettings = Stream.concat(
                        Stream.of(
                                "--parley.rate-limits.enabled=false",
                                "--parley.socket.frames-per-second=1000000",
                                "--parley.socket.connections-per-party=1000"),
                        Stream.of(arguments)
                                .filter(argument ->
                                        argument.startsWith("--parley.") || argument.startsWith("--spring.")))
                .toArray(String[]::new);
    }

    /** Runs both sides and prints the table. */
    public static void main(String[] arguments) throws Exception {
        new Bench(arguments).run();
    }

    private void run() throws IOException, InterruptedException {
        var results = new ArrayList<ClosedLoop.Result>();
        var idle = new LinkedHashMap<String, Double>();
        if (!only.equals("parley")) {
            var relay = startRelay();
            try {
                measure(new RelaySide("bare Jetty relay", relay.pid(), RELAY_PORT), results, idle);
            } finally {
                relay.destroy();
                relay.waitFor(10, TimeUnit.SECONDS);
            }
        }
        if (!only.equals("relay")) {
            var data = Files.createTempDirectory("parley-bench").resolve("data");
            try (var server = ParleyServer.start(data, serverSettings)) {
                say("making " + pairs * 2 + " people …");
                measure(ParleySide.prepare(server, pairs), results, idle);
            }
        }
        print(results, idle);
    }

    /** The idle connections come first, while the heap is still small: later their slope would hide in memory that is already held. */
    private void measure(Side side, List<ClosedLoop.Result> results, Map<String, Double> idle)
            throws InterruptedException {
        if (idleMany > idleFew) {
            say(side.name() + ", idle connections …");
            idle.put(side.name(), new IdleConnections(side).bytesPerConnection(idleFew, idleMany));
        }
        for (var window : new int[] {1, 4}) {
            say(side.name() + ", window " + window + " …");
            results.add(new ClosedLoop(side, pairs).run(window, warmUp, seconds));
        }
    }

    private static void say(String text) {
        System.err.println(text);
    }

    private static void print(List<ClosedLoop.Result> results, Map<String, Double> idle) {
        System.out.println(
                "| system | window | delivered/s | of the relay | p50 ms | p99 ms | p99.9 ms | server CPU | database CPU |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var result : results) {
            var neighbour = results.stream()
                    .filter(other -> other.window() == result.window())
                    .findFirst()
                    .orElseThrow();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |",
                    result.name(),
                    result.window(),
                    result.perSecond(),
                    result.perSecond() / neighbour.perSecond(),
                    result.p50Millis(),
                    result.p99Millis(),
                    result.p999Millis(),
                    result.serverCpu(),
                    result.databaseCpu()));
        }
        System.out.println();
        System.out.println("| system | resident memory per idle connection |");
        System.out.println("| --- | --- |");
        idle.forEach((name, bytes) ->
                System.out.println(String.format(Locale.ROOT, "| %s | %.1f KB |", name, bytes / 1024)));
    }

    private static Process startRelay() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareRelay.class.getName(),
                        "--server.port=" + RELAY_PORT,
                        "--spring.threads.virtual.enabled=true",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var ignored = new Socket("127.0.0.1", RELAY_PORT)) {
                return process;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        process.destroy();
        throw new IllegalStateException("the bare relay did not start");
    }

    private static int setting(String[] arguments, String name, int otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return Integer.parseInt(argument.substring(name.length() + 3));
            }
        }
        return otherwise;
    }
}
