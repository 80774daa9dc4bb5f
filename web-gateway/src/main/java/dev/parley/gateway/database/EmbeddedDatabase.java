package dev.parley.gateway.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the server. Its data directory survives restarts. A server that was killed leaves its
 * PostgreSQL running: the next start stops that one first, so that what was committed is there again.
 *
 * <p>In the data directory: {@code postgresql/} PostgreSQL's own files, {@code database.password} the password of its only
 * user, {@code database.log} what it says, {@code programs/} its programs, {@code parley.lock} held while a server runs.
 *
 * <p>PostgreSQL refuses to run as root; root starts it through a user namespace, in which it is nobody.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "parley";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=256MB",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Path directory;
    private final Path database;
    private final Path programs;
    private final List<String> prefix;
    private final FileLock lock;
    private final String password;
    private final int port;

    private EmbeddedDatabase(Path directory, FileLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.database = directory.resolve("postgresql");
        refuseOtherMajor();
        this.prefix = prefix();
        this.programs = PostgresBinaries.unpackedBelow(directory.resolve("programs"));
        this.password = password();
        this.port = freePort();
    }

    /**
     * Starts PostgreSQL on that directory and comes back when it answers.
     *
     * @throws StartupFailure when it cannot, with the reason
     */
    static EmbeddedDatabase on(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        var lock = lock(directory);
        try {
            var embedded = new EmbeddedDatabase(directory, lock);
            embedded.start();
            return embedded;
        } catch (IOException e) {
            release(lock);
            throw new StartupFailure(
                    "the embedded PostgreSQL cannot be started in " + directory + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/parley";
    }

    String user() {
        return USER;
    }

    String secret() {
        return password;
    }

    /** Stops PostgreSQL after what runs on it has been rolled back; nothing committed is lost. */
    @Override
    public void close() {
        try {
            run(List.of("pg_ctl", "stop", "-D", database.toString(), "-m", "fast", "-w", "-t", "60"));
        } catch (IOException | StartupFailure e) {
            log.warn("The embedded PostgreSQL did not stop cleanly; it will recover on the next start", e);
        } finally {
            release(lock);
        }
    }

    private void start() throws IOException {
        if (Files.exists(database.resolve("PG_VERSION"))) {
            stopOrphan();
        } else {
            initialise();
        }
        var options = new ArrayList<String>();
        options.add("-p " + port);
        SETTINGS.forEach(setting -> options.add("-c " + setting));
        run(List.of(
                "pg_ctl",
                "start",
                "-D",
                database.toString(),
                "-l",
                directory.resolve("database.log").toString(),
                "-o",
                String.join(" ", options),
                "-w",
                "-t",
                "120"));
        createDatabase();
    }

    private void initialise() throws IOException {
        log.info("Preparing a new database in {}", database);
        var secret = Files.createTempFile(directory, "database", ".secret");
        try {
            Files.writeString(secret, password);
            run(List.of(
                    "initdb",
                    "-D",
                    database.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
        } finally {
            Files.delete(secret);
        }
    }

    /** A killed server leaves its PostgreSQL, or at least a {@code postmaster.pid}, behind; we hold the lock, so both are ours to clear. */
    private void stopOrphan() throws IOException {
        var pidFile = database.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::trim)
                .orElse("");
        var alive = pid.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs).isPresent();
        if (alive) {
            log.info("Stopping the PostgreSQL that an earlier run left behind");
            run(List.of("pg_ctl", "stop", "-D", database.toString(), "-m", "fast", "-w", "-t", "60"));
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var program = info.command().orElse("");
        var arguments = info.arguments().map(Arrays::asList).orElse(List.of());
        return process.isAlive()
                && program.endsWith("postgres")
                && (arguments.isEmpty() || arguments.contains(database.toString()));
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = 'parley'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database parley");
        } catch (SQLException e) {
            close();
            throw new StartupFailure("the embedded PostgreSQL does not let us in: " + e.getMessage(), e);
        }
    }

    private void refuseOtherMajor() throws IOException {
        var file = database.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            if (Files.isDirectory(database) && !isEmpty(database)) {
                throw new StartupFailure(database + " holds files that are no PostgreSQL database; "
                        + "move them away or choose another directory with PARLEY_DATA_DIR.");
            }
            return;
        }
        var found = Files.readString(file).trim();
        if (!found.equals(String.valueOf(PostgresBinaries.MAJOR))) {
            throw new StartupFailure("the database in " + database + " was written by PostgreSQL " + found
                    + ", but this Parley brings PostgreSQL " + PostgresBinaries.MAJOR
                    + "; move it with pg_upgrade or pg_dump, or choose another directory with PARLEY_DATA_DIR.");
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private String password() throws IOException {
        var file = directory.resolve("database.password");
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        if (Files.exists(database.resolve("PG_VERSION"))) {
            throw new StartupFailure(file + " is missing, and without it the database beside it cannot be opened.");
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    private static FileLock lock(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(
                    directory.resolve("parley.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(directory);
            }
            return lock;
        } catch (OverlappingFileLockException _) {
            throw inUse(directory);
        } catch (AccessDeniedException e) {
            throw unwritable(directory, "permission denied", e);
        } catch (IOException e) {
            throw unwritable(directory, reason(e), e);
        }
    }

    private static StartupFailure inUse(Path directory) {
        return new StartupFailure("another Parley is running on " + directory
                + "; stop it or choose another directory with PARLEY_DATA_DIR.");
    }

    private static StartupFailure unwritable(Path directory, String why, IOException cause) {
        return new StartupFailure(
                "the data directory " + directory + " cannot be written (" + why
                        + "); choose another one with PARLEY_DATA_DIR.",
                cause);
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : "it cannot be made";
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var namespace = List.of("unshare", "-U");
        var probe = new ArrayList<>(namespace);
        probe.addAll(List.of("id", "-u"));
        var answer = output(probe);
        if (answer == null || answer.equals("0")) {
            throw new StartupFailure("PostgreSQL does not run as root, and this machine allows no user namespace; "
                    + "start Parley as another user or name an outside PostgreSQL with PARLEY_DATABASE_URL.");
        }
        return namespace;
    }

    /** The output of a command that succeeded, else null. */
    private static @Nullable String output(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return waitFor(process) == 0 ? said : null;
        } catch (IOException _) {
            return null;
        }
    }

    private void run(List<String> command) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.add(programs.resolve("bin").resolve(command.getFirst()).toString());
        whole.addAll(command.subList(1, command.size()));
        // a file, not a pipe: the PostgreSQL that pg_ctl starts would keep a pipe open for ever
        var said = Files.createTempFile(directory, command.getFirst(), ".out");
        try {
            var builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.directory(directory.toFile());
            var process = builder.start();
            process.getOutputStream().close();
            if (waitFor(process) != 0) {
                throw new StartupFailure("the embedded PostgreSQL failed (" + command.getFirst() + "): "
                        + Files.readString(said).strip().replaceAll("\\s*\\R\\s*", "; ") + " (see "
                        + directory.resolve("database.log") + ")");
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("no answer within three minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
