package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.follow.FollowerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts who wrote to an account after a push message. Gathered in memory and written in batches, away from the path of messages: a node that is
 * killed loses the counts of a second, never a message.
 */
@Component
class Replies implements MessageObserver {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 1_000;

    private final BlockingQueue<PushViews.Reply> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final PushViews views;
    private final TransactionTemplate transaction;

    Replies(PushViews views, TransactionTemplate transaction) {
        this.views = views;
        this.transaction = transaction;
    }

    @Override
    public void accepted(List<AcceptedMessage> batch) {
        for (var accepted : batch) {
            var message = accepted.message();
            var sender = message.sender();
            if (accepted.recipient().kind().equals(OfficialAccountId.KIND)
                    && sender.party().isUser()) {
                // Full when the database cannot follow: then counts are lost and nothing else.
                waiting.offer(new PushViews.Reply(
                        new OfficialAccountId(accepted.recipient().id()),
                        new FollowerId(sender.alias().id()),
                        message.sentAt()));
            }
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void write() {
        var batch = new ArrayList<PushViews.Reply>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            try {
                transaction.executeWithoutResult(_ -> views.reply(batch, Insights.COUNTED));
            } catch (DataAccessException failure) {
                log.warn("{} replies to push messages were not counted", batch.size(), failure);
            }
            batch.clear();
        }
    }
}
