package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process: what survives, and what it says when it cannot start. */
class ServerLifeTests {
    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostByKillingAndStartingAgain() {
        var world = World.start(folder.resolve("data"), "--parley.rate-limits.enabled=false");
        try (var server = world.server()) {
            var alice = world.person("Alice");
            var bob = world.person("Bob");
            var conversation = world.befriend(alice, bob);
            var acknowledged = new ArrayList<String>();
            for (var round = 0; round < 3; round++) {
                try (var phone = Device.connect(alice.api(), null)) {
                    for (var i = 0; i < 20; i++) {
                        phone.say(conversation, "round " + round + " line " + i);
                        acknowledged.add("round " + round + " line " + i);
                    }
                }
                server.kill();
                server.startAgain();
            }
            try (var bobs = Device.connect(bob.api(), "0.0")) {
                bobs.settle();
                assertThat(bobs.texts()).isEqualTo(acknowledged);
            }
            assertThat(server.stop()).isIn(0, 143);
            server.startAgain();
            assertThat(alice.api().get("/me").status()).isEqualTo(200);
        }
    }

    @Test
    void aClosedWindowRefusesWithTheRuleAndTheTime() throws InterruptedException {
        var world = World.start(
                folder.resolve("data"), "--parley.rate-limits.enabled=false", "--parley.follow.window-length=2s");
        try (var _ = world.server()) {
            var owner = world.person("Edda");
            var alice = world.person("Alice");
            var bakery = world.verifiedAccount(owner, "Bakery");
            var conversation = world.follow(alice, bakery);
            var messages = "/accounts/" + bakery.id() + "/conversations/" + conversation + "/messages";
            var answer = Map.of("body", Map.of("type", "text", "text", "an answer"));
            alice.api()
                    .post(
                            "/conversations/" + conversation + "/messages",
                            Map.of("body", Map.of("type", "text", "text", "a question")))
                    .expect(201);
            owner.api().post(messages, answer).expect(201);

            Api.Answer late;
            var tries = 0;
            do {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(250);
                late = owner.api().post(messages, answer);
            } while (late.status() == 201 && ++tries < 40);

            assertThat(late.status()).isEqualTo(403);
            assertThat(late.json().path("problem").asString()).isEqualTo("window-closed");
            assertThat(late.json().path("rule").asString()).isNotBlank();
            assertThat(late.json().path("value").asString()).isNotBlank();
        }
    }

    @Test
    void anOutsideDatabaseTakesTheEmbeddedOnesPlace() throws IOException, SQLException {
        try (var neighbour = ParleyServer.start(folder.resolve("neighbour"))) {
            var password = Files.readString(folder.resolve("neighbour/database.password"));
            var address = "jdbc:postgresql://127.0.0.1:" + neighbour.databasePort();
            try (var connection = DriverManager.getConnection(address + "/postgres", "parley", password);
                    var statement = connection.createStatement()) {
                statement.execute("create database outside");
            }

            try (var server = ParleyServer.start(
                    folder.resolve("data"),
                    "--parley.database.url=" + address + "/outside",
                    "--parley.database.user=parley",
                    "--parley.database.password=" + password)) {
                var alice = Api.signUp(server.address(), "alice", "Alice");

                assertThat(alice.get("/me").status()).isEqualTo(200);
                assertThat(folder.resolve("data/postgresql")).doesNotExist();
            }
        }
    }

    @Test
    void whatKeepsItFromStartingIsSaidInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertRefusesToStart(folder.resolve("a"), taken.getLocalPort(), "port " + taken.getLocalPort());
        }
        var other = Files.createDirectories(folder.resolve("b/postgresql"));
        Files.writeString(other.resolve("PG_VERSION"), "15\n");
        assertRefusesToStart(folder.resolve("b"), 0, "15");
        assertRefusesToStart(
                folder.resolve("c"), 0, "database", "--parley.database.url=jdbc:postgresql://127.0.0.1:1/nowhere");
        var file = Files.writeString(folder.resolve("d"), "a file, no folder");
        assertRefusesToStart(file.resolve("data"), 0, "director");
    }

    private static void assertRefusesToStart(Path data, int port, String word, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ParleyServer.jar().toAbsolutePath().toString()));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PARLEY_DATA_DIR", data.toString());
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isNotZero();
        assertThat(output).contains(word).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(output.lines().filter(line -> !line.isBlank()).count())
                .as(output)
                .isLessThan(12);
    }

    @Test
    void aDamagedTicketIsNoWayIn() {
        assertThatThrownBy(() -> Device.open(World.shared().server().address(), "not-a-ticket"))
                .hasMessageContaining("WebSocketHandshakeException");
    }
}
