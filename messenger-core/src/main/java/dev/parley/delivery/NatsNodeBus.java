package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.Dispatcher;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes joined by NATS core: one subject for each party that is connected somewhere, one for each node, one for all (ADR 0011).
 *
 * <p>Whoever publishes only puts the hint into a bounded queue; a thread of the bus writes it. While NATS is away, or when the queue is
 * full, hints are dropped. The bus tries to connect for ever, and a server starts without it.
 */
final class NatsNodeBus implements NodeBus {
    private static final Logger LOG = LoggerFactory.getLogger(NatsNodeBus.class);
    private static final int WAITING = 2_000;
    private static final int HEARD_AND_WAITING = 200_000;

    private final NatsProperties properties;
    private final HintWire wire;

    NatsNodeBus(NatsProperties properties) {
        this.properties = properties;
        this.wire = new HintWire(properties.subjects());
    }

    @Override
    public Membership join(NodeId node, Member member) {
        return new Place(node, member);
    }

    private final class Place implements Membership, ConnectionListener, ErrorListener {
        private final NodeId node;
        private final Member member;
        private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
        private final Set<PartyRef> wanted = ConcurrentHashMap.newKeySet();
        private final Queue<PartyRef> changed = new ConcurrentLinkedQueue<>();
        private final Set<PartyRef> subscribed = new HashSet<>();
        private final Thread thread;
        private volatile boolean joined;
        private volatile boolean left;
        private @Nullable Connection connection;
        private @Nullable Dispatcher dispatcher;

        Place(NodeId node, Member member) {
            this.node = node;
            this.member = member;
            this.thread = Thread.ofPlatform().daemon().name("node-bus").start(this::work);
        }

        @Override
        public void publish(Hint hint) {
            if (joined) {
                var _ = waiting.offer(() -> write(hint));
            }
        }

        @Override
        public void listen(PartyRef party) {
            if (wanted.add(party)) {
                subscribeSoon(party);
            }
        }

        @Override
        public void forget(PartyRef party) {
            if (wanted.remove(party)) {
                subscribeSoon(party);
            }
        }

        /** Subscriptions are never dropped: the thread looks at them after each hint, and a full queue keeps it busy. */
        private void subscribeSoon(PartyRef party) {
            changed.add(party);
            var _ = waiting.offer(() -> {});
        }

        @Override
        public State state() {
            return joined ? State.JOINED : State.AWAY;
        }

        private void work() {
            try {
                connect();
                while (!left) {
                    waiting.take().run();
                    subscribe();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                joined = false;
                var open = connection;
                if (open != null) {
                    close(open);
                }
            }
        }

        private void close(Connection open) {
            Thread.interrupted(); // so that what was published last can still be written
            try {
                open.flush(Duration.ofMillis(500));
            } catch (Exception e) {
                LOG.debug("the last hints were not written", e);
            }
            try {
                open.close();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void connect() throws InterruptedException {
            var said = false;
            while (true) {
                try {
                    var made = Nats.connect(options());
                    var heard = made.createDispatcher(this::heard);
                    heard.setPendingLimits(HEARD_AND_WAITING, -1);
                    heard.subscribe(wire.everybody());
                    heard.subscribe(wire.node(node));
                    connection = made;
                    dispatcher = heard;
                    subscribe();
                    joined = true;
                    LOG.info("joined the other nodes over NATS");
                    member.rejoined();
                    return;
                } catch (IOException | IllegalStateException e) {
                    if (!said) {
                        LOG.warn("NATS does not answer; nodes hear of each other late until it does: {}", e.toString());
                        said = true;
                    }
                    TimeUnit.MILLISECONDS.sleep(
                            Math.max(50, properties.reconnectEvery().toMillis()));
                }
            }
        }

        private Options options() {
            return Options.builder()
                    .server(properties.url())
                    .connectionName("parley-" + node)
                    .noEcho()
                    .noHeaders()
                    .noNoResponders()
                    .connectionTimeout(Duration.ofSeconds(3))
                    .pingInterval(Duration.ofSeconds(3))
                    .maxPingsOut(2)
                    .maxReconnects(-1)
                    .reconnectWait(properties.reconnectEvery())
                    .reconnectBufferSize(0)
                    .connectionListener(this)
                    .errorListener(this)
                    .build();
        }

        /** Brings the subscriptions to what is wanted by now, however often that has changed meanwhile. */
        private void subscribe() {
            var target = dispatcher;
            if (target == null) {
                return;
            }
            for (var party = changed.poll(); party != null; party = changed.poll()) {
                if (wanted.contains(party)) {
                    if (subscribed.add(party)) {
                        target.subscribe(wire.party(party));
                    }
                } else if (subscribed.remove(party)) {
                    target.unsubscribe(wire.party(party));
                }
            }
        }

        private void write(Hint hint) {
            var target = connection;
            if (!joined || target == null) {
                return;
            }
            try {
                wire.write(hint, target::publish);
            } catch (IllegalStateException e) {
                LOG.debug("a hint was dropped", e); // NATS has just gone, or takes nothing
            }
        }

        private void heard(Message message) {
            try {
                wire.read(message.getData()).ifPresent(member::heard);
            } catch (RuntimeException e) {
                LOG.warn("a hint was not understood", e);
            }
        }

        @Override
        public void connectionEvent(Connection source, Events event) {
            switch (event) {
                case DISCONNECTED -> {
                    if (joined && !left) {
                        LOG.warn("NATS has gone; nodes hear of each other late until it is back");
                    }
                    joined = false;
                }
                case RESUBSCRIBED -> {
                    joined = true;
                    LOG.info("joined the other nodes over NATS again");
                    member.rejoined();
                }
                default -> LOG.debug("NATS: {}", event);
            }
        }

        @Override
        public void slowConsumerDetected(Connection source, Consumer consumer) {
            LOG.warn("more hints came than could be handled; some were dropped");
        }

        @Override
        public void exceptionOccurred(Connection source, Exception e) {
            LOG.debug("NATS", e);
        }

        @Override
        public void errorOccurred(Connection source, String error) {
            LOG.warn("NATS says: {}", error);
        }

        /** Writes what waits, for a moment at most, and leaves. */
        @Override
        public void close() {
            if (!waiting.offer(() -> left = true)) {
                left = true;
            }
            try {
                if (!thread.join(Duration.ofSeconds(1))) {
                    left = true;
                    thread.interrupt();
                    thread.join(Duration.ofSeconds(1));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
