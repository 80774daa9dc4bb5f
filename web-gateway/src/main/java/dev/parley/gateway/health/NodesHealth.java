package dev.parley.gateway.health;

import dev.parley.delivery.NodeBus;
import dev.parley.delivery.OtherNodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Component {@code nodes} of the health: {@code UP} when hints of other nodes arrive or there are none, {@code AWAY} when NATS does not
 * answer. Being away makes a node slower, not unable: it counts neither against the health as a whole nor against readiness.
 */
@Component("nodes")
class NodesHealth implements HealthIndicator {
    private final OtherNodes others;

    NodesHealth(OtherNodes others, MeterRegistry meters) {
        this.others = others;
        Gauge.builder("parley.nodes.others", others, OtherNodes::count)
                .description("other nodes that were heard of in the last seconds")
                .register(meters);
        Gauge.builder("parley.nodes.joined", others, it -> it.state() == NodeBus.State.AWAY ? 0 : 1)
                .description("1 while hints of other nodes arrive, or there are none; 0 while NATS is away")
                .register(meters);
    }

    @Override
    public Health health() {
        var state = others.state();
        return (state == NodeBus.State.AWAY ? Health.status("AWAY") : Health.up())
                .withDetail("bus", state.name().toLowerCase(java.util.Locale.ROOT))
                .withDetail("others", others.count())
                .build();
    }
}
