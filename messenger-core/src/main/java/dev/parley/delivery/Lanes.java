package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A few threads that hand things to connections, so that the thread that writes messages can go on writing. What belongs to one party
 * stays in one lane and so in order. Nothing that runs here may block.
 */
@Component
class Lanes implements DisposableBean {
    /** Beyond this many waiting tasks deliveries are dropped: the connections read them from the database after the next heartbeat. */
    private static final int WAITING_DELIVERIES = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final List<Lane> lanes = new ArrayList<>();

    Lanes(DeliveryProperties properties) {
        var count = properties.lanes() > 0
                ? properties.lanes()
                : Runtime.getRuntime().availableProcessors();
        for (var i = 0; i < count; i++) {
            lanes.add(new Lane(i));
        }
    }

    int count() {
        return lanes.size();
    }

    int laneOf(PartyRef party) {
        return Math.floorMod(party.id().hashCode(), lanes.size());
    }

    /** Runs a task that must not get lost. */
    void run(int lane, Runnable task) {
        lanes.get(lane).tasks.add(task);
    }

    /** Runs a task unless the lane is far behind: then it is dropped, and the answer is false. */
    boolean offer(int lane, Runnable task) {
        var tasks = lanes.get(lane).tasks;
        return tasks.size() < WAITING_DELIVERIES && tasks.add(task);
    }

    @Override
    public void destroy() {
        lanes.forEach(lane -> lane.thread.interrupt());
    }

    private static final class Lane {
        private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final Thread thread;

        Lane(int number) {
            thread = Thread.ofPlatform().daemon().name("delivery-" + number).start(this::work);
        }

        private void work() {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    tasks.take().run();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.warn("a delivery failed", e);
                }
            }
        }
    }
}
