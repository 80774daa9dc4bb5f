package dev.parley.contact;

import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code contact_request}: at most one row for each direction of a pair; removed when a contact ends. */
@Component
class RequestRows {
    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that is neither withdrawn nor accepted; hidden ones too. */
    Optional<ContactRequest> waiting(UserId from, UserId to) {
        return jdbc.sql("select * from contact_request where from_id = :from and to_id = :to and state = 'waiting'")
                .param("from", from.value())
                .param("to", to.value())
                .query(RequestRows::request)
                .optional();
    }

    Optional<ContactRequest> find(ContactRequestId id) {
        return jdbc.sql("select * from contact_request where id = :id and state <> 'withdrawn'")
                .param("id", id.value())
                .query(RequestRows::request)
                .optional();
    }

    /** The request that made two users contacts. */
    Optional<ContactRequest> accepted(UserId one, UserId other) {
        return jdbc.sql("""
                        select * from contact_request where state = 'accepted'
                            and ((from_id = :one and to_id = :other) or (from_id = :other and to_id = :one)) limit 1""")
                .param("one", one.value())
                .param("other", other.value())
                .query(RequestRows::request)
                .optional();
    }

    List<ContactRequest> incoming(UserId to) {
        return jdbc.sql("""
                        select * from contact_request where to_id = :to and state = 'waiting' and declined_at is null
                        order by sent_at desc, id desc""").param("to", to.value()).query(RequestRows::request).list();
    }

    List<ContactRequest> outgoing(UserId from) {
        return jdbc.sql(
                        "select * from contact_request where from_id = :from and state = 'waiting' order by sent_at desc, id desc")
                .param("from", from.value())
                .query(RequestRows::request)
                .list();
    }

    int countOutgoing(UserId from) {
        return jdbc.sql("select count(*) from contact_request where from_id = :from and state = 'waiting'")
                .param("from", from.value())
                .query(Integer.class)
                .single();
    }

    /** Sends a request, or sends one again that was taken back; a declined one stays hidden. */
    ContactRequest send(ContactRequest request) {
        return jdbc.sql("""
                        insert into contact_request (id, from_id, to_id, state, sent_at) values (:id, :from, :to, 'waiting', :at)
                        on conflict (from_id, to_id) do update set state = 'waiting', sent_at = excluded.sent_at
                        returning *""")
                .param("id", request.id().value())
                .param("from", request.from().value())
                .param("to", request.to().value())
                .param("at", at(request.sentAt()))
                .query(RequestRows::request)
                .single();
    }

    boolean isHidden(ContactRequestId id) {
        return jdbc.sql("select exists (select from contact_request where id = :id and declined_at is not null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean hide(ContactRequestId id, UserId to, Instant now) {
        return jdbc.sql("""
                                update contact_request set declined_at = :now
                                where id = :id and to_id = :to and state = 'waiting' and declined_at is null""")
                        .param("now", at(now))
                        .param("id", id.value())
                        .param("to", to.value())
                        .update()
                > 0;
    }

    boolean withdraw(ContactRequestId id, UserId from) {
        return jdbc.sql(
                                "update contact_request set state = 'withdrawn' where id = :id and from_id = :from and state = 'waiting'")
                        .param("id", id.value())
                        .param("from", from.value())
                        .update()
                > 0;
    }

    void accept(ContactRequestId id) {
        jdbc.sql("update contact_request set state = 'accepted', declined_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Forgets all requests between two users. */
    void forget(UserId one, UserId other) {
        jdbc.sql(
                        "delete from contact_request where (from_id = :one and to_id = :other) or (from_id = :other and to_id = :one)")
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    private static ContactRequest request(ResultSet row, int number) throws SQLException {
        return new ContactRequest(
                new ContactRequestId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("from_id", UUID.class)),
                new UserId(row.getObject("to_id", UUID.class)),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
