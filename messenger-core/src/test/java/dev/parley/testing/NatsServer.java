package dev.parley.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real nats-server on a port of its own, which can be stopped and started again. */
public final class NatsServer implements AutoCloseable {
    private final int port;
    private @Nullable Process process;

    private NatsServer(int port) {
        this.port = port;
    }

    /** Starts one; fails with a sentence when the machine has none. */
    public static NatsServer start() {
        var server = later();
        server.startAgain();
        return server;
    }

    /** Has a port for one, but does not start it yet. */
    public static NatsServer later() {
        try (var socket = new ServerSocket(0)) {
            return new NatsServer(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    public void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new IllegalStateException(e);
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

    private Process launch() throws IOException {
        return new ProcessBuilder(binary(), "-a", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String binary() {
        var named = Optional.ofNullable(System.getenv("PARLEY_NATS_SERVER")).filter(name -> !name.isBlank());
        return named.orElseGet(() -> Stream.concat(
                        Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/local/bin"))
                .map(folder -> Path.of(folder, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "These tests need nats-server: install it (Debian: nats-server), or name it in PARLEY_NATS_SERVER."))
                .toString());
    }
}
