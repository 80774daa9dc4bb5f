package dev.parley.follow;

import java.time.Clock;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces the end of follows once their undo time is over: each once, by whichever node comes first, also when the server
 * was down in the meantime.
 */
@Component
class Endings {
    private static final int BATCH = 200;

    private final FollowStore follows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Endings(FollowStore follows, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.follows = follows;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${parley.follow.endings-every:1s}")
    void announceDue() {
        while (announceBatch() == BATCH) {
            // there may be more
        }
    }

    private int announceBatch() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var ended = follows.endedForGood(clock.instant(), BATCH);
            for (var follow : ended) {
                events.publishEvent(new FollowEnded(
                        follow.id(),
                        follow.account(),
                        follow.follower(),
                        follow.user(),
                        Objects.requireNonNull(follow.endedAt(), "an ended follow has an end")));
            }
            return ended.size();
        }));
    }
}
