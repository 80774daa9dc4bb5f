package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import dev.parley.e2e.bench.ParleySide.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Webhooks: people follow an account at a steady rate, and a receiver in this process hears of it; the time counts from the
 * beginning of the follow, as the event tells it, before its commit, to the arrival. Then a backlog that lies in the database is worked off. Beside it: the same
 * receiver, and a loop of bare HTTP calls with as many at the same time.
 */
final class WebhookDelivery implements Scenario {
    static final String NAME = "webhook";
    private static final int AT_ONCE_PER_ENDPOINT = 8;
    private static final int FOLLOWS_AT_ONCE = 64;

    @Override
    public void run(Systems systems, Options options, Findings findings) throws IOException, InterruptedException {
        try (var receiver = new Receiver()) {
            var backlog = options.number("backlog", 20_000, 1_000);
            var bare = options.relay() ? bareLoop(receiver, backlog) : 0;
            if (!options.parley()) {
                return;
            }
            var seed = new Seed(systems.server());
            events(systems, options, seed, receiver, findings);
            drain(systems, seed, receiver, backlog, bare, findings);
        }
    }

    private static void events(Systems systems, Options options, Seed seed, Receiver receiver, Findings findings)
            throws InterruptedException {
        var perSecond = options.number("follows-per-second", 500, 50);
        var warmUp = 2 * perSecond;
        var count = warmUp + perSecond * options.number("follow-seconds", 8, 2);
        var account = seed.accounts(1).getFirst();
        var people = seed.people(count);
        endpoint(systems, account, receiver);
        Systems.say("webhook: " + perSecond + " follows a second …");
        var free = new Semaphore(FOLLOWS_AT_ONCE);
        var start = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < count; number++) {
                var due = start + number * 1_000_000_000L / perSecond;
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                free.acquire();
                var index = number;
                executor.execute(() -> {
                    follow(systems, people.get(index), account);
                    free.release();
                });
            }
        }
        var took = (System.nanoTime() - start) / 1e9;
        receiver.await(count, 60);
        var ages = receiver.ages(warmUp);
        findings.add(Figure.of(NAME, "event to receiver, p99, at " + perSecond + "/s", ages.quantileMillis(0.99), "ms")
                .to(Goal.atMost(100))
                .noting(String.format(
                        Locale.ROOT,
                        "p50 %.1f ms; %.0f follows a second came about",
                        ages.quantileMillis(0.5),
                        count / took)));
        receiver.clear();
    }

    private static void drain(
            Systems systems, Seed seed, Receiver receiver, int backlog, double bare, Findings findings)
            throws InterruptedException {
        var account = seed.accounts(1).getFirst();
        var endpoint = endpoint(systems, account, receiver);
        var now = Instant.now();
        var due = now.plusSeconds(3_600);
        seed.copy(
                "webhook_delivery (id, endpoint_id, event, occurrence, payload, created_at, due_at, state)",
                backlog,
                i -> seed.id('9', i) + "\t" + endpoint + "\tfollow.started\t" + seed.id('8', i) + "\t"
                        + "{\"type\":\"follow.started\",\"number\":" + i + ",\"padding\":\"" + ".".repeat(300) + "\"}\t"
                        + now
                        + "\t" + due + "\tpending");
        seed.execute("analyze");
        Systems.say("webhook: a backlog of " + backlog + " …");
        seed.execute("update webhook_delivery set due_at = now() where endpoint_id = '" + endpoint + "'");
        receiver.await(backlog, 120);
        var row = Figure.of(NAME, "backlog worked off", receiver.perSecond(), "/s")
                .to(Goal.atLeast(2_000));
        findings.add(bare == 0 ? row : row.beside("bare HTTP calls", bare));
        receiver.clear();
    }

    private static String endpoint(Systems systems, Seed.Account account, Receiver receiver) {
        return Api.bearer(systems.server().address(), account.owner().token())
                .post(
                        "/accounts/" + account.id() + "/webhook-endpoints",
                        Map.of("url", receiver.address(), "events", List.of("follow.started")))
                .expect(201)
                .path("id")
                .asString();
    }

    private static void follow(Systems systems, Person person, Seed.Account account) {
        Api.bearer(systems.server().address(), person.token())
                .put("/follows/" + account.id(), Map.of("source", "search"))
                .expect(201);
    }

    private static double bareLoop(Receiver receiver, int count) throws InterruptedException {
        Systems.say("webhook: " + count + " bare HTTP calls …");
        var left = new AtomicInteger(count);
        var body = "{\"type\":\"follow.started\",\"padding\":\"" + ".".repeat(320) + "\"}";
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE_PER_ENDPOINT; i++) {
                executor.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        post(http, receiver.address(), body);
                    }
                });
            }
        }
        receiver.await(count, 60);
        var perSecond = receiver.perSecond();
        receiver.clear();
        return perSecond;
    }

    private static void post(HttpClient http, String address, String body) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
