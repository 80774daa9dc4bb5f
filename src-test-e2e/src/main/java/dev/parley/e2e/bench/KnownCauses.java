package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * An audience that leaves for causes that are known, put into the database of a server: does what the server says each push message cost hold the
 * truth; and how long do the pages of the dashboard take with a million followers. Seeded, so that the audience is always the same.
 */
final class KnownCauses implements Scenario {
    static final String NAME = "attribution";
    private static final int DAYS = 60;
    private static final double[] ANNOYANCE = {
        0.001, 0.002, 0, 0.001, 0.02, 0.001, 0, 0.004, 0.001, 0.008, 0.001, 0, 0.002, 0.03, 0.001
    };
    private static final int ASKED = 20;

    private final Random random = new Random(13);

    /** Somebody who followed. @param cause the push message they left for, -1 for none @param seen when which push message was seen */
    private record Person(Instant from, Instant until, int cause, Instant[] seen) {}

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        if (!options.parley()) {
            return;
        }
        var audience = options.number("audience", 100_000, 4_000);
        var followers = options.number("million", 1_000_000, 20_000);
        var server = systems.server();
        var seed = new Seed(server);
        var account = seed.accounts(1).getFirst();
        Systems.say("making " + audience + " followers who leave for known causes, and " + followers + " others …");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var begin = now.minus(Duration.ofDays(DAYS));
        var releases = random.doubles(ANNOYANCE.length, 0, DAYS * 24.0 - 72)
                .sorted()
                .mapToObj(hours -> begin.plusSeconds((long) (hours * 3_600)))
                .toList();
        var people = new ArrayList<Person>(audience);
        for (var i = 0; i < audience; i++) {
            people.add(person(begin, now, releases));
        }
        var pushes = seed.released(account, releases, audience);
        store(seed, account, people, pushes);
        seed.crowd(followers, account);
        seed.execute("vacuum analyze");

