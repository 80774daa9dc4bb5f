package dev.parley.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of one's own that can be killed, frozen and started again; with the same settings for durability as the embedded one. */
final class Postgres implements AutoCloseable {
    private static final String USER = "parley";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "jit=off");

    private final Path data;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> settings;
    private Process process;

    private Postgres(Path data, Path log, Map<String, String> environment, List<String> settings) throws IOException {
        this.data = data;
        this.log = log;
        this.environment = Map.copyOf(environment);
        this.settings = List.copyOf(settings);
        this.port = Ports.free();
        run(List.of(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-instructions",
                "--no-sync"));
        this.process = launch();
    }

    /** Makes a new database in this folder and starts it. */
    static Postgres create(Path folder) throws IOException, SQLException {
        return create(folder.resolve("postgresql"), folder.resolve("postgresql.log"), Map.of());
    }

    /**
     * As {@link #create(Path)}.
     *
     * @param data made when it is missing
     * @param environment of the processes, such as {@code LD_PRELOAD}
     * @param settings further ones, as {@code name=value}
     */
    static Postgres create(Path data, Path log, Map<String, String> environment, String... settings)
            throws IOException, SQLException {
        var postgres = new Postgres(data, log, environment, List.of(settings));
        try {
            postgres.awaitAnswer("postgres");
            try (var connection = postgres.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create database parley");
            }
            return postgres;
        } catch (IllegalStateException | SQLException e) {
            postgres.kill();
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/parley?user=" + USER;
    }

    Path data() {
        return data;
    }

    Connection connect() throws SQLException {
        return connect("parley");
    }

    /** Ends all its processes without warning, as a power cut would. */
    void kill() {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }

    /** Ends one process that serves a client; PostgreSQL then ends all others and recovers on its own. False when there is none. */
    boolean killBackend(Random random) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pid from pg_stat_activity where datname = 'parley' and backend_type = 'client backend'")) {
            var pids = new ArrayList<Long>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            return !pids.isEmpty()
                    && ProcessHandle.of(pids.get(random.nextInt(pids.size())))
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Stops all processes in their tracks: connections stay open, nothing answers. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    /** What a supervisor does: starts it again when it has ended. */
    void startAgainIfDead() {
        if (!process.isAlive()) {
            startAgain();
        }
    }

    /**
     * What a supervisor with a probe does. A recovery that cannot make its first step durable ends without PostgreSQL 18 noticing: its first
     * process then says for ever that the system is in recovery.
     */
    void startAgainIfDeadOrMute(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = connect()) {
                return;
            } catch (SQLException notYet) {
                Pause.of(Duration.ofMillis(100));
            }
        }
        kill();
        startAgain();
    }

    /** Starts it again on what is there; comes back at once, PostgreSQL may have to recover first. */
    void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }

    /** Waits until it takes connections. */
    void awaitAnswer() {
        awaitAnswer("parley");
    }

    /** What it has said last. */
    String output() {
        try {
            var said = Files.exists(log) ? Files.readString(log) : "";
            return said.substring(Math.max(0, said.length() - 3_000));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("-CONT");
            kill();
        }
    }

    private void awaitAnswer(String database) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = connect(database);
                    var statement = connection.createStatement()) {
                statement.execute("select 1");
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL does not answer:\n" + output(), e);
                }
            }
            if (!process.isAlive()) {
                // a killed one leaves its shared memory for a moment, and the next one will not have it
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL does not start:\n" + output());
                }
                Pause.of(Duration.ofMillis(200));
                startAgain();
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER
                + "&connectTimeout=2&socketTimeout=60");
    }

    private List<ProcessHandle> processes() {
        var all = new ArrayList<ProcessHandle>();
        process.descendants().forEach(all::add);
        all.addFirst(process.toHandle());
        return all;
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(each -> command.add(Long.toString(each.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(PostgresPrograms.prefix());
        command.addAll(List.of(
                PostgresPrograms.folder().resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void run(List<String> words) throws IOException {
        var command = new ArrayList<>(PostgresPrograms.prefix());
        command.add(PostgresPrograms.folder().resolve(words.getFirst()).toString());
        command.addAll(words.subList(1, words.size()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(new HashMap<>(Map.of("LC_ALL", "C")));
        var started = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!started.waitFor(60, TimeUnit.SECONDS) || started.exitValue() != 0) {
                throw new IllegalStateException(words.getFirst() + " failed:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
