package dev.parley.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest
class AuditModuleTests {
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private String stream = "";

    @Autowired
    AuditModuleTests(AuditLog log, TransactionTemplate transaction, JdbcClient jdbc, JsonMapper json) {
        this.log = log;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
    }

    @BeforeEach
    void beginAStreamOfItsOwn() {
        stream = UUID.randomUUID().toString();
    }

    @Test
    void chainsEntriesFromOneWithoutGaps() {
        var first = record("team.member-added");
        var second = record("team.member-removed");

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(HashChain.START);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 2, null));
    }

    @Test
    void recordsOnlyWithinATransaction() {
        assertThatThrownBy(() -> log.record(entry("account.verified")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsAnEntryWhoseActWasRolledBack() {
        record("account.verified");
        transaction.executeWithoutResult(status -> {
            log.record(entry("account.suspended"));
            status.setRollbackOnly();
        });

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 1, null));
        assertThat(record("account.restored").sequence()).isEqualTo(2);
    }

    @Test
    void seesAChangedEntry() {
        recordFive();

        jdbc.sql("update audit_entry set reason = 'another' where stream = ? and sequence = 3")
                .param(stream)
                .update();

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 5, 3L));
    }

    @Test
    void seesAChangedEntryWhoseOwnHashWasMadeToFit() {
        recordFive();
        var third = log.page(stream, null, 10).items().get(2);

        var forged =
                new NewAuditEntry(stream, third.actor(), third.action(), third.subject(), "a", "b", "because I say so");
        jdbc.sql("update audit_entry set reason = 'because I say so', hash = ? where stream = ? and sequence = 3")
                .params(HashChain.hash(third.previousHash(), stream, 3, third.at(), forged), stream)
                .update();

        assertThat(log.verify(stream).brokenAt()).isEqualTo(4);
    }

    @Test
    void seesARemovedEntry() {
        recordFive();

        jdbc.sql("delete from audit_entry where stream = ? and sequence = 2")
                .param(stream)
                .update();

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 4, 2L));
    }

    @Test
    void seesThatTheEndWasCutOff() {
        recordFive();

        jdbc.sql("delete from audit_entry where stream = ? and sequence > 3")
                .param(stream)
                .update();

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 3, 4L));
    }

    @Test
    void seesThatEverythingWasRemoved() {
        recordFive();

        jdbc.sql("delete from audit_entry where stream = ?").param(stream).update();

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 0, 1L));
    }

    @Test
    void seesAnEntryAddedBehindItsBack() {
        recordFive();
        var last = log.page(stream, null, 1).items().getFirst();

        var forged = entry("account.verified");
        var hash = HashChain.hash(last.hash(), stream, 6, last.at(), forged);
        jdbc.sql("""
                        insert into audit_entry select stream, 6, at, actor_id, actor_name, actor_role, 'account.verified', subject_kind, subject_id,
                            subject_name, before, after, reason, hash, ? from audit_entry where stream = ? and sequence = 5""").params(hash, stream).update();

        assertThat(log.verify(stream).brokenAt()).isEqualTo(6);
    }

    @Test
    void seesAReplacedLastEntry() {
        recordFive();
        var last = log.page(stream, null, 1).items().getFirst();

        var forged = new NewAuditEntry(stream, last.actor(), last.action(), last.subject(), "a", "b", "forged");
        jdbc.sql("update audit_entry set reason = 'forged', hash = ? where stream = ? and sequence = 5")
                .params(HashChain.hash(last.previousHash(), stream, 5, last.at(), forged), stream)
                .update();

        assertThat(log.verify(stream).brokenAt()).isEqualTo(5);
    }

    @Test
    void keepsOneChainWhenManyActAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 40; i++) {
                threads.submit(() -> record("team.member-added"));
            }
        }

        assertThat(log.verify(stream)).isEqualTo(new AuditState(stream, 40, null));
        assertThat(log.page(stream, null, 100).items())
                .extracting(AuditEntry::sequence)
                .containsExactlyElementsOf(
                        LongStream.iterate(40, n -> n - 1).limit(40).boxed().toList());
    }

    @Test
    void turnsPagesNewestFirst() {
        recordFive();

        var first = log.page(stream, null, 2);
        var second = log.page(stream, first.nextCursor(), 2);
        var third = log.page(stream, second.nextCursor(), 2);

        assertThat(first.items()).extracting(AuditEntry::sequence).containsExactly(5L, 4L);
        assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(3L, 2L);
        assertThat(third.items()).extracting(AuditEntry::sequence).containsExactly(1L);
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void exportsOneJsonObjectPerLineOldestFirst() throws Exception {
        recordFive();
        var output = new ByteArrayOutputStream();

        log.export(stream, output);

        var lines = output.toString(UTF_8).lines().map(json::readTree).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().path("sequence").asLong()).isEqualTo(1);
        assertThat(lines.getFirst().path("at").asString()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(lines.getFirst().path("actor").path("name").asString()).isEqualTo("Alice");
        assertThat(lines.getLast().path("previousHash").asString())
                .isEqualTo(lines.get(3).path("hash").asString());
    }

    private void recordFive() {
        for (var i = 0; i < 5; i++) {
            record("account.changed");
        }
    }

    private AuditEntry record(String action) {
        var recorded = transaction.execute(status -> log.record(entry(action)));
        assertThat(recorded).isNotNull();
        return recorded;
    }

    private NewAuditEntry entry(String action) {
        return new NewAuditEntry(
                stream,
                new AuditActor(new UUID(0, 1), "Alice", "owner"),
                action,
                new AuditSubject("account", "7", "Bakery"),
                "a",
                "b",
                null);
    }
}
