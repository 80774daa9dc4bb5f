package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.Message;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.desk.DeskStore.Question;
import dev.parley.desk.DeskStore.Said;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the desk in step with what is said, in the transaction that writes it. The account's inbox is locked by then, so what
 * team members do at the same time waits its turn (they lock that inbox first, too).
 */
@Component
class DeskFeed implements MessageObserver {
    private final DeskStore store;
    private final DeskAudit audit;
    private final Changes changes;

    DeskFeed(DeskStore store, DeskAudit audit, Changes changes) {
        this.store = store;
        this.audit = audit;
        this.changes = changes;
    }

    @Override
    public void accepted(List<AcceptedMessage> batch) {
        var questions = new ArrayList<Question>();
        for (var accepted : batch) {
            var sender = accepted.message().sender();
            if (isAccount(accepted.recipient())) {
                questions.add(new Question(
                        said(accepted.recipient(), accepted.message()),
                        new FollowerId(sender.alias().id())));
            } else if (isAccount(sender.party())) {
                flush(questions);
                answered(said(sender.party(), accepted.message()), accepted.message());
            }
        }
        flush(questions);
    }

    /** What followers wrote, before anything that comes after it. */
    private void flush(List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        store.written(questions);
        questions.forEach(question -> announce(question.said()));
        questions.clear();
    }

    private void answered(Said said, Message message) {
        var author = message.author();
        if (author == null) {
            store.said(said);
            return;
        }
        store.answered(said, author);
        audit.answered(said.account(), message.conversation(), author, message.id());
        announce(said);
    }

    private void announce(Said said) {
        changes.announce(
                said.account().party(), ChangedThing.DESK, said.conversation().value());
    }

    private static Said said(PartyRef account, Message message) {
        return new Said(
                new OfficialAccountId(account.id()), message.conversation(), message.sequence(), message.sentAt());
    }

    private static boolean isAccount(PartyRef party) {
        return party.kind().equals(OfficialAccountId.KIND);
    }
}
