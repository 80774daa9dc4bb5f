package dev.parley.webhook;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The endpoints of companies' own systems ({@code webhook_endpoint}, keyed by id; deleted with all that waited for it). What
 * a team member does with them is in the account's audit log, in the same transaction.
 */
@Service
public class WebhookEndpoints {
    private static final String COLUMNS = "id, account_id, url, events, state, created_at";

    private final JdbcClient jdbc;
    private final DeliveryStore deliveries;
    private final DeliveryWorker worker;
    private final EndpointAddress addresses;
    private final Payloads payloads;
    private final AuditLog audit;
    private final Users users;
    private final Team team;
    private final TransactionTemplate transaction;
    private final WebhookProperties properties;
    private final Clock clock;

    WebhookEndpoints(
            JdbcClient jdbc,
            DeliveryStore deliveries,
            DeliveryWorker worker,
            EndpointAddress addresses,
            Payloads payloads,
            AuditLog audit,
            Users users,
            Team team,
            TransactionTemplate transaction,
            WebhookProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.worker = worker;
        this.addresses = addresses;
        this.payloads = payloads;
        this.audit = audit;
        this.users = users;
        this.team = team;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Adds an endpoint and answers its secret, which is never told again. Invalid when the address is not http or https, cannot
     * be found, or is inside the server's own network and not allowed, or when an event is unknown. Refused with {@code
     * conflict} when the account has as many as it may. Repeated: another endpoint.
     */
    public EndpointOutcome add(OfficialAccountId account, UserId by, String url, List<String> events) {
        var errors = new ArrayList<FieldRefusal>();
        addresses.refusal(url).ifPresent(errors::add);
        if (events.isEmpty() || !Payloads.EVENTS.containsAll(events)) {
            errors.add(new FieldRefusal(
                    "events",
                    "known",
                    null,
                    String.join(", ", Payloads.EVENTS),
                    "Choose at least one of the events there are."));
        }
        if (!errors.isEmpty()) {
            return new EndpointOutcome.Invalid(errors);
        }
        return inTransaction(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext(?))")
                    .param(account.toString())
                    .query((row, number) -> account)
                    .single();
            var present = list(account).size();
            if (present >= properties.endpointsPerAccount()) {
                return new EndpointOutcome.Refused(new Refusal(
                        "conflict",
                        "webhook.endpoints",
                        String.valueOf(present),
                        String.valueOf(properties.endpointsPerAccount()),
                        null,
                        "This account has as many endpoints as it may have; remove one first."));
            }
            var endpoint = new WebhookEndpoint(
                    new WebhookEndpointId(Ids.next()),
                    account,
                    url,
                    List.copyOf(new LinkedHashSet<>(events)),
                    true,
                    clock.instant());
            var secret = Signature.newSecret();
            jdbc.sql("insert into webhook_endpoint (id, account_id, url, secret, events, state, created_at)"
                            + " values (?, ?, ?, ?, ?, 'active', ?)")
                    .params(
                            endpoint.id().value(),
                            account.value(),
                            url,
                            secret,
                            endpoint.events().toArray(String[]::new),
                            DeliveryStore.timestamp(endpoint.createdAt()))
                    .update();
            record(endpoint, by, "webhook.endpoint-added", null, EndpointAddress.shown(url));
            return new EndpointOutcome.Added(endpoint, secret);
        });
    }

    /** The endpoints of an account, oldest first. */
    public List<WebhookEndpoint> list(OfficialAccountId account) {
        return jdbc.sql("select " + COLUMNS + " from webhook_endpoint where account_id = ? order by created_at, id")
                .param(account.value())
                .query((row, number) -> endpoint(row))
                .list();
    }

    /** One endpoint of this account. */
    public Optional<WebhookEndpoint> find(OfficialAccountId account, WebhookEndpointId id) {
        return jdbc.sql("select " + COLUMNS + " from webhook_endpoint where account_id = ? and id = ?")
                .params(account.value(), id.value())
                .query((row, number) -> endpoint(row))
                .optional();
    }

    /** Removes an endpoint with all that waits for it; false when the account has no such endpoint. */
    public boolean remove(OfficialAccountId account, UserId by, WebhookEndpointId id) {
        return inTransaction(() -> {
            var endpoint = find(account, id).orElse(null);
            if (endpoint == null
                    || jdbc.sql("delete from webhook_endpoint where id = ?")
                                    .param(id.value())
                                    .update()
                            == 0) {
                return false;
            }
            record(endpoint, by, "webhook.endpoint-removed", EndpointAddress.shown(endpoint.url()), null);
            return true;
        });
    }

    /** What was tried, newest first, at most 200 a page; empty when the account has no such endpoint. */
    public Optional<Page<WebhookAttempt>> attempts(
            OfficialAccountId account, WebhookEndpointId id, @Nullable String cursor, int limit) {
        var before = cursor == null ? null : UUID.fromString(cursor);
        return find(account, id).map(endpoint -> {
            var most = Math.clamp(limit, 1, 200);
            var found = deliveries.attempts(id, before, most + 1);
            var items = found.subList(0, Math.min(most, found.size()));
            return new Page<>(items, found.size() > most ? items.getLast().id().toString() : null);
        });
    }

    /** Tells the endpoint at once that this is a test, once; empty when the account has no such endpoint. */
    public Optional<WebhookAttempt> test(OfficialAccountId account, UserId by, WebhookEndpointId id) {
        var delivery = inTransaction(() -> find(account, id).flatMap(endpoint -> {
            var now = clock.instant();
            record(endpoint, by, "webhook.endpoint-tested", null, null);
            return deliveries.addOne(id, Payloads.TEST, payloads.test(account, now), now, now.plus(worker.lease()));
        }));
        return delivery.map(taken -> worker.tryOnce(taken, false));
    }

    private void record(
            WebhookEndpoint endpoint, UserId by, String action, @Nullable String before, @Nullable String after) {
        var card = users.cards(List.of(by)).get(by);
        audit.record(new NewAuditEntry(
                endpoint.account().toString(),
                new AuditActor(
                        by.value(),
                        card == null ? by.toString() : card.name(),
                        team.role(endpoint.account(), by).map(Role::code).orElse("none")),
                action,
                new AuditSubject("webhook-endpoint", endpoint.id().toString(), EndpointAddress.shown(endpoint.url())),
                before,
                after,
                null));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        return new WebhookEndpoint(
                new WebhookEndpointId(row.getObject("id", UUID.class)),
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("state").equals("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
