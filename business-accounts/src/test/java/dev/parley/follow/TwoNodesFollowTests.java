package dev.parley.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendOutcome;
import dev.parley.kernel.PartyRef;
import dev.parley.testing.Nodes;
import dev.parley.testing.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Law 7 over two nodes: neither remembers what the other has ended. */
class TwoNodesFollowTests {
    private static final Nodes NODES = Nodes.start(ParleyTestApplication.class, 2);

    private final Scene scene = new Scene(type -> NODES.bean(0, type));

    @AfterAll
    static void stopTheNodes() {
        NODES.close();
    }

    @Test
    void refusesOnOneNodeWhatTheOtherHasEnded() {
        var bob = scene.user("bob");
        var alice = scene.user("alice");
        var bakery = scene.account("bakery", bob);
        var follow = scene.follow(alice, bakery);
        NODES.bean(1, Conversations.class).send(scene.question(follow, "Do you have rye?"));
        assertThat(NODES.bean(1, Conversations.class).send(scene.answer(follow, bob, "Yes")))
                .isInstanceOf(SendOutcome.Accepted.class);

        NODES.bean(0, Follows.class).unfollow(alice, bakery);

        assertThat(problem(NODES.bean(1, Conversations.class).send(scene.answer(follow, bob, "And wheat"))))
                .isEqualTo("not-following");
        assertThat(problem(NODES.bean(1, Conversations.class).send(scene.question(follow, "And wheat?"))))
                .isEqualTo("not-following");
    }

    /** One node keeps writing while the other unfollows: nothing that was accepted stands behind what the user last saw. */
    @Test
    void writesNothingBehindAnUnfollowThatHasReturned() throws Exception {
        var bob = scene.user("bob");
        var alice = scene.user("alice");
        var bakery = scene.account("bakery", bob);
        for (var round = 0; round < 5; round++) {
            var follow = scene.follow(alice, bakery);
            NODES.bean(1, Conversations.class).send(scene.question(follow, "Do you have rye?"));
            var over = new AtomicBoolean();
            var refused = new ConcurrentLinkedQueue<String>();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var writers = new ArrayList<Callable<Void>>();
                for (var writer = 0; writer < 4; writer++) {
                    writers.add(() -> {
                        while (!over.get()) {
                            var outcome = NODES.bean(1, Conversations.class).send(scene.answer(follow, bob, "Buy!"));
                            if (outcome instanceof SendOutcome.Refused(var refusal)) {
                                refused.add(refusal.problem());
                            }
                        }
                        return null;
                    });
                }
                var running = writers.stream().map(executor::submit).toList();
                try {
                    await().until(() -> newest(follow) > 5);

                    NODES.bean(0, Follows.class).unfollow(alice, bakery);
                    var seen = newest(follow);
                    await().until(() -> refused.size() > 20 || newest(follow) > seen);

                    assertThat(newest(follow)).isEqualTo(seen);
                    assertThat(refused).containsOnly("not-following");
                } finally {
                    over.set(true);
                }
                for (var writer : running) {
                    writer.get();
                }
            }
            NODES.clock().advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void announcesEachEndOnceOverBothNodes() {
        var bob = scene.user("bob");
        var bakery = scene.account("bakery", bob);
        var follows = new ArrayList<Follow>();
        for (var i = 0; i < 20; i++) {
            follows.add(scene.follow(scene.user("carol"), bakery));
        }
        follows.forEach(follow -> NODES.bean(1, Follows.class).unfollow(follow.user(), bakery));

        NODES.clock().advance(Duration.ofSeconds(11));

        var jdbc = NODES.bean(0, JdbcClient.class);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from follow_ending")
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(NODES.bean(0, Follows.class)
                        .endedBetween(
                                bakery,
                                NODES.clock().instant().minus(Duration.ofHours(1)),
                                NODES.clock().instant()))
                .hasSize(20);
    }

    private static String problem(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused(var refusal) ? refusal.problem() : "none, but " + outcome;
    }

    private long newest(Follow follow) {
        return NODES.bean(0, Conversations.class)
                .history(PartyRef.user(follow.user()), follow.conversation(), null, 200)
                .map(history -> history.messages().isEmpty()
                        ? 0L
                        : history.messages().getLast().sequence())
                .orElse(0L);
    }
}
