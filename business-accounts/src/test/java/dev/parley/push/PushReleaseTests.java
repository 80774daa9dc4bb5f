package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditLog;
import dev.parley.draft.NewMessageBody;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import dev.parley.push.PushOutcome.AlreadyReleased;
import dev.parley.push.PushOutcome.Invalid;
import dev.parley.push.PushOutcome.Refused;
import dev.parley.push.PushOutcome.Released;
import dev.parley.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ParleyTestApplication.class)
class PushReleaseTests {
    private final PushMessages pushMessages;
    private final Quotas quotas;
    private final Team team;
    private final AuditLog auditLog;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    PushReleaseTests(
            PushMessages pushMessages,
            Quotas quotas,
            Team team,
            AuditLog auditLog,
            JdbcClient jdbc,
            SettableClock clock,
            ApplicationContext context) {
        this.pushMessages = pushMessages;
        this.quotas = quotas;
        this.team = team;
        this.auditLog = auditLog;
        this.jdbc = jdbc;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void writesOneRowAndItsAuditEntryHoweverManyFollow() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 10);
        town.release(bakery, "warm up"); // so that the account's audit stream exists

        var before = rows();
        var few = town.release(bakery, "for ten");
        var withTen = added(before);
        town.crowd(bakery, 9_990);
        before = rows();
        var many = town.release(bakery, "for ten thousand");
        var withTenThousand = added(before);

