package dev.parley.e2e.bench;

import dev.parley.e2e.ParleyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The systems under load, started when they are first asked for; each of them can be started anew. */
final class Systems implements AutoCloseable {
    private final Options options;
    private final Path directory;
    private @Nullable ParleyServer server;
    private @Nullable Process relay;
    private int relayPort;
    private int servers;

    Systems(Options options) throws IOException {
        this.options = options;
        this.directory = Files.createTempDirectory("measured");
    }

    /** The bare relay. */
    RelaySide relay() {
        var running = relay;
        if (running == null) {
            say("starting the bare relay …");
            running = startRelay();
            relay = running;
        }
        return new RelaySide(running.pid(), relayPort);
    }

    /** The server; with whatever earlier scenarios have left in its database. */
    ParleyServer server() {
        var running = server;
        if (running == null) {
            say("starting the server …");
            running = ParleyServer.start(directory.resolve("server-" + servers++), options.serverSettings());
            server = running;
        }
        return running;
    }

    /** A server with an empty database, and a relay that has served nobody. */
    void startAnew() {
        stopRelay();
        var running = server;
        if (running != null) {
            running.close();
            delete(running.dataDirectory());
            server = null;
        }
    }

    /** A place for the data of one more server, which the caller starts. */
    Path place(String name) {
        return directory.resolve(name);
    }

    void stopRelay() {
        var running = relay;
        if (running != null) {
            running.destroy();
            try {
                running.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            relay = null;
        }
    }

    @Override
    public void close() {
        startAnew();
        delete(directory);
    }

    static void say(String text) {
        System.err.println(text);
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            say("left behind: " + tree);
        }
    }

    private Process startRelay() {
        try {
            try (var free = new ServerSocket(0)) {
                relayPort = free.getLocalPort();
            }
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "-Xms128m",
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareRelay.class.getName(),
                            "--server.port=" + relayPort,
                            "--spring.threads.virtual.enabled=true",
                            "--logging.level.root=warn",
                            "--spring.main.banner-mode=off")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < deadline && process.isAlive()) {
                try (var ignored = new Socket("127.0.0.1", relayPort)) {
                    return process;
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            process.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the bare relay did not start");
    }
}
