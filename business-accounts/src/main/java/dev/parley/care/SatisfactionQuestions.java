package dev.parley.care;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.IdempotencyKey;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks followers how it was, once for each case, in the language they use. On every node; the case is the idempotency key. */
@Component
class SatisfactionQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(SatisfactionQuestions.class);
    private static final int BATCH = 100;

    private final Cases cases;
    private final Conversations conversations;
    private final Users users;
    private final Clock clock;

    SatisfactionQuestions(Cases cases, Conversations conversations, Users users, Clock clock) {
        this.cases = cases;
        this.conversations = conversations;
        this.users = users;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void tick() {
        try {
            askDue();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("followers were not asked how it was; the next try comes in a moment: {}", e.toString());
        }
    }

    void askDue() {
        for (var due : cases.due(clock.instant(), BATCH)) {
            // Refused when the window has closed or the follower has left: then nobody is asked.
            var outcome = conversations.send(new SendMessage(
                    due.conversation(),
                    due.account().party(),
                    null,
                    new MessageBody.Text(words(due)),
                    new IdempotencyKey("satisfaction-" + due.id()),
                    true));
            cases.asked(due, !(outcome instanceof SendOutcome.Refused));
        }
    }

    private String words(Cases.Due due) {
        var other = conversations
                .membership(due.conversation(), due.account().party())
                .map(membership -> membership.other().party());
        var german = other.filter(party -> party.isUser())
                .flatMap(party -> users.find(party.asUser()))
                .filter(user -> user.locale().startsWith("de"))
                .isPresent();
        return german
                ? "Wie zufrieden bist du mit diesem Gespräch? Antworte mit einer Zahl von 1 (gar nicht) bis 5 (sehr)."
                : "How content are you with this conversation? Answer with a number from 1 (not at all) to 5 (very).";
    }
}
