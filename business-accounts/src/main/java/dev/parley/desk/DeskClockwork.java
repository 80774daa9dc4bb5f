package dev.parley.desk;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What happens at the desk without anybody's hand: snoozed conversations wake, waiting ones are given out. On every node; each act is
 * decided again under the conversation's lock, so that it is done once.
 */
@Component
class DeskClockwork {
    private static final Logger LOG = LoggerFactory.getLogger(DeskClockwork.class);
    private static final int BATCH = 200;

    private final Desk desk;
    private final DeskStore store;
    private final DeskSettings settings;
    private final Agents agents;
    private final Clock clock;

    DeskClockwork(Desk desk, DeskStore store, DeskSettings settings, Agents agents, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.settings = settings;
        this.agents = agents;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void tick() {
        try {
            wake();
            assign();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the desk's clockwork stood still; it goes on in a moment: {}", e.toString());
        }
    }

    void wake() {
        for (var due : store.toWake(clock.instant(), BATCH)) {
            desk.wake(due.account(), due.conversation());
        }
    }

    void assign() {
        for (var waiting : store.toAssign(BATCH)) {
            var account = waiting.account();
            Turn.next(settings.of(account).assignment(), agents.of(account)).ifPresent(next -> {
                if (desk.assignByRule(account, waiting.conversation(), next.user())) {
                    agents.assigned(account, next.user());
                }
            });
        }
    }
}
