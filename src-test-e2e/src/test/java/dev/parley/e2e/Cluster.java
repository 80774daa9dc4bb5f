package dev.parley.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several server processes on one outside PostgreSQL, joined by a nats-server, with a {@link World} behind the first of them. */
final class Cluster implements AutoCloseable {
    private final EmbeddedPostgres database;
    private final NatsServer nats;
    private final World world;
    private final List<ParleyServer> nodes = new ArrayList<>();

    private Cluster(Path folder, int count, String... settings) throws IOException {
        database = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "off") // the database outlives every test here
                .setServerConfig("max_connections", "200")
                .start();
        nats = NatsServer.start();
        var all = new ArrayList<>(List.of(settings));
        all.add("--parley.database.url=" + database.getJdbcUrl("postgres", "postgres"));
        all.add("--parley.database.user=postgres");
        all.add("--parley.nats.url=" + nats.url());
        all.add("--parley.rate-limits.enabled=false");
        var given = all.toArray(String[]::new);
        world = World.start(folder.resolve("node-0"), given);
        nodes.add(world.server());
        var starting = new ArrayList<CompletableFuture<ParleyServer>>();
        for (var i = 1; i < count; i++) {
            var data = folder.resolve("node-" + i);
            starting.add(CompletableFuture.supplyAsync(() -> ParleyServer.start(data, given)));
        }
        starting.forEach(each -> nodes.add(each.join()));
    }

    static Cluster start(Path folder, int count, String... settings) {
        try {
            return new Cluster(folder, count, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes people and accounts, on the first node. */
    World world() {
        return world;
    }

    ParleyServer node(int number) {
        return nodes.get(number);
    }

    NatsServer nats() {
        return nats;
    }

    /** The API of a person through one of the nodes, with the session that they have. */
    Api through(int node, World.Person person) {
        return person.api().at(nodes.get(node).address());
    }

    /** A device of a person on one of the nodes, from the present on. */
    Device device(int node, World.Person person) {
        return Device.connect(through(node, person), null);
    }

    @Override
    public void close() {
        nodes.forEach(ParleyServer::kill);
        nats.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
