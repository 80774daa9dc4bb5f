package dev.parley.testing;

import dev.parley.delivery.Hint;
import dev.parley.delivery.InProcessNodeBus;
import dev.parley.delivery.NodeBus;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Several application nodes on one fresh database, joined by one bus: for what must be true however many nodes there are. */
public final class Nodes implements AutoCloseable {
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final SettableClock clock = new SettableClock();

    private Nodes() {}

    /** Starts that many nodes of an application, without a web server. */
    public static Nodes start(Class<?> application, int count, String... properties) {
        return start(application, count, new InProcessNodeBus(), properties);
    }

    /** As {@link #start(Class, int, String...)}, on a bus of one's own, such as {@link #deafBus()}. */
    public static Nodes start(Class<?> application, int count, NodeBus bus, String... properties) {
        var nodes = new Nodes();
        var database = TestDatabases.create();
        for (var i = 0; i < count; i++) {
            nodes.contexts.add(new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .initializers(context -> {
                        var beans = (GenericApplicationContext) context;
                        beans.registerBean("nodeBus", NodeBus.class, () -> bus);
                        beans.registerBean(
                                "settableClock",
                                SettableClock.class,
                                () -> nodes.clock,
                                definition -> definition.setPrimary(true));
                    })
                    .properties(properties)
                    .run(
                            "--spring.datasource.url=" + database,
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=",
                            "--spring.datasource.hikari.maximum-pool-size=12",
                            "--spring.datasource.hikari.minimum-idle=0"));
        }
        return nodes;
    }

    /** A bus that loses every hint. */
    public static NodeBus deafBus() {
        return (_, _) -> new NodeBus.Membership() {
            @Override
            public void publish(Hint hint) {}

            @Override
            public void listen(PartyRef party) {}

            @Override
            public void forget(PartyRef party) {}

            @Override
            public NodeBus.State state() {
                return NodeBus.State.AWAY;
            }

            @Override
            public void close() {}
        };
    }

    /** A bean of one of the nodes, counted from 0. */
    public <T> T bean(int node, Class<T> type) {
        return contexts.get(node).getBean(type);
    }

    /** All beans of one of the nodes, counted from 0. */
    public ApplicationContext context(int node) {
        return contexts.get(node);
    }

    /** The clock of all nodes. */
    public SettableClock clock() {
        return clock;
    }

    @Override
    public void close() {
        contexts.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
