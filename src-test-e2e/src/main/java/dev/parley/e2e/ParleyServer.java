package dev.parley.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One server process with a port and a data directory of its own. Started from the built jar, as bin/run does; can be stopped
 * cleanly, killed, and started again on the same data.
 */
public final class ParleyServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path dataDirectory;
    private final int port;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private ParleyServer(Path dataDirectory, int port, Map<String, String> environment, List<String> settings)
            throws IOException {
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.settings = List.copyOf(settings);
        this.log = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
        this.process = launch();
    }

    /**
     * Starts a server on a free port and waits until it is ready.
     *
     * @param dataDirectory kept after the server stops; empty or made by an earlier server
     * @param settings command-line settings such as {@code --parley.demo=true}
     */
    public static ParleyServer start(Path dataDirectory, String... settings) {
        try {
            return start(dataDirectory, freePort(), settings);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    /** As {@link #start(Path, String...)}, with these variables in the environment of the process, such as {@code LD_PRELOAD}. */
    public static ParleyServer start(Path dataDirectory, Map<String, String> environment, String... settings) {
        try {
            return start(dataDirectory, freePort(), environment, settings);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    /** As {@link #start(Path, String...)}, on a port of the caller's choice. */
    public static ParleyServer start(Path dataDirectory, int port, String... settings) {
        return start(dataDirectory, port, Map.of(), settings);
    }

    /** As {@link #start(Path, Map, String...)}, on a port of the caller's choice. */
    public static ParleyServer start(
            Path dataDirectory, int port, Map<String, String> environment, String... settings) {
        try {
            Files.createDirectories(dataDirectory);
            var server = new ParleyServer(dataDirectory, port, environment, List.of(settings));
            try {
                server.awaitReady();
                return server;
            } catch (IllegalStateException e) {
                server.kill();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server did not start", e);
        }
    }

    /** The address that browsers and clients use, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Where it keeps its data. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** The first process of the embedded PostgreSQL. */
    public long databasePid() {
        return Long.parseLong(postmaster().get(0));
    }

    /** The port of the embedded PostgreSQL on the loopback address. */
    public int databasePort() {
        return Integer.parseInt(postmaster().get(3));
    }

    /** What PostgreSQL writes down of itself while it runs: its process, directory, start, port and more, a line each. */
    private List<String> postmaster() {
        try {
            return Files.readAllLines(dataDirectory.resolve("postgresql/postmaster.pid")).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the embedded database does not run", e);
        }
    }

    /** Everything that this server has printed since it was first started. */
    public String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the server has printed these words; what comes after its being ready, such as the demo world. */
    public void awaitOutput(String words) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!output().contains(words)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server did not print \"" + words + "\":\n" + output());
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills the process without warning, as {@code kill -9} does; the database's own processes are left as they are. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks the process to stop, as Ctrl-C does, and waits until it has. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Starts again on the same port and data. */
    public void startAgain() {
        launchAgain();
        awaitReady();
    }

    /** As {@link #startAgain}, without waiting until it is ready. */
    public void launchAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new IllegalStateException("the server did not start again", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    /** Where the built server lies, from this module's folder or from the root of the project. */
    public static Path jar() {
        for (var path : List.of("../web-gateway/target/parley.jar", "web-gateway/target/parley.jar")) {
            if (Files.exists(Path.of(path))) {
                return Path.of(path);
            }
        }
        throw new IllegalStateException("web-gateway/target/parley.jar is missing: build it first (mvn package)");
    }

    private Process launch() throws IOException {
        var jar = jar();
        var prepared = jar.resolveSibling("server"); // as bin/run starts it
        var cache = prepared.resolve("parley.aot");
        var isPrepared =
                Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms128m",
                "-Xmx" + System.getProperty("parley.server-heap", "1g"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:AOTCache=" + cache.toAbsolutePath(),
                "-jar",
                (isPrepared ? prepared.resolve("parley.jar") : jar)
                        .toAbsolutePath()
                        .toString()));
        if (!isPrepared) {
            command.removeIf(argument -> argument.startsWith("-XX:AOTCache"));
        }
        command.addAll(settings);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        builder.environment()
                .put("PARLEY_DATA_DIR", dataDirectory.toAbsolutePath().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server stopped while starting:\n" + output());
                }
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // not listening yet
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the server was not ready within " + PATIENCE + ":\n" + output());
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not stop within a minute:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
