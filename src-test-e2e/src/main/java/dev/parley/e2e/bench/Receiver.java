package dev.parley.e2e.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.slf4j.LoggerFactory;

/** A company's own system as far as webhooks see it: takes every call, and notes when it came and how old its event was. */
final class Receiver implements AutoCloseable {
    private static final int MOST = 1_000_000;
    private static final String STARTED = "\"startedAt\":\"";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final AtomicInteger count = new AtomicInteger();
    private final long[] ages = new long[MOST];
    private volatile long first;
    private volatile long last;

    Receiver() throws IOException {
        ((Logger) LoggerFactory.getLogger("org.eclipse.jetty")).setLevel(Level.WARN);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Taking());
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the receiver did not start", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/hook";
    }

    /** Waits until so many calls have come. */
    void await(int calls, int seconds) throws InterruptedException {
        var deadline = System.nanoTime() + seconds * 1_000_000_000L;
        synchronized (this) {
            while (count.get() < calls) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IllegalStateException(count.get() + " of " + calls + " webhooks came");
                }
                wait(Math.min(left, 100));
            }
        }
    }

    /** Calls per second from the first to the last. */
    double perSecond() {
        return (count.get() - 1) / ((last - first) / 1e9);
    }

    /** How old the events were when they came, without the first ones. */
    Latencies ages(int without) {
        var latencies = new Latencies();
        for (var i = without; i < Math.min(count.get(), MOST); i++) {
            latencies.add(ages[i]);
        }
        return latencies;
    }

    void clear() {
        count.set(0);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void took(String body) {
        var now = System.nanoTime();
        var number = count.getAndIncrement();
        if (number == 0) {
            first = now;
        }
        last = now;
        var at = body.indexOf(STARTED);
        if (at >= 0 && number < MOST) {
            var text = body.substring(at + STARTED.length(), body.indexOf('"', at + STARTED.length()));
            ages[number] = ChronoUnit.NANOS.between(Instant.parse(text), Instant.now());
        }
    }

    private final class Taking extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            took(Content.Source.asString(request, StandardCharsets.UTF_8));
            response.setStatus(204);
            callback.succeeded();
            return true;
        }
    }
}
