package dev.parley.e2e.faults;

import dev.parley.e2e.NatsServer;
import dev.parley.e2e.ParleyServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Something happens to one of three nodes, or to what joins them; all are on one PostgreSQL, and devices are spread over them. */
abstract class NodesFault extends Scenario {
    private static final int NODES = 3;

    @Override
    String missing() {
        return Commands.exists("nats-server") || Commands.exists("/usr/sbin/nats-server")
                ? ""
                : "Several nodes need nats-server (Debian's package nats-server).";
    }

    abstract int rounds(Plan plan);

    /** Makes the fault and undoes it. */
    abstract void fault(List<ParleyServer> nodes, NatsServer nats, Crowd crowd, Plan plan, Random random);

    /** What devices do when their connection is gone. */
    Crowd.Manners manners() {
        return Crowd.Manners.USUAL.withUsers(8);
    }

    @Override
    final void run(Plan plan) throws Exception {
        var random = plan.random();
        var nodes = new ArrayList<ParleyServer>();
        try (var database = Postgres.create(plan.folder());
                var nats = NatsServer.start()) {
            var settings = new ArrayList<>(Crowd.SERVER_SETTINGS);
            settings.add("--parley.database.url=" + database.url());
            settings.add("--parley.nats.url=" + nats.url());
            var given = settings.toArray(String[]::new);
            try {
                nodes.add(ParleyServer.start(plan.folder().resolve("node-0"), Ports.free(), plan.environment(), given));
                var others = new ArrayList<CompletableFuture<ParleyServer>>();
                for (var i = 1; i < NODES; i++) {
                    var data = plan.folder().resolve("node-" + i);
                    others.add(CompletableFuture.supplyAsync(
                            () -> ParleyServer.start(data, Ports.free(), plan.environment(), given)));
                }
                others.forEach(each -> nodes.add(each.join()));
                List<URI> addresses = nodes.stream().map(ParleyServer::address).toList();
                try (var crowd =
                        Crowd.gather(node -> addresses.get(Math.floorMod(node, NODES)), plan.seed(), manners())) {
                    crowd.talk();
                    crowd.awaitAcknowledged(50, Duration.ofSeconds(60));
                    for (var i = 0; i < rounds(plan); i++) {
                        fault(nodes, nats, crowd, plan, random);
                        crowd.awaitAcknowledged(20, Duration.ofSeconds(60));
                        round();
                        say(name(getClass()) + ", " + (i + 1) + " of " + rounds(plan));
                    }
                    found(crowd.settleAndCheck(database::connect, Duration.ofSeconds(60)));
                    figure(crowd.book().tally());
                    judge(crowd.book());
                }
            } finally {
                nodes.forEach(ParleyServer::kill);
            }
        }
    }

    /** What else must hold at the end. */
    void judge(Book book) {}
}
