package dev.parley.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * One embedded PostgreSQL 18 per JVM, started at first use and stopped with the JVM; works as root too. Commits are durable as
 * in production ({@code synchronous_commit=on}).
 */
public final class TestDatabases {
    private static final String TEMPLATE = "parley_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** Creates an empty database, a copy of the template, and returns its JDBC address (user postgres, no password). */
    public static String create() {
        var name = "parley_test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE + " strategy wal_log");
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static void execute(String statement) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database refused: " + statement, e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "off") // durable towards the operating system is enough for a test
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
                // After all contexts have been closed: they still ask the database when they are.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var sql = connection.createStatement()) {
                    sql.execute("create database " + TEMPLATE + " template template0 encoding 'UTF8' locale 'C.UTF-8'");
                }
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
            } catch (SQLException e) {
                throw new IllegalStateException("the template database was not made", e);
            }
        }
    }
}