        var truth = new int[ANNOYANCE.length];
        people.stream().filter(person -> person.cause() >= 0).forEach(person -> truth[person.cause()]++);
        compare(costs(server.address(), account, pushes), truth, findings);
        pages(server.address(), account, findings, followers + audience);
    }

    private Person person(Instant begin, Instant now, List<Instant> releases) {
        var old = random.nextDouble() < 0.6;
        var from = old
                ? begin.minus(Duration.ofDays(30))
                : begin.plusSeconds((long) (random.nextDouble() * DAYS * 86_400));
        var temper = 0.4 + 1.2 * random.nextDouble();
        var until = byThemselves(old, from, begin, temper);
        var cause = -1;
        var seen = new Instant[releases.size()];
        for (var push = 0; push < seen.length; push++) {
            if (releases.get(push).isBefore(from) || random.nextDouble() > 0.7) {
                continue;
            }
            seen[push] = releases.get(push).plusSeconds((long) (exponential(4) * 3_600));
            if (random.nextDouble() < ANNOYANCE[push]) {
                var after = random.nextDouble() < 0.6 ? exponential(0.5) : exponential(18);
                var leaves = seen[push].plusSeconds((long) (after * 3_600));
                if (leaves.isBefore(until)) {
                    until = leaves;
                    cause = push;
                }
            }
        }
        if (until.isAfter(now)) {
            cause = -1;
        }
        for (var push = 0; push < seen.length; push++) {
            if (seen[push] != null && (seen[push].isAfter(until) || seen[push].isAfter(now))) {
                seen[push] = null;
            }
        }
        return new Person(from, until, cause, seen);
    }

    /** One in a hundred in the first week, four in a hundred in sixty days later on. */
    private Instant byThemselves(boolean old, Instant from, Instant begin, double temper) {
        if (old) {
            return begin.plusSeconds((long) (exponential(60 * 24 * 25 / temper) * 3_600));
        }
        var early = exponential(7 * 24 * 100 / temper);
        var hours = early < 7 * 24 ? early : 7 * 24 + exponential(60 * 24 * 25 / temper);
        return from.plusSeconds((long) (hours * 3_600));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private void store(Seed seed, Seed.Account account, List<Person> people, List<UUID> pushes) {
        var now = Instant.now();
        var followers = people.stream()
                .map(_ -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
        seed.copy(
                "follow (id, account_id, user_id, follower_id, conversation_id, started_at, ended_at, source)",
                people.size(),
                i -> {
                    var person = people.get(i);
                    return new UUID(random.nextLong(), random.nextLong()) + "\t" + account.id() + "\t"
                            + new UUID(random.nextLong(), random.nextLong()) + "\t" + followers.get(i) + "\t"
                            + new UUID(random.nextLong(), random.nextLong()) + "\t" + person.from() + "\t"
                            + (person.until().isAfter(now) ? "\\N" : person.until()) + "\tlink";
                });
        record View(int person, int push, Instant at) {}
        var views = new ArrayList<View>();
        var hours = new TreeMap<String, Integer>();
        for (var i = 0; i < people.size(); i++) {
            for (var push = 0; push < pushes.size(); push++) {
                var at = people.get(i).seen()[push];
                if (at != null) {
                    views.add(new View(i, push, at));
                    hours.merge(pushes.get(push) + "\t" + at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
                }
            }
        }
        seed.copy("push_view (account_id, push_id, follower_id, shown_at)", views.size(), i -> {
            var view = views.get(i);
            return account.id() + "\t" + pushes.get(view.push()) + "\t" + followers.get(view.person()) + "\t"
                    + view.at();
        });
        var rows = List.copyOf(hours.entrySet());
        seed.copy(
                "push_hour (account_id, push_id, hour, slot, shown, opened)",
                rows.size(),
                i -> account.id() + "\t" + rows.get(i).getKey() + "\t0\t"
                        + rows.get(i).getValue() + "\t" + rows.get(i).getValue() / 4);
        Systems.say("… who saw " + views.size() + " push messages");
    }

    private record Cost(double value, double margin) {}

    /** Asks until the estimate that the first question set off is there. */
    private static List<Cost> costs(java.net.URI server, Seed.Account account, List<UUID> pushes)
            throws InterruptedException {
        var api = Api.bearer(server, account.owner().token());
        var start = System.nanoTime();
        while (true) {
            var items = api.get("/accounts/" + account.id() + "/push-messages?limit=100")
                    .expect(200)
                    .path("items");
            var costs = new Cost[pushes.size()];
            items.forEach(item -> {
                var at = pushes.indexOf(UUID.fromString(item.path("id").asString()));
                if (at >= 0 && !item.path("cost").isNull()) {
                    costs[at] = new Cost(
                            item.at("/cost/left/value").asDouble(),
                            item.at("/cost/left/margin").asDouble());
                }
            });
            if (Arrays.stream(costs).noneMatch(java.util.Objects::isNull)) {
                Systems.say(String.format("estimated in %.1f s", (System.nanoTime() - start) / 1e9));
                return List.of(costs);
            }
            if (System.nanoTime() - start > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException("the costs were not estimated: " + Arrays.toString(costs));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static void compare(List<Cost> costs, int[] truth, Findings findings) {
        var table = new StringBuilder("### What push messages cost: truth and estimate\n\n");
        table.append("| push message | truth | estimate | within |\n| --- | --- | --- | --- |\n");
        var inside = 0;
        var error = 0.0;
        var bias = 0.0;
        var all = 0;
        for (var push = 0; push < truth.length; push++) {
            var off = costs.get(push).value() - truth[push];
            var within = Math.abs(off) <= costs.get(push).margin() + 0.5;
            inside += within ? 1 : 0;
            error += Math.abs(off);
            bias += off;
            all += truth[push];
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.1f ± %.1f | %s |%n",
                    push + 1,
                    truth[push],
                    costs.get(push).value(),
                    costs.get(push).margin(),
                    within ? "yes" : "no"));
        }
        findings.table(table.toString());
        findings.add(Figure.of(NAME, "truths within their interval, of " + truth.length, inside, "")
                .to(Goal.atLeast(Math.floor(truth.length * 0.8))));
        findings.add(Figure.of(NAME, "mean error, of all that was caused", 100 * error / all, "%")
                .to(Goal.atMost(15))
                .noting(String.format(Locale.ROOT, "bias %+.1f %%", 100 * bias / all)));
    }

    private static void pages(java.net.URI server, Seed.Account account, Findings findings, int followers) {
        var api = Api.bearer(server, account.owner().token());
        var path = "/accounts/" + account.id();
        var slowest = 0.0;
        var which = "";
        for (var page : List.of(
                "/push-messages",
                "/insight/followers?days=60",
                "/standing",
                "/quota",
                "/insight/sources",
                "/insight/retention",
                "/insight/hours",
                "/insight/calibration",
                "/insight/outlook?atOnce=" + followers)) {
            api.get(path + page).expect(200); // the first may take the walk that the others are spared
            var times = new double[ASKED];
            for (var i = 0; i < ASKED; i++) {
                var start = System.nanoTime();
                api.get(path + page).expect(200);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(times);
            var p95 = times[ASKED * 95 / 100 - 1];
            Systems.say(String.format(Locale.ROOT, "  %s: median %.0f ms, p95 %.0f ms", page, times[ASKED / 2], p95));
            if (p95 > slowest) {
                slowest = p95;
                which = page;
            }
        }
        findings.add(Figure.of(
                        NAME,
                        String.format(Locale.ROOT, "slowest page of the dashboard with %,d followers, p95", followers),
                        slowest,
                        "ms")
                .to(Goal.atMost(300))
                .noting(which));
    }
}