        assertThat(few.audience()).isEqualTo(10);
        assertThat(many.audience()).isEqualTo(10_000);
        assertThat(withTen).isEqualTo(Map.of("push_message", 1L, "audit_entry", 1L));
        assertThat(withTenThousand).isEqualTo(withTen);
    }

    @Test
    void answersTheSameToTheSameKeyAndSendsNothingTwice() throws Exception {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);
        var command = town.draft(bakery, "Dark rye is back", "rye");

        var outcomes = atTheSameTime(8, () -> pushMessages.release(command));
        outcomes.add(pushMessages.release(command));

        assertThat(outcomes.stream().filter(Released.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(AlreadyReleased.class::isInstance)).hasSize(8);
        assertThat(outcomes.stream().map(PushReleaseTests::push).distinct()).hasSize(1);
        assertThat(pushMessages.page(bakery.id(), null, 10).items()).hasSize(1);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);
        town.release(bakery, "first");
        pushMessages.release(town.draft(bakery, "Dark rye is back", "rye"));

        var other = pushMessages.release(town.draft(bakery, "Light rye is back", "rye"));

        assertThat(refusal(other).problem()).isEqualTo("idempotency-key-reused");
        assertThat(pushMessages.page(bakery.id(), null, 10).items()).hasSize(2);
    }

    @Test
    void refusesWithRuleValueLimitAndTimeOnceTheQuotaIsUsedUp() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);
        IntStream.rangeClosed(1, 4).forEach(number -> town.release(bakery, "loaf " + number));

        var refusal = refusal(pushMessages.release(town.draft(bakery, "one too many")));

        assertThat(refusal.problem()).isEqualTo("quota-used-up");
        assertThat(refusal.rule()).isEqualTo("push.releases-per-day");
        assertThat(refusal.value()).isEqualTo("4");
        assertThat(refusal.limit()).isEqualTo("4");
        assertThat(refusal.possibleAgainAt()).isEqualTo("2026-03-03T00:00:00Z");

        clock.set(Objects.requireNonNull(refusal.possibleAgainAt()));
        town.release(bakery, "the next morning");
        assertThat(quotas.of(bakery.id()).day().used()).isEqualTo(1);
        assertThat(quotas.of(bakery.id()).month().used()).isEqualTo(5);
    }

    @Test
    void keepsTheQuotaWhenManyReleaseAtTheSameTime() throws Exception {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);

        var outcomes = atTheSameTime(10, () -> pushMessages.release(town.draft(bakery, "all at once")));

        assertThat(outcomes.stream().filter(Released.class::isInstance)).hasSize(4);
    }

    @Test
    void letsOnlyOwnersAndEditorsRelease() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);
        var agent = town.person("agent", "UTC");
        team.add(bakery.id(), bakery.owner(), agent, Role.AGENT);

        var byAgent = pushMessages.release(town.draft(new Town.Company(bakery.id(), agent), "hello"));
        var byStranger =
                pushMessages.release(town.draft(new Town.Company(bakery.id(), town.person("mallory", "UTC")), "hello"));

        assertThat(refusal(byAgent).problem()).isEqualTo("forbidden");
        assertThat(refusal(byStranger).problem()).isEqualTo("not-found");
        assertThat(pushMessages.page(bakery.id(), null, 10).items()).isEmpty();
    }

    @Test
    void needsAVerifiedAccountAndSomeoneWhoFollows() {
        var pending = town.unverified("bank");
        town.crowd(pending, 3);
        var lonely = town.company("bakery");

        assertThat(refusal(pushMessages.release(town.draft(pending, "hello"))).problem())
                .isEqualTo("not-verified");
        assertThat(refusal(pushMessages.release(town.draft(lonely, "hello"))).problem())
                .isEqualTo("no-followers");
    }

    @Test
    void namesFieldValueAndLimitOfADraftThatBreaksARule() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);

        assertThat(errors(bakery, NewMessageBody.Text.of("x".repeat(4001))))
                .extracting(FieldRefusal::field, FieldRefusal::value, FieldRefusal::limit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("body.text", "4001", "4000"));
        assertThat(errors(bakery, new NewMessageBody.Image(UUID.randomUUID(), "", null, null)))
                .extracting(FieldRefusal::field)
                .containsExactlyInAnyOrder("body.description", "body.media");
        assertThat(errors(
                        bakery,
                        new NewMessageBody.Article(
                                "t".repeat(121), "s".repeat(501), "javascript:alert(1)", null, null)))
                .extracting(FieldRefusal::field)
                .containsExactlyInAnyOrder("body.title", "body.summary", "body.link");
        assertThat(errors(bakery, new NewMessageBody.Text(null, null, null)))
                .extracting(FieldRefusal::rule)
                .containsExactly("required");
    }

    @Test
    void auditsTheReleaseAndTheQuota() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 3);
        var operator = town.person("olga", "UTC");

        var push = town.release(bakery, "Dark rye is back");
        var set = quotas.set(new SetQuota(bakery.id(), operator, 1, 8, "asked for less"));

        assertThat(auditLog.page(bakery.id().toString(), null, 10).items().getFirst())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("push.released"))
                .satisfies(entry ->
                        assertThat(entry.subject().id()).isEqualTo(push.id().toString()));
        assertThat(set).isInstanceOf(QuotaOutcome.Set.class);
        assertThat(auditLog.page(AuditLog.OPERATOR, null, 1).items().getFirst())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("account.quota-set"))
                .satisfies(entry -> assertThat(entry.before()).isEqualTo("4 a day, 30 a month"))
                .satisfies(entry -> assertThat(entry.after()).isEqualTo("1 a day, 8 a month"));
        assertThat(refusal(pushMessages.release(town.draft(bakery, "again"))).limit())
                .isEqualTo("1");
    }

    private List<FieldRefusal> errors(Town.Company company, NewMessageBody draft) {
        var outcome = pushMessages.release(new ReleasePush(
                company.id(),
                company.owner(),
                new dev.parley.kernel.IdempotencyKey(UUID.randomUUID().toString()),
                draft));
        assertThat(outcome).isInstanceOf(Invalid.class);
        return ((Invalid) outcome).errors();
    }

    private static Refusal refusal(PushOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).refusal();
    }

    private static PushMessage push(PushOutcome outcome) {
        return switch (outcome) {
            case Released(var push) -> push;
            case AlreadyReleased(var push) -> push;
            case Invalid _, Refused _ -> throw new AssertionError(outcome);
        };
    }

    private static List<PushOutcome> atTheSameTime(int times, Callable<PushOutcome> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<PushOutcome>>();
            for (var time = 0; time < times; time++) {
                running.add(threads.submit(action));
            }
            var outcomes = new ArrayList<PushOutcome>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }

    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        for (var table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from \"" + table + "\"")
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private Map<String, Long> added(Map<String, Long> before) {
        var added = new TreeMap<String, Long>();
        rows().forEach((table, count) -> {
            var more = count - before.getOrDefault(table, 0L);
            if (more != 0) {
                added.put(table, more);
            }
        });
        return added;
    }
}
