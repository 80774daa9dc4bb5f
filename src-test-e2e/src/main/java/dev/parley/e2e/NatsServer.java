package dev.parley.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A nats-server process on a free port of the loopback address; can be stopped and started again. */
public final class NatsServer implements AutoCloseable {
    private final int port;
    private @Nullable Process process;

    private NatsServer(int port) {
        this.port = port;
    }

    /** Starts one; fails with a sentence when the machine has none. */
    public static NatsServer start() {
        try (var socket = new ServerSocket(0)) {
            var server = new NatsServer(socket.getLocalPort());
            socket.close();
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    /** The address for {@code parley.nats.url}. */
    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    public void startAgain() {
        try {
            process = new ProcessBuilder(binary(), "-a", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("nats-server did not start", e);
        }
    }

    public void stop() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static String binary() {
        var named = System.getenv("PARLEY_NATS_SERVER");
        if (named != null && !named.isBlank()) {
            return named;
        }
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/local/bin"))
                .map(folder -> Path.of(folder, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Tests with several nodes need nats-server: install it (Debian: nats-server), or name it in PARLEY_NATS_SERVER."))
                .toString();
    }
}
