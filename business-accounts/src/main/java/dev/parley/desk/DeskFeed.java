package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.Message;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.desk.DeskStore.Question;
import dev.parley.desk.DeskStore.Said;
import dev.parley.desk.spi.DeskWatcher;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps the desk in step with what is said, in the transaction that writes it. The account's inbox is locked by then, so what
 * team members do at the same time waits its turn (they lock that inbox first, too). What users say to each other is passed by.
 */
@Component
class DeskFeed implements MessageObserver {
    private final DeskStore store;
    private final DeskWords words;
    private final DeskAudit audit;
    private final Changes changes;
    private final Supplier<List<DeskWatcher>> watchers;

    DeskFeed(DeskStore store, DeskWords words, DeskAudit audit, Changes changes, ObjectProvider<DeskWatcher> watchers) {
        this.store = store;
        this.words = words;
        this.audit = audit;
        this.changes = changes;
        this.watchers = SingletonSupplier.of(() -> watchers.orderedStream().toList());
    }

    @Override
    public void accepted(List<AcceptedMessage> batch) {
        var ofAccounts = batch.stream().filter(DeskFeed::concernsAnAccount).toList();
        if (ofAccounts.isEmpty()) {
            return;
        }
        words.add(ofAccounts.stream()
                .map(accepted -> new DeskWords.Said(account(accepted), accepted.message()))
                .toList());
        var settled = settled(ofAccounts);
        var questions = new ArrayList<AcceptedMessage>();
        for (var accepted : ofAccounts) {
            var message = accepted.message();
            if (isAccount(message.sender().party())) {
                flush(questions);
                answered(said(message.sender().party(), message), message);
            } else if (settled.contains(message.id())) {
                flush(questions);
                store.said(said(accepted.recipient(), message));
                announce(said(accepted.recipient(), message));
            } else {
                if (isAskedIn(message.conversation(), questions)) { // one statement writes each row once
                    flush(questions);
                }
                questions.add(accepted);
            }
        }
        flush(questions);
    }

    private static boolean isAskedIn(ConversationId conversation, List<AcceptedMessage> questions) {
        return questions.stream()
                .anyMatch(question -> question.message().conversation().equals(conversation));
    }

    private Set<MessageId> settled(List<AcceptedMessage> ofAccounts) {
        var written = ofAccounts.stream()
                .filter(accepted -> isAccount(accepted.recipient()))
                .toList();
        var settled = new HashSet<MessageId>();
        if (!written.isEmpty()) {
            watchers.get().forEach(watcher -> settled.addAll(watcher.settled(written)));
        }
        return settled;
    }

    /** What followers wrote, before anything that comes after it. */
    private void flush(List<AcceptedMessage> questions) {
        if (questions.isEmpty()) {
            return;
        }
        store.written(questions.stream()
                .map(accepted -> new Question(
                        said(accepted.recipient(), accepted.message()),
                        new FollowerId(accepted.message().sender().alias().id())))
                .toList());
        watchers.get().forEach(watcher -> watcher.asked(List.copyOf(questions)));
        questions.forEach(accepted -> announce(said(accepted.recipient(), accepted.message())));
        questions.clear();
    }

    private void answered(Said said, Message message) {
        var author = message.author();
        if (author == null) {
            store.said(said);
            return;
        }
        store.answered(said, author);
        watchers.get().forEach(watcher -> watcher.answered(message, author));
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

    private static boolean concernsAnAccount(AcceptedMessage accepted) {
        return isAccount(accepted.recipient())
                || isAccount(accepted.message().sender().party());
    }

    private static OfficialAccountId account(AcceptedMessage accepted) {
        var account = isAccount(accepted.recipient())
                ? accepted.recipient()
                : accepted.message().sender().party();
        return new OfficialAccountId(account.id());
    }

    private static boolean isAccount(PartyRef party) {
        return party.kind().equals(OfficialAccountId.KIND);
    }
}
