package dev.parley.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One server for all test classes that leave it running, with an operator; people and accounts are made as they are needed. */
final class World {

    private final ParleyServer server;
    private final Api operator;
    private int people;

    private World(ParleyServer server) {
        this.server = server;
        this.operator = FirstOperator.setUp(server);
    }

    /** The shared server, started on first use and stopped with the JVM. */
    static World shared() {
        return Shared.WORLD;
    }

    private static final class Shared {
        private static final World WORLD = startShared();

        private static World startShared() {
            try {
                var world = start(
                        Files.createTempDirectory("parley-e2e").resolve("data"), "--parley.rate-limits.enabled=false");
                Runtime.getRuntime().addShutdownHook(new Thread(world.server::close));
                return world;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** A server of one's own, for tests that stop, kill or configure it. */
    static World start(Path data, String... settings) {
        return new World(ParleyServer.start(data, settings));
    }

    ParleyServer server() {
        return server;
    }

    Api operator() {
        return operator;
    }

    /** A new person; the name is as given, the handle is unique. */
    synchronized Person person(String name) {
        var handle = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "." + people++;
        var api = Api.signUp(server.address(), handle, name);
        return new Person(
                api, handle, name, api.get("/me").expect(200).path("id").asString());
    }

    /** Makes two people contacts and returns their conversation. */
    String befriend(Person one, Person other) {
        var request =
                one.api().post("/contact-requests", Map.of("user", other.id())).expect(201);
        other.api()
                .post("/contact-requests/" + request.path("id").asString() + "/accept", Map.of())
                .expect(204);
        return conversationWith(one, other.id());
    }

    /** A verified official account of this owner. */
    synchronized Account verifiedAccount(Person owner, String name) {
        var account = openAccount(owner, name);
        operator.post(
                        "/operator/accounts/" + account.id() + "/verification",
                        Map.of("decision", "approve", "reason", "the register entry was seen"))
                .expect(200);
        return account;
    }

    /** An official account that no operator has looked at yet. */
    synchronized Account openAccount(Person owner, String name) {
        var handle = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "." + people++;
        var opened = owner.api()
                .post(
                        "/accounts",
                        Map.of(
                                "name",
                                name,
                                "handle",
                                handle,
                                "category",
                                "food",
                                "description",
                                name + " for everybody"))
                .expect(201);
        return new Account(opened.path("id").asString(), handle, name);
    }

    /** Follows and returns the conversation. */
    String follow(Person person, Account account) {
        person.api().put("/follows/" + account.id(), Map.of("source", "search"));
        return conversationWith(person, account.id());
    }

    String conversationWith(Person person, String party) {
        for (JsonNode item : person.api().get("/conversations").expect(200).path("items")) {
            if (item.at("/party/id").asString().equals(party)) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError(person.name() + " has no conversation with " + party);
    }

    record Person(Api api, String handle, String name, String id) {}

    record Account(String id, String handle, String name) {}
}
