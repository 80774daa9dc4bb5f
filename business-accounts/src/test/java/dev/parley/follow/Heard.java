package dev.parley.follow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.event.TransactionalEventListener;

/** Remembers which ends of follows were announced. */
@TestComponent
class Heard {
    private final List<FollowEnded> endings = new CopyOnWriteArrayList<>();

    @TransactionalEventListener(id = "heard-endings")
    void on(FollowEnded event) {
        endings.add(event);
    }

    long endings(Follow follow) {
        return endings.stream()
                .filter(event -> event.follow().equals(follow.id()))
                .count();
    }
}
