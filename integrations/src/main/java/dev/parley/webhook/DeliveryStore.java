package dev.parley.webhook;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code webhook_delivery} and {@code webhook_attempt}. A delivery is pending until the endpoint has taken it or
 * it is given up; done ones are deleted with their attempts after some weeks, and with their endpoint.
 */
@Component
class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts an event before all endpoints of an account that want it; the second time for the same occurrence does nothing.
     * Endpoints before which too much waits already do not get it.
     *
     * @return how many endpoints will be told
     */
    int add(
            OfficialAccountId account,
            String event,
            UUID occurrence,
            String payload,
            Instant now,
            int waitingPerEndpoint) {
        var endpoints = jdbc.sql("select id from webhook_endpoint"
                        + " where account_id = ? and state = 'active' and ? = any(events)")
                .params(account.value(), event)
                .query(UUID.class)
                .list();
        var added = 0;
        for (var endpoint : endpoints) {
            added += jdbc.sql("insert into webhook_delivery"
                            + " (id, endpoint_id, event, occurrence, payload, created_at, due_at, state)"
                            + " select ?, ?, ?, ?, ?, ?, ?,"
                            + " case when count(*) < ? then 'pending' else 'given-up' end"
                            + " from (select from webhook_delivery where endpoint_id = ? and state = 'pending' limit ?) w"
                            + " on conflict (endpoint_id, event, occurrence) do nothing")
                    .params(
                            Ids.next(),
                            endpoint,
                            event,
                            occurrence,
                            payload,
                            timestamp(now),
                            timestamp(now),
                            waitingPerEndpoint,
                            endpoint,
                            waitingPerEndpoint)
                    .update();
        }
        return added;
    }

    /** One delivery before one endpoint, which its caller tries at once: nobody else takes it before {@code leasedUntil}. */
    Optional<Delivery> addOne(
            WebhookEndpointId endpoint, String event, String payload, Instant now, Instant leasedUntil) {
        var id = Ids.next();
        jdbc.sql("insert into webhook_delivery"
                        + " (id, endpoint_id, event, occurrence, payload, created_at, due_at, tries, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1, 'pending')")
                .params(id, endpoint.value(), event, id, payload, timestamp(now), timestamp(leasedUntil))
                .update();
        return jdbc.sql("select d.id, d.endpoint_id, e.url, e.secret, d.event, d.payload, d.tries"
                        + " from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = ?")
                .param(id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    /** Takes due deliveries, so that no other node takes them before {@code leasedUntil}; some of each endpoint. */
    List<Delivery> take(
            Instant now, Instant leasedUntil, Collection<WebhookEndpointId> without, int perEndpoint, int limit) {
        return jdbc.sql("with due as (select d.id from webhook_endpoint e cross join lateral"
                        + " (select id from webhook_delivery where endpoint_id = e.id and state = 'pending'"
                        + " and due_at <= ? order by due_at limit ? for update skip locked) d"
                        + " where e.state = 'active' and e.id <> all(?) limit ?)"
                        + " update webhook_delivery d set due_at = ?, tries = d.tries + 1"
                        + " from due, webhook_endpoint e where d.id = due.id and e.id = d.endpoint_id"
                        + " returning d.id, d.endpoint_id, e.url, e.secret, d.event, d.payload, d.tries")
                .params(
                        timestamp(now),
                        perEndpoint,
                        without.stream().map(WebhookEndpointId::value).toArray(UUID[]::new),
                        limit,
                        timestamp(leasedUntil))
                .query((row, number) -> delivery(row))
                .list();
    }

    WebhookAttempt record(Delivery delivery, EndpointCall.Answer answer, Instant at) {
        var attempt = new WebhookAttempt(
                Ids.next(), delivery.event(), at, answer.status(), answer.duration(), answer.error());
        // Nothing is written when the endpoint has been removed meanwhile.
        jdbc.sql("insert into webhook_attempt (id, delivery_id, endpoint_id, event, at, status, duration_ms, error)"
                        + " select ?, id, endpoint_id, ?, ?, ?, ?, ? from webhook_delivery where id = ?")
                .param(1, attempt.id())
                .param(2, attempt.event())
                .param(3, timestamp(at))
                .param(4, attempt.status())
                .param(5, Math.toIntExact(attempt.duration().toMillis()))
                .param(6, attempt.error())
                .param(7, delivery.id())
                .update();
        return attempt;
    }

    /** Several at once, each with its attempt; nothing is written for those whose endpoint has been removed meanwhile. */
    void taken(List<TakenDeliveries.Taken> taken, Instant at) {
        var deliveries = taken.stream().map(each -> each.delivery().id()).toArray(UUID[]::new);
        jdbc.sql("insert into webhook_attempt (id, delivery_id, endpoint_id, event, at, status, duration_ms)"
                        + " select a.id, d.id, d.endpoint_id, d.event, ?, a.status, a.duration_ms"
                        + " from unnest(?, ?, ?, ?) as a(id, delivery_id, status, duration_ms)"
                        + " join webhook_delivery d on d.id = a.delivery_id")
                .param(timestamp(at))
                .param(taken.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param(deliveries)
                .param(taken.stream().map(each -> each.answer().status()).toArray(Integer[]::new))
                .param(taken.stream()
                        .map(each -> Math.toIntExact(each.answer().duration().toMillis()))
                        .toArray(Integer[]::new))
                .update();
        jdbc.sql("update webhook_delivery set state = 'delivered' where id = any(?) and state = 'pending'")
                .param(deliveries)
                .update();
    }

    void delivered(Delivery delivery) {
        state(delivery, "delivered");
    }

    void giveUp(Delivery delivery) {
        state(delivery, "given-up");
    }

    private void state(Delivery delivery, String state) {
        jdbc.sql("update webhook_delivery set state = ? where id = ? and state = 'pending'")
                .params(state, delivery.id())
                .update();
    }

    void later(Delivery delivery, Instant due) {
        jdbc.sql("update webhook_delivery set due_at = ? where id = ? and state = 'pending'")
                .params(timestamp(due), delivery.id())
                .update();
    }

    /** The endpoint has said that it is gone: nothing waits for it any more. */
    void disable(WebhookEndpointId endpoint) {
        jdbc.sql("update webhook_endpoint set state = 'disabled' where id = ?")
                .param(endpoint.value())
                .update();
        jdbc.sql("update webhook_delivery set state = 'given-up' where endpoint_id = ? and state = 'pending'")
                .param(endpoint.value())
                .update();
    }

    List<WebhookAttempt> attempts(WebhookEndpointId endpoint, @Nullable UUID before, int limit) {
        return jdbc.sql("select id, event, at, status, duration_ms, error from webhook_attempt"
                        + " where endpoint_id = :endpoint"
                        + " and (cast(:before as uuid) is null or id < cast(:before as uuid))"
                        + " order by id desc limit :limit")
                .param("endpoint", endpoint.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new WebhookAttempt(
                        row.getObject("id", UUID.class),
                        row.getString("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("status", Integer.class),
                        Duration.ofMillis(row.getInt("duration_ms")),
                        row.getString("error")))
                .list();
    }

    int forget(Instant doneBefore) {
        return jdbc.sql("delete from webhook_delivery where state <> 'pending' and created_at < ?")
                .param(timestamp(doneBefore))
                .update();
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                new WebhookEndpointId(row.getObject("endpoint_id", UUID.class)),
                row.getString("url"),
                row.getString("secret"),
                row.getString("event"),
                row.getString("payload"),
                row.getInt("tries"));
    }
}
