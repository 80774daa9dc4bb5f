package dev.parley.gateway.operator;

import dev.parley.account.OfficialAccounts;
import dev.parley.contact.Reports;
import dev.parley.conversation.Conversations;
import dev.parley.delivery.Connections;
import dev.parley.follow.Follows;
import dev.parley.identity.Users;
import dev.parley.push.PushMessages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much goes on, and whether all is well. */
@RestController
@RequestMapping("/api/v1/operator")
@Tag(name = "Counts and health", description = "How much goes on, and whether all is well.")
class OperatorCountController {
    private final Users users;
    private final OfficialAccounts accounts;
    private final Follows follows;
    private final Conversations conversations;
    private final PushMessages pushMessages;
    private final Connections connections;
    private final Reports reports;
    private final HealthEndpoint health;
    private final Clock clock;

    OperatorCountController(
            Users users,
            OfficialAccounts accounts,
            Follows follows,
            Conversations conversations,
            PushMessages pushMessages,
            Connections connections,
            Reports reports,
            HealthEndpoint health,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.follows = follows;
        this.conversations = conversations;
        this.pushMessages = pushMessages;
        this.connections = connections;
        this.reports = reports;
        this.health = health;
        this.clock = clock;
    }

    /** How much goes on; a day begins at midnight UTC. */
    @Schema(name = "Counts", description = "How much goes on; a day begins at midnight UTC.")
    record CountsView(
            long users,
            long usersActiveToday,
            long usersSuspended,
            AccountCountsView accounts,
            long follows,
            long messagesToday,
            long pushMessagesToday,

            @Schema(description = "open sockets of the node that answers")
            int connections,

            long reports) {}

    /** Accounts by state. */
    @Schema(name = "AccountCounts")
    record AccountCountsView(long pending, long verified, long refused, long suspended) {}

    /** Whether all is well. */
    @Schema(name = "Health")
    record HealthView(
            @Schema(allowableValues = {"up", "down", "out_of_service", "unknown"})
            String status,

            Map<String, String> parts) {}

    @GetMapping("/counts")
    @Operation(summary = "Count what goes on")
    CountsView counts() {
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var people = users.counts();
        var byState = new TreeMap<String, Long>();
        accounts.counts().forEach((state, count) -> byState.put(state.name().toLowerCase(Locale.ROOT), count));
        return new CountsView(
                people.users(),
                people.activeToday(),
                people.suspended(),
                new AccountCountsView(
                        byState.getOrDefault("pending", 0L),
                        byState.getOrDefault("verified", 0L),
                        byState.getOrDefault("refused", 0L),
                        byState.getOrDefault("suspended", 0L)),
                follows.countAll(),
                conversations.countSince(today),
                pushMessages.countSince(today),
                connections.count(),
                reports.count());
    }

    @GetMapping("/health")
    @Operation(summary = "Ask whether all is well", description = "Each part of the server with its state.")
    HealthView health() {
        var parts = new TreeMap<String, String>();
        for (var name : new String[] {"db", "diskSpace", "livenessState", "readinessState"}) {
            var part = health.healthForPath(name);
            if (part != null) {
                parts.put(name, part.getStatus().getCode().toLowerCase(Locale.ROOT));
            }
        }
        return new HealthView(health.health().getStatus().getCode().toLowerCase(Locale.ROOT), parts);
    }
}
